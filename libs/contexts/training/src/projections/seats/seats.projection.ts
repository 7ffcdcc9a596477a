import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection, type Change } from '@alongside/projections';
import type { Booking, CohortEvent, CohortRef } from '../../domain/cohort/cohort.events.js';

export interface SeatRow {
  readonly cohort_id: Uuid;
  readonly person_id: Uuid;
  readonly course_id: Uuid;
  readonly organisation_id: Uuid;
  /** The organisation that booked. */
  readonly booked_by: Uuid;
  readonly status: 'reserved' | 'waiting' | 'released';
  readonly since: string;
}

type Seat = CohortRef & Booking & { readonly effectiveOn: CalendarDate };

const become = (status: SeatRow['status'], data: Seat): Change<SeatRow> => ({
  key: [data.cohortId, data.personId],
  fold: () => ({
    cohort_id: data.cohortId,
    person_id: data.personId,
    course_id: data.courseId,
    organisation_id: data.organisationId,
    booked_by: data.bookedBy,
    status,
    since: data.effectiveOn,
  }),
});

/** Who holds a seat in which cohort, and who waits for one. */
export const seats = projection<SeatRow, CohortEvent>({
  name: 'seats',
  version: 1,
  table: 'training.seat',
  columns: {
    cohort_id: 'uuid',
    person_id: 'uuid',
    course_id: 'uuid',
    organisation_id: 'uuid',
    booked_by: 'uuid',
    status: 'text',
    since: 'date',
  },
  key: ['cohort_id', 'person_id'],
  access: { class: 'C2', organisations: ['organisation_id', 'booked_by'], people: ['person_id'] },
  on: {
    SeatReserved: ({ data }) => become('reserved', data),
    WaitingListJoined: ({ data }) => become('waiting', data),
    SeatReleased: ({ data }) => become('released', data),
    WaitingListLeft: ({ data }) => become('released', data),
  },
});
