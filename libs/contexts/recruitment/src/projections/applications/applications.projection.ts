import type { Uuid } from '@alongside/kernel';
import { projection, type Change } from '@alongside/projections';
import type { StageKind } from '../../contracts.js';
import type { ApplicationEvent } from '../../domain/application/application.events.js';

export type ApplicationStatus = 'inStages' | 'onReserve' | 'offered' | 'confirmed' | 'withdrawn' | 'declined';

export interface ApplicationRow {
  readonly application_id: Uuid;
  readonly vacancy_id: Uuid;
  readonly person_id: Uuid;
  readonly organisation_id: Uuid;
  readonly locality_id: Uuid;
  readonly post_id: Uuid;
  readonly engagement_kind: string;
  readonly role_family: string;
  readonly status: ApplicationStatus;
  /** The status to go back to where the ending was recorded in error. */
  readonly resumes_as: ApplicationStatus | null;
  readonly stage_id: string | null;
  readonly stage_kind: StageKind | null;
  readonly stage_since: string | null;
  readonly submitted_on: string;
  readonly interview_outcome: string | null;
  /** Last day on the reserve list; null where not on it or without an end. */
  readonly reserve_until: string | null;
  /** Of the offer that stands; gone with a place that was lost. */
  readonly offered_on: string | null;
  readonly confirmed_on: string | null;
  readonly starts_on: string | null;
  readonly hours_per_week: number | null;
  readonly ended_on: string | null;
  readonly decline_reason: string | null;
}

const atNoStage = { stage_id: null, stage_kind: null, stage_since: null } as const;
const withoutOffer = {
  offered_on: null,
  confirmed_on: null,
  starts_on: null,
  hours_per_week: null,
} as const;

/** The row of the application, changed; an application never submitted has none. */
const change = (
  { applicationId }: { readonly applicationId: Uuid },
  changed: (row: ApplicationRow) => Partial<ApplicationRow>,
): Change<ApplicationRow> => ({
  key: [applicationId],
  fold: (row) => row && { ...row, ...changed(row) },
});

/** Every application as it stands, with the dates that time to hire is measured by. */
export const applications = projection<ApplicationRow, ApplicationEvent>({
  name: 'applications',
  version: 1,
  table: 'recruitment.application',
  columns: {
    application_id: 'uuid',
    vacancy_id: 'uuid',
    person_id: 'uuid',
    organisation_id: 'uuid',
    locality_id: 'uuid',
    post_id: 'uuid',
    engagement_kind: 'text',
    role_family: 'text',
    status: 'text',
    resumes_as: 'text',
    stage_id: 'text',
    stage_kind: 'text',
    stage_since: 'date',
    submitted_on: 'date',
    interview_outcome: 'text',
    reserve_until: 'date',
    offered_on: 'date',
    confirmed_on: 'date',
    starts_on: 'date',
    hours_per_week: 'number',
    ended_on: 'date',
    decline_reason: 'text',
  },
  key: ['application_id'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'] },
  on: {
    ApplicationSubmitted: ({ data }) => ({
      key: [data.applicationId],
      fold: () => ({
        application_id: data.applicationId,
        vacancy_id: data.vacancyId,
        person_id: data.personId,
        organisation_id: data.organisationId,
        locality_id: data.localityId,
        post_id: data.postId,
        engagement_kind: data.engagementKind,
        role_family: data.roleFamily,
        status: 'inStages',
        resumes_as: null,
        ...atNoStage,
        submitted_on: data.effectiveOn,
        interview_outcome: null,
        reserve_until: null,
        ...withoutOffer,
        ended_on: null,
        decline_reason: null,
      }),
    }),
    StageReached: ({ data }) =>
      change(data, () => ({
        stage_id: data.stageId,
        stage_kind: data.stageKind,
        stage_since: data.effectiveOn,
      })),
    StagePassed: ({ data }) => change(data, () => atNoStage),
    InterviewHeld: ({ data }) => change(data, () => ({ interview_outcome: data.outcome })),
    AppointedToReserve: ({ data }) =>
      change(data, () => ({ status: 'onReserve', reserve_until: data.until })),
    OfferConditional: ({ data }) =>
      change(data, () => ({
        status: 'offered',
        reserve_until: null,
        offered_on: data.effectiveOn,
        starts_on: data.proposedStartOn,
        hours_per_week: data.hoursPerWeek,
      })),
    OfferConfirmed: ({ data }) =>
      change(data, () => ({
        status: 'confirmed',
        confirmed_on: data.effectiveOn,
        starts_on: data.startsOn,
        hours_per_week: data.hoursPerWeek,
      })),
    PlaceLost: ({ data }) => change(data, () => ({ ...withoutOffer, status: 'onReserve' })),
    ApplicationWithdrawn: ({ data }) =>
      change(data, ({ status }) => ({
        status: 'withdrawn',
        resumes_as: status,
        ended_on: data.effectiveOn,
      })),
    ApplicationDeclined: ({ data }) =>
      change(data, ({ status }) => ({
        status: 'declined',
        resumes_as: status,
        ended_on: data.effectiveOn,
        decline_reason: data.reason,
      })),
    ApplicationReinstated: ({ data }) =>
      change(data, ({ status, resumes_as }) => ({
        status: resumes_as ?? status,
        resumes_as: null,
        ended_on: null,
        decline_reason: null,
      })),
  },
});
