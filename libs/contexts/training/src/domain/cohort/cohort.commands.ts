import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { Booking, CohortRef } from './cohort.events.js';

export interface PlanCohort extends CohortRef {
  readonly type: 'PlanCohort';
  readonly effectiveOn: CalendarDate;
  readonly seats: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Looked up in the list of courses. */
  readonly courseOpen: boolean;
}

export interface AgreeSeats {
  readonly type: 'AgreeSeats';
  readonly effectiveOn: CalendarDate;
  readonly seats: number;
}

/** A seat, or a place on the waiting list where all are taken. */
export interface ReserveSeat extends Booking {
  readonly type: 'ReserveSeat';
  readonly effectiveOn: CalendarDate;
}

/** Gives back a seat or a place on the waiting list; the first who waits moves up. */
export interface ReleaseSeat {
  readonly type: 'ReleaseSeat';
  readonly effectiveOn: CalendarDate;
  readonly personId: Uuid;
}

export interface CancelCohort {
  readonly type: 'CancelCohort';
  readonly effectiveOn: CalendarDate;
}

export type CohortCommand = PlanCohort | AgreeSeats | ReserveSeat | ReleaseSeat | CancelCohort;
