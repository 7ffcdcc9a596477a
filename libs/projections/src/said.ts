import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { Published } from './projection.js';

/** What an event said, with the day from which it holds, so that a correction can take it back. */
export interface Said<Value> {
  readonly eventId: Uuid;
  readonly from: CalendarDate;
  readonly value: Value;
}

/** The timeline with what the event says, and without what it corrects; in order of days, then of recording. */
export const saying = <Value>(
  timeline: readonly Said<Value>[],
  event: Published,
  value: Value,
): readonly Said<Value>[] =>
  [...without(timeline, event), { eventId: event.id, from: event.data.effectiveOn, value }].toSorted(
    (a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
  );

/** The timeline without what the event corrects. */
export const without = <Value>(
  timeline: readonly Said<Value>[],
  { corrects }: Published,
): readonly Said<Value>[] => timeline.filter(({ eventId }) => eventId !== corrects?.eventId);
