import type { Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { ReadinessOnOpening, Stage } from '../../contracts.js';
import type { VacancyEvent } from '../../domain/vacancy/vacancy.events.js';

export interface VacancyRow {
  readonly vacancy_id: Uuid;
  readonly organisation_id: Uuid;
  readonly locality_id: Uuid;
  readonly post_id: Uuid;
  readonly title: string;
  readonly engagement_kind: string;
  readonly role_family: string;
  readonly places: number;
  readonly stages: readonly Stage[];
  readonly readiness: readonly ReadinessOnOpening[];
  readonly status: 'open' | 'closed';
  readonly opened_on: string;
  readonly closes_on: string | null;
  readonly closed_on: string | null;
  readonly close_reason: string | null;
}

/** Every vacancy as it stands. Advertised, so everybody signed in may read it. */
export const vacancies = projection<VacancyRow, VacancyEvent>({
  name: 'vacancies',
  version: 1,
  table: 'recruitment.vacancy',
  columns: {
    vacancy_id: 'uuid',
    organisation_id: 'uuid',
    locality_id: 'uuid',
    post_id: 'uuid',
    title: 'text',
    engagement_kind: 'text',
    role_family: 'text',
    places: 'integer',
    stages: 'json',
    readiness: 'json',
    status: 'text',
    opened_on: 'date',
    closes_on: 'date',
    closed_on: 'date',
    close_reason: 'text',
  },
  key: ['vacancy_id'],
  access: { class: 'C0', everyone: true },
  on: {
    VacancyOpened: ({ data }) => ({
      key: [data.vacancyId],
      fold: () => ({
        vacancy_id: data.vacancyId,
        organisation_id: data.organisationId,
        locality_id: data.localityId,
        post_id: data.postId,
        title: data.title,
        engagement_kind: data.engagementKind,
        role_family: data.roleFamily,
        places: data.places,
        stages: data.stages,
        readiness: data.readiness,
        status: 'open',
        opened_on: data.effectiveOn,
        closes_on: data.closesOn,
        closed_on: null,
        close_reason: null,
      }),
    }),
    VacancyExtended: ({ data }) => ({
      key: [data.vacancyId],
      fold: (row) => row && { ...row, closes_on: data.closesOn },
    }),
    VacancyClosed: ({ data }) => ({
      key: [data.vacancyId],
      fold: (row) =>
        row && { ...row, status: 'closed', closed_on: data.effectiveOn, close_reason: data.reason },
    }),
  },
});
