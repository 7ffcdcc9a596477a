import type { CalendarDate, Instant } from './calendar-date.js';
import type { Decider, DomainEvent, Fact } from './decider.js';

/** From which day, and from what we had learnt by when, the record is read. Absent: everything. */
export interface AsOf {
  readonly asAt?: CalendarDate | undefined;
  readonly asKnownAt?: Instant | undefined;
}

/**
 * The facts that hold at (`asAt`, `asKnownAt`), in the order in which they are true: those learnt by then, less those
 * corrected by then, by `effectiveOn` and, within a day, in the order of recording. `facts` come in stream order.
 */
export const settle = <Event extends DomainEvent>(
  facts: readonly Fact<Event>[],
  { asAt, asKnownAt }: AsOf = {},
): readonly Fact<Event>[] => {
  const known = asKnownAt === undefined ? facts : facts.filter((fact) => fact.recordedAt <= asKnownAt);
  const corrected = new Set(known.flatMap((fact) => (fact.corrects ? [fact.corrects.eventId] : [])));
  return known
    .filter((fact) => !corrected.has(fact.id))
    .filter((fact) => asAt === undefined || fact.data.effectiveOn <= asAt)
    .toSorted((a, b) => compare(a.data.effectiveOn, b.data.effectiveOn));
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The state of a stream at (`asAt`, `asKnownAt`). */
export const fold = <Command, State, Event extends DomainEvent, Reason extends string>(
  decider: Decider<Command, State, Event, Reason>,
  facts: readonly Fact<Event>[],
  asOf?: AsOf,
): State => settle(facts, asOf).reduce(decider.evolve, decider.initialState);
