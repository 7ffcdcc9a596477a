import { addDays, type CalendarDate } from '@alongside/kernel';

/** From its first day until the first day on which it no longer holds; open-ended where `until` is null. */
export interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** The period that ends with `last`; without end where that is null. */
export const through = (from: CalendarDate, last: CalendarDate | null): Period => ({
  from,
  until: last === null ? null : addDays(last, 1),
});

/** The thing with its period ended on `day`, unless it ends earlier in any case. */
export const endedBy = <Item extends Period>(item: Item, day: CalendarDate): Item =>
  item.until !== null && item.until <= day ? item : { ...item, until: day };

export const holdsOn = ({ from, until }: Period, day: CalendarDate): boolean =>
  from <= day && (until === null || day < until);

/** Whether there is a day in both. A period that ended on its first day holds on none. */
export const overlap = (a: Period, b: Period): boolean =>
  !isEmpty(a) && !isEmpty(b) && startsBefore(a, b.until) && startsBefore(b, a.until);

/** Whether it holds on no day: it ended on its first. */
export const isEmpty = ({ from, until }: Period): boolean => until !== null && until <= from;

/** Whether every day of the one is a day of the other. */
export const within = (inner: Period, outer: Period): boolean =>
  outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));

const startsBefore = ({ from }: Period, day: CalendarDate | null): boolean => day === null || from < day;
