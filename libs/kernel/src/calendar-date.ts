import { Temporal } from 'temporal-polyfill';

/** A day in the civil calendar as `YYYY-MM-DD`. Text order is calendar order. */
export type CalendarDate = string;

/** A moment in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`. Text order is time order. */
export type Instant = string;

export const isCalendarDate = (text: unknown): text is CalendarDate => {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

/** The day `days` later (earlier when negative). */
export const addDays = (day: CalendarDate, days: number): CalendarDate =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** The same day `months` later; the last day of that month where it has no such day. */
export const addMonths = (day: CalendarDate, months: number): CalendarDate =>
  Temporal.PlainDate.from(day).add({ months }).toString();

/** Whole months completed from `from` to `to`; negative when `to` is earlier. */
export const monthsBetween = (from: CalendarDate, to: CalendarDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'month' }).months;

export const lastDayOfMonth = (day: CalendarDate): CalendarDate => {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString();
};

/** The latest month-end that is not after `day`: the only dates for which aggregates leave an organisation. */
export const monthEndOnOrBefore = (day: CalendarDate): CalendarDate =>
  lastDayOfMonth(day) === day ? day : addDays(`${day.slice(0, 7)}-01`, -1);

/** The civil date of an instant in the United Kingdom, where every locality is. */
export const dayOf = (instant: Instant): CalendarDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString();

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});
const calendar = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** The moment as people in the United Kingdom say it: `09:30 on 1 November 2026`. */
export const momentInWords = (instant: Instant): string => {
  const at = Temporal.Instant.from(instant).epochMilliseconds;
  return `${clock.format(at)} on ${calendar.format(at)}`;
};

/** The moment `hours` later (earlier when negative). */
export const addHours = (instant: Instant, hours: number): Instant =>
  Temporal.Instant.from(instant).add({ hours }).toString({ fractionalSecondDigits: 3 });
