import type { CalendarDate } from './calendar-date.js';

/** What varies over time: each value holds from its day until the next one's. In order of `from`. */
export type Timeline<Value> = readonly { readonly from: CalendarDate; readonly value: Value }[];

/** The timeline with `value` holding from `from`; of two values from one day the later said one holds. */
export const from = <Value>(timeline: Timeline<Value>, day: CalendarDate, value: Value): Timeline<Value> =>
  [...timeline.filter((entry) => entry.from !== day), { from: day, value }].toSorted((a, b) =>
    a.from < b.from ? -1 : 1,
  );

/** The value that holds on `day`, or undefined before the first. */
export const valueOn = <Value>(timeline: Timeline<Value>, day: CalendarDate): Value | undefined =>
  timeline.findLast((entry) => entry.from <= day)?.value;

/** The value that holds in the end. */
export const latest = <Value>(timeline: Timeline<Value>): Value | undefined => timeline.at(-1)?.value;
