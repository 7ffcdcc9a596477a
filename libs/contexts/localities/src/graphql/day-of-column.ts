import { addDays, type CalendarDate } from '@alongside/kernel';

/** Prisma reads a `date` column as midnight UTC of the day. */
export const dayOfColumn = (column: Date): CalendarDate => column.toISOString().slice(0, 10);

/** The last day of what no longer holds on `to`; null where there is no such day. */
export const lastDayBefore = (to: CalendarDate | null): CalendarDate | null =>
  to === null ? null : addDays(to, -1);
