import type { Type } from '@nestjs/common';
import { AccessLogModule } from '@alongside/access-log';
import type { Commanding } from '@alongside/application';
import {
  employmentCatalogue,
  EmploymentModule,
  employmentProjections,
  placeConfirmedApplicant,
} from '@alongside/employment';
import {
  frameworkCatalogue,
  FrameworkModule,
  frameworkProjections,
  frameworkProcessManagers,
} from '@alongside/framework';
import type { AnyCatalogue } from '@alongside/kernel';
import { localitiesCatalogue, LocalitiesModule, localitiesProjections } from '@alongside/localities';
import { linkAcceptedInvitation, peopleCatalogue, PeopleModule, peopleProjections } from '@alongside/people';
import { historyProjection, type AnyProjection, type ProcessManager } from '@alongside/projections';
import { RecordHistoryModule } from '@alongside/record-history';
import {
  recruitmentCatalogue,
  RecruitmentModule,
  recruitmentProjections,
  recruitmentProcessManagers,
} from '@alongside/recruitment';
import {
  roleBoundariesCatalogue,
  RoleBoundariesModule,
  roleBoundariesProcessManagers,
  roleBoundariesProjections,
} from '@alongside/role-boundaries';
import {
  supervisionCatalogue,
  SupervisionModule,
  supervisionProcessManagers,
  supervisionProjections,
} from '@alongside/supervision';
import {
  trainingCatalogue,
  TrainingModule,
  trainingProcessManagers,
  trainingProjections,
} from '@alongside/training';

/** Every event type that the log may hold. */
export const catalogues = [
  localitiesCatalogue,
  frameworkCatalogue,
  peopleCatalogue,
  recruitmentCatalogue,
  trainingCatalogue,
  employmentCatalogue,
  supervisionCatalogue,
  roleBoundariesCatalogue,
] as unknown as readonly AnyCatalogue[];

/** Every read model. */
export const projections: readonly AnyProjection[] = [
  ...localitiesProjections,
  ...frameworkProjections,
  ...peopleProjections,
  ...recruitmentProjections,
  ...trainingProjections,
  ...employmentProjections,
  ...supervisionProjections,
  ...roleBoundariesProjections,
  historyProjection(catalogues),
];

/** Every part of the graph. */
export const contextModules: readonly Type[] = [
  LocalitiesModule,
  FrameworkModule,
  PeopleModule,
  RecruitmentModule,
  TrainingModule,
  EmploymentModule,
  SupervisionModule,
  RoleBoundariesModule,
  RecordHistoryModule,
  AccessLogModule,
];

/** Everything that answers events with commands. */
export const processManagers = (commanding: Commanding): readonly ProcessManager[] => [
  linkAcceptedInvitation(commanding),
  placeConfirmedApplicant(commanding),
  ...frameworkProcessManagers(commanding),
  ...recruitmentProcessManagers(commanding),
  ...trainingProcessManagers(commanding),
  ...supervisionProcessManagers(commanding),
  ...roleBoundariesProcessManagers(commanding),
];
