import type { CalendarDate, Catalogue, DomainEvent, Uuid } from '@alongside/kernel';
import type { CourseKind } from '../../contracts.js';

export interface CohortRef {
  readonly cohortId: Uuid;
  readonly courseId: Uuid;
  /** What it is a cohort of, as enrolments say it: neither ever changes. */
  readonly courseKind: CourseKind;
  readonly title: string;
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

export const seatReleases = ['givenBack', 'cohortCancelled'] as const;
export type SeatRelease = (typeof seatReleases)[number];

export type SeatReleased = DomainEvent<
  'SeatReleased',
  CohortRef & Booking & { readonly because: SeatRelease }
>;

export type WaitingListJoined = DomainEvent<'WaitingListJoined', CohortRef & Booking>;

export type WaitingListLeft = DomainEvent<'WaitingListLeft', CohortRef & Booking>;

/** Every seat and every place on the waiting list was given up just before. */
export type CohortCancelled = DomainEvent<'CohortCancelled', CohortRef>;

export type CohortEvent =
  | CohortPlanned
  | SeatsAgreed
  | SeatReserved
  | SeatReleased
  | WaitingListJoined
  | WaitingListLeft
  | CohortCancelled;

const ref = ['effectiveOn', 'cohortId', 'courseId', 'courseKind', 'title', 'organisationId'] as const;
const booking = ['personId', 'bookedBy'] as const;
const ofCohort = { version: 1, subject: null } as const;
const ofPerson = { version: 1, subject: 'personId' } as const;

export const cohortCatalogue: Catalogue<CohortEvent> = {
  CohortPlanned: { ...ofCohort, open: [...ref, 'seats', 'startsOn', 'endsOn'] },
  SeatsAgreed: { ...ofCohort, open: [...ref, 'seats'] },
  SeatReserved: { ...ofPerson, open: [...ref, ...booking, 'fromWaitingList'] },
  SeatReleased: { ...ofPerson, open: [...ref, ...booking, 'because'] },
  WaitingListJoined: { ...ofPerson, open: [...ref, ...booking] },
  WaitingListLeft: { ...ofPerson, open: [...ref, ...booking] },
  CohortCancelled: { ...ofCohort, open: ref },
};
