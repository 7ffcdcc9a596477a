import { addDays, type CalendarDate } from '@alongside/kernel';
import type { Change, Published } from '@alongside/projections';

/** A row that holds from its first day to the day before `to_on`; without end where that is null. */
export interface Lasting {
  readonly from_on: CalendarDate;
  readonly to_on: CalendarDate | null;
}

/** The first day after the last one. */
export const dayAfter = (last: CalendarDate | null): CalendarDate | null =>
  last === null ? null : addDays(last, 1);

/** The first day on which something no longer holds: `day`, unless it ends earlier in any case. */
export const endedBy = (to: CalendarDate | null, day: CalendarDate): CalendarDate =>
  to !== null && to < day ? to : day;

/** The event's own row, in the place of the one that it corrects. */
export const beginning = <Row>(event: Published, row: Row): readonly Change<Row>[] => [
  ...(event.corrects ? [{ key: [event.corrects.eventId], fold: () => undefined }] : []),
  { key: [event.id], fold: () => row },
];

/** Ends the row of the event that began it, at the latest then; takes it away where it never was. */
export const ending = <Row extends Lasting>(begunBy: string, { data, corrects }: Published): Change<Row> => ({
  key: [begunBy],
  fold: (row) => {
    if (!row || corrects?.eventId === begunBy) return undefined;
    return { ...row, to_on: endedBy(row.to_on, data.effectiveOn) };
  },
});
