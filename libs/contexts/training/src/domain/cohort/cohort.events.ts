import type { CalendarDate, Catalogue, DomainEvent, Uuid } from '@alongside/kernel';

export interface CohortRef {
  readonly cohortId: Uuid;
  readonly courseId: Uuid;
  /** The organisation that runs the cohort. */
  readonly organisationId: Uuid;
}

export type CohortPlanned = DomainEvent<
  'CohortPlanned',
  CohortRef & { readonly seats: number; readonly startsOn: CalendarDate; readonly endsOn: CalendarDate }
>;

export type SeatsAgreed = DomainEvent<'SeatsAgreed', CohortRef & { readonly seats: number }>;

export interface Booking {
  readonly personId: Uuid;
  /** The organisation that books for the person. */
  readonly bookedBy: Uuid;
}

export type SeatReserved = DomainEvent<
  'SeatReserved',
  CohortRef & Booking & { readonly fromWaitingList: boolean }
>;

export type SeatReleased = DomainEvent<'SeatReleased', CohortRef & Booking>;

export type WaitingListJoined = DomainEvent<'WaitingListJoined', CohortRef & Booking>;

export type WaitingListLeft = DomainEvent<'WaitingListLeft', CohortRef & Booking>;

export type CohortCancelled = DomainEvent<'CohortCancelled', CohortRef>;

export type CohortEvent =
  | CohortPlanned
  | SeatsAgreed
  | SeatReserved
  | SeatReleased
  | WaitingListJoined
  | WaitingListLeft
  | CohortCancelled;

const ref = ['effectiveOn', 'cohortId', 'courseId', 'organisationId'] as const;
const booking = ['personId', 'bookedBy'] as const;
const ofCohort = { version: 1, subject: null } as const;
const ofPerson = { version: 1, subject: 'personId' } as const;

export const cohortCatalogue: Catalogue<CohortEvent> = {
  CohortPlanned: { ...ofCohort, open: [...ref, 'seats', 'startsOn', 'endsOn'] },
  SeatsAgreed: { ...ofCohort, open: [...ref, 'seats'] },
  SeatReserved: { ...ofPerson, open: [...ref, ...booking, 'fromWaitingList'] },
  SeatReleased: { ...ofPerson, open: [...ref, ...booking] },
  WaitingListJoined: { ...ofPerson, open: [...ref, ...booking] },
  WaitingListLeft: { ...ofPerson, open: [...ref, ...booking] },
  CohortCancelled: { ...ofCohort, open: ref },
};
