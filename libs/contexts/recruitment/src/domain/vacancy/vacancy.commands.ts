import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { RecruitedEngagementKind, Stage, VacancyClosing } from '../../contracts.js';

/** A readiness item of the framework that the recruiting organisation adopted, as it stands on the day. */
export interface ReadinessItem {
  readonly clauseId: Uuid;
  readonly title: string;
  readonly status: 'met' | 'waived' | 'neither';
  /** Who is to have it in place: an organisation, or the team of one where a team is named. */
  readonly organisationId: Uuid;
  readonly teamId: Uuid | null;
}

export interface OpenVacancy {
  readonly type: 'OpenVacancy';
  readonly effectiveOn: CalendarDate;
  readonly vacancyId: Uuid;
  readonly organisationId: Uuid;
  readonly localityId: Uuid;
  readonly postId: Uuid;
  readonly title: string;
  readonly engagementKind: RecruitedEngagementKind;
  readonly roleFamily: string;
  readonly places: number;
  readonly stages: readonly Stage[];
  readonly closesOn: CalendarDate | null;
  /** Looked up in the framework that the organisation has adopted. */
  readonly readiness: readonly ReadinessItem[];
  /** Looked up in the post register. */
  readonly post: { readonly open: boolean; readonly placesLeft: number; readonly organisationId: Uuid };
  /** The team of the post that is not there on the day, as looked up; null where the team is, or there is none. */
  readonly missingTeam: Uuid | null;
}

export interface ExtendVacancy {
  readonly type: 'ExtendVacancy';
  readonly effectiveOn: CalendarDate;
  /** Null takes applications until the vacancy is filled. */
  readonly closesOn: CalendarDate | null;
}

export interface CloseVacancy {
  readonly type: 'CloseVacancy';
  readonly effectiveOn: CalendarDate;
  readonly reason: VacancyClosing;
}

export type VacancyCommand = OpenVacancy | ExtendVacancy | CloseVacancy;
