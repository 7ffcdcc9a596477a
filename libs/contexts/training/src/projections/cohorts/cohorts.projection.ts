import type { Uuid } from '@alongside/kernel';
import { projection, type Change } from '@alongside/projections';
import type { CohortEvent } from '../../domain/cohort/cohort.events.js';

export interface CohortRow {
  readonly cohort_id: Uuid;
  readonly course_id: Uuid;
  readonly organisation_id: Uuid;
  readonly seats: number;
  readonly reserved: number;
  readonly waiting: number;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly cancelled_on: string | null;
}

const change = (
  { cohortId }: { readonly cohortId: Uuid },
  changed: (row: CohortRow) => Partial<CohortRow>,
): Change<CohortRow> => ({ key: [cohortId], fold: (row) => row && { ...row, ...changed(row) } });

/** Every cohort with its seats. Open to the whole region, so that partners can book on one another's. */
export const cohorts = projection<CohortRow, CohortEvent>({
  name: 'cohorts',
  version: 1,
  table: 'training.cohort',
  columns: {
    cohort_id: 'uuid',
    course_id: 'uuid',
    organisation_id: 'uuid',
    seats: 'integer',
    reserved: 'integer',
    waiting: 'integer',
    starts_on: 'date',
    ends_on: 'date',
    cancelled_on: 'date',
  },
  key: ['cohort_id'],
  access: { class: 'C0', everyone: true },
  on: {
    CohortPlanned: ({ data }) => ({
      key: [data.cohortId],
      fold: () => ({
        cohort_id: data.cohortId,
        course_id: data.courseId,
        organisation_id: data.organisationId,
        seats: data.seats,
        reserved: 0,
        waiting: 0,
        starts_on: data.startsOn,
        ends_on: data.endsOn,
        cancelled_on: null,
      }),
    }),
    SeatsAgreed: ({ data }) => change(data, () => ({ seats: data.seats })),
    SeatReserved: ({ data }) =>
      change(data, ({ reserved, waiting }) => ({
        reserved: reserved + 1,
        waiting: data.fromWaitingList ? waiting - 1 : waiting,
      })),
    SeatReleased: ({ data }) => change(data, ({ reserved }) => ({ reserved: reserved - 1 })),
    WaitingListJoined: ({ data }) => change(data, ({ waiting }) => ({ waiting: waiting + 1 })),
    WaitingListLeft: ({ data }) => change(data, ({ waiting }) => ({ waiting: waiting - 1 })),
    CohortCancelled: ({ data }) => change(data, () => ({ cancelled_on: data.effectiveOn })),
  },
});
