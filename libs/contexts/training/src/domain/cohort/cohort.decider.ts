import {
  reject,
  type CalendarDate,
  type Decider,
  type Fact,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type {
  AgreeSeats,
  CancelCohort,
  CohortCommand,
  PlanCohort,
  ReleaseSeat,
  ReserveSeat,
} from './cohort.commands.js';
import type { Booking, CohortEvent, CohortRef } from './cohort.events.js';
import type { CohortRefusal } from './cohort.refusals.js';

export type CohortState =
  | { readonly status: 'None' }
  | {
      readonly status: 'Planned' | 'Cancelled';
      readonly ref: CohortRef;
      readonly seats: number;
      readonly endsOn: CalendarDate;
      readonly lastOn: CalendarDate;
      readonly reserved: readonly Booking[];
      /** In the order of joining. */
      readonly waiting: readonly Booking[];
    };

type Planned = Exclude<CohortState, { status: 'None' }>;
type Decision = readonly CohortEvent[] | Rejected<CohortRefusal>;

const isWhole = (seats: number): boolean => Number.isInteger(seats) && seats > 0;

const plan = (command: PlanCohort, state: CohortState): Decision => {
  if (state.status !== 'None') return reject('AlreadyPlanned');
  const { cohortId, courseId, courseKind, title, organisationId } = command;
  const { seats, startsOn, endsOn, courseOpen, effectiveOn } = command;
  if (!courseOpen) return reject('CourseNotOpen');
  if (!isWhole(seats)) return reject('NoSeats');
  if (endsOn < startsOn) return reject('EndsBeforeItStarts');
  const ref = { cohortId, courseId, courseKind, title, organisationId };
  const data = { ...ref, seats, startsOn, endsOn, effectiveOn };
  return [{ type: 'CohortPlanned', data }];
};

/** Those who move up into `free` seats; nobody once the cohort is over. */
const movedUp = (state: Planned, free: number, effectiveOn: CalendarDate): readonly CohortEvent[] => {
  const moving = effectiveOn > state.endsOn ? [] : state.waiting.slice(0, free);
  return moving.map((booking) => ({
    type: 'SeatReserved',
    data: { ...state.ref, ...booking, fromWaitingList: true, effectiveOn },
  }));
};

const agreeSeats = ({ seats, effectiveOn }: AgreeSeats, state: Planned): Decision => {
  if (!isWhole(seats)) return reject('NoSeats');
  if (seats === state.seats) return [];
  if (seats < state.reserved.length) return reject('SeatsTaken', { taken: state.reserved.length });
  return [
    { type: 'SeatsAgreed', data: { ...state.ref, seats, effectiveOn } },
    ...movedUp(state, seats - state.reserved.length, effectiveOn),
  ];
};

const of = (bookings: readonly Booking[], personId: Uuid): Booking | undefined =>
  bookings.find((booking) => booking.personId === personId);

const reserve = ({ personId, bookedBy, effectiveOn }: ReserveSeat, state: Planned): Decision => {
  if (effectiveOn > state.endsOn) return reject('CohortEnded');
  if (of(state.reserved, personId) || of(state.waiting, personId)) return reject('AlreadyBooked');
  const data = { ...state.ref, personId, bookedBy, effectiveOn };
  if (state.reserved.length >= state.seats) return [{ type: 'WaitingListJoined', data }];
  return [{ type: 'SeatReserved', data: { ...data, fromWaitingList: false } }];
};

const release = ({ personId, effectiveOn }: ReleaseSeat, state: Planned): Decision => {
  const waits = of(state.waiting, personId);
  if (waits) return [{ type: 'WaitingListLeft', data: { ...state.ref, ...waits, effectiveOn } }];
  const held = of(state.reserved, personId);
  if (!held) return reject('NotBooked');
  return [
    { type: 'SeatReleased', data: { ...state.ref, ...held, because: 'givenBack', effectiveOn } },
    ...movedUp(state, state.seats - state.reserved.length + 1, effectiveOn),
  ];
};

/** Nobody holds a seat in what does not take place, and nobody moves up into one. */
const cancel = ({ effectiveOn }: CancelCohort, state: Planned): Decision => [
  ...state.waiting.map((booking): CohortEvent => ({
    type: 'WaitingListLeft',
    data: { ...state.ref, ...booking, effectiveOn },
  })),
  ...state.reserved.map((booking): CohortEvent => ({
    type: 'SeatReleased',
    data: { ...state.ref, ...booking, because: 'cohortCancelled', effectiveOn },
  })),
  { type: 'CohortCancelled', data: { ...state.ref, effectiveOn } },
];

const decide = (command: CohortCommand, state: CohortState): Decision => {
  if (command.type === 'PlanCohort') return plan(command, state);
  if (state.status !== 'Planned') return reject('CohortNotOpen');
  if (command.effectiveOn < state.lastOn) return reject('BeforeLastStep');
  switch (command.type) {
    case 'AgreeSeats':
      return agreeSeats(command, state);
    case 'ReserveSeat':
      return reserve(command, state);
    case 'ReleaseSeat':
      return release(command, state);
    case 'CancelCohort':
      return cancel(command, state);
    default:
      return command satisfies never;
  }
};

const without = (bookings: readonly Booking[], personId: Uuid): readonly Booking[] =>
  bookings.filter((booking) => booking.personId !== personId);

const booked = (
  state: Planned,
  { type, data }: Exclude<Fact<CohortEvent>, { type: 'CohortPlanned' }>,
): Planned => {
  switch (type) {
    case 'SeatsAgreed':
      return { ...state, seats: data.seats };
    case 'SeatReserved': {
      const { personId, bookedBy } = data;
      const waiting = without(state.waiting, personId);
      return { ...state, reserved: [...state.reserved, { personId, bookedBy }], waiting };
    }
    case 'SeatReleased':
      return { ...state, reserved: without(state.reserved, data.personId) };
    case 'WaitingListJoined': {
      const { personId, bookedBy } = data;
      return { ...state, waiting: [...state.waiting, { personId, bookedBy }] };
    }
    case 'WaitingListLeft':
      return { ...state, waiting: without(state.waiting, data.personId) };
    case 'CohortCancelled':
      return { ...state, status: 'Cancelled' };
    default:
      return data satisfies never;
  }
};

const evolve = (state: CohortState, fact: Fact<CohortEvent>): CohortState => {
  if (fact.type === 'CohortPlanned') {
    const { cohortId, courseId, courseKind, title, organisationId } = fact.data;
    const { seats, endsOn, effectiveOn: lastOn } = fact.data;
    const ref = { cohortId, courseId, courseKind, title, organisationId };
    return { status: 'Planned', ref, seats, endsOn, lastOn, reserved: [], waiting: [] };
  }
  if (state.status === 'None') return state;
  return { ...booked(state, fact), lastOn: fact.data.effectiveOn };
};

/** The cohort owns its seats: never more people than seats, and who waited longest moves up first. */
export const cohort: Decider<CohortCommand, CohortState, CohortEvent, CohortRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
