import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection, type Change, type Published } from '@alongside/projections';
import type {
  BoundaryAgreed,
  BoundaryEvent,
  BoundaryProposed,
  BoundarySigned,
  ComparedLine,
  OfBoundary,
} from '../../contracts.js';

/** Where the boundary of an engagement stands: what is in force, and what waits for signatures. */
export interface AgreementRow {
  readonly boundary_id: Uuid;
  readonly engagement_id: Uuid;
  readonly person_id: Uuid;
  readonly organisation_id: Uuid;
  readonly locality_id: Uuid;
  /** What both signed last; null while nothing was agreed. */
  readonly agreed_proposal_id: Uuid | null;
  readonly agreed_on: CalendarDate | null;
  readonly agreed_event_id: Uuid | null;
  readonly framework_version_id: Uuid | null;
  /** What waits for signatures; null where nothing does. */
  readonly proposal_id: Uuid | null;
  readonly proposed_on: CalendarDate | null;
  readonly proposed_by: Uuid | null;
  readonly proposed_lines: readonly ComparedLine[] | null;
  readonly worker_signed_on: CalendarDate | null;
  readonly manager_signed_on: CalendarDate | null;
  readonly reviewed_on: CalendarDate | null;
  readonly next_review_on: CalendarDate | null;
  /** First day on which nothing is agreed any more. */
  readonly ended_on: CalendarDate | null;
}

const nothingProposed = {
  proposal_id: null,
  proposed_on: null,
  proposed_by: null,
  proposed_lines: null,
  worker_signed_on: null,
  manager_signed_on: null,
} as const;

const opened = (data: OfBoundary): AgreementRow => ({
  boundary_id: data.boundaryId,
  engagement_id: data.engagementId,
  person_id: data.personId,
  organisation_id: data.organisationId,
  locality_id: data.localityId,
  agreed_proposal_id: null,
  agreed_on: null,
  agreed_event_id: null,
  framework_version_id: null,
  ...nothingProposed,
  reviewed_on: null,
  next_review_on: null,
  ended_on: null,
});

const proposed = (row: AgreementRow, { data }: Published<BoundaryProposed>): AgreementRow => ({
  ...row,
  ...nothingProposed,
  proposal_id: data.proposalId,
  proposed_on: data.effectiveOn,
  proposed_by: data.proposedBy,
  proposed_lines: data.lines,
});

const signed = (row: AgreementRow, { data }: Published<BoundarySigned>): AgreementRow => {
  if (row.proposal_id !== data.proposalId) return row;
  return data.by === 'worker'
    ? { ...row, worker_signed_on: data.effectiveOn }
    : { ...row, manager_signed_on: data.effectiveOn };
};

const agreed = (row: AgreementRow, { id, data }: Published<BoundaryAgreed>): AgreementRow => ({
  ...row,
  ...(row.proposal_id === data.proposalId ? nothingProposed : {}),
  agreed_proposal_id: data.proposalId,
  agreed_on: data.effectiveOn,
  agreed_event_id: id,
  framework_version_id: data.frameworkVersionId,
});

/** A worker may ask or decline before anything is proposed, so that any of these may come first. */
const on = (
  { data }: { readonly data: OfBoundary },
  change: (row: AgreementRow) => AgreementRow,
): Change<AgreementRow> => ({
  key: [data.boundaryId],
  fold: (row) => change(row ?? opened(data)),
});

export const agreementProjection = projection<AgreementRow, BoundaryEvent>({
  name: 'boundary-agreement',
  version: 1,
  table: 'role_boundaries.agreement',
  columns: {
    boundary_id: 'uuid',
    engagement_id: 'uuid',
    person_id: 'uuid',
    organisation_id: 'uuid',
    locality_id: 'uuid',
    agreed_proposal_id: 'uuid',
    agreed_on: 'date',
    agreed_event_id: 'uuid',
    framework_version_id: 'uuid',
    proposal_id: 'uuid',
    proposed_on: 'date',
    proposed_by: 'uuid',
    proposed_lines: 'json',
    worker_signed_on: 'date',
    manager_signed_on: 'date',
    reviewed_on: 'date',
    next_review_on: 'date',
    ended_on: 'date',
  },
  key: ['boundary_id'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'] },
  on: {
    BoundaryProposed: (event) => on(event, (row) => proposed(row, event)),
    BoundarySigned: (event) => on(event, (row) => signed(row, event)),
    BoundaryAgreed: (event) => on(event, (row) => agreed(row, event)),
    ReviewHeld: (event) =>
      on(event, (row) =>
        row.reviewed_on !== null && event.data.effectiveOn < row.reviewed_on
          ? row
          : { ...row, reviewed_on: event.data.effectiveOn, next_review_on: event.data.nextReviewOn },
      ),
    BoundaryEnded: (event) => on(event, (row) => ({ ...row, ended_on: event.data.effectiveOn })),
  },
});
