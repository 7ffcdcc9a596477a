import type { CalendarDate, Instant } from './calendar-date.js';
import type { Uuid } from './ids.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Why an earlier fact was wrong. Words about it belong in a sealed field of the event. */
export const correctionReasons = [
  'enteredInError',
  'wrongDate',
  'wrongPerson',
  'lateNotice',
  'contested',
] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** Names the event that a new event stands in for. The corrected event stays in the log for ever. */
export interface Correction {
  readonly eventId: Uuid;
  readonly reason: CorrectionReason;
}

/** A fact as a decider states it. `effectiveOn` is when it is true; when it was learnt is added on recording. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Readonly<Data> & { readonly effectiveOn: CalendarDate };
  readonly corrects?: Correction;
}

/** A fact as the record holds it. */
export type Fact<Event extends DomainEvent = DomainEvent> = Event & {
  readonly id: Uuid;
  readonly recordedAt: Instant;
};

/** A refusal is a value: `rejected` is a stable reason, `details` what a reader needs to act on it. */
export interface Rejected<Reason extends string = string> {
  readonly rejected: Reason;
  readonly details?: Readonly<Record<string, Json>>;
}

export const reject = <Reason extends string>(
  rejected: Reason,
  details?: Readonly<Record<string, Json>>,
): Rejected<Reason> => (details === undefined ? { rejected } : { rejected, details });

export const isRejected = <Reason extends string>(
  outcome: Rejected<Reason> | readonly unknown[] | object,
): outcome is Rejected<Reason> => 'rejected' in outcome;

/**
 * The rules of one kind of stream. Pure: the clock, new ids and facts of other contexts arrive in the command.
 * `decide` answers the events to record, none where nothing would change, or a refusal.
 */
export interface Decider<Command, State, Event extends DomainEvent, Reason extends string> {
  readonly initialState: State;
  readonly decide: (command: Command, state: State) => readonly Event[] | Rejected<Reason>;
  readonly evolve: (state: State, fact: Fact<Event>) => State;
}
