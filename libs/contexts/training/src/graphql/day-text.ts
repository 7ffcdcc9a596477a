import type { CalendarDate } from '@alongside/kernel';

/** A date as the typed client reads it, as a calendar date. */
export const dayText = <Day extends Date | null>(
  day: Day,
): Day extends null ? CalendarDate | null : CalendarDate => (day && day.toISOString().slice(0, 10)) as never;
