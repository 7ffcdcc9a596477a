import type { CalendarDate, Fact, Uuid } from '@alongside/kernel';

/** A value with the event that said it, so that a correction can name it. */
export interface Said<Value> {
  readonly eventId: Uuid;
  readonly from: CalendarDate;
  readonly value: Value;
}

/** Facts come in the order in which they are true, so that what is said goes to the end. */
export const saying = <Value>(
  said: readonly Said<Value>[],
  { id, data }: Fact,
  value: Value,
): readonly Said<Value>[] => [...said, { eventId: id, from: data.effectiveOn, value }];
