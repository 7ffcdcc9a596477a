import type { CalendarDate, Instant, Timeline, Uuid } from '@alongside/kernel';
import type { OfSupervision } from '../../contracts.js';

/** From `from` up to the day before `until`; null: without an end so far. */
export interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  /** When its arrangement was recorded. */
  readonly arrangedAt: Instant;
}

export interface Session {
  /** What a correction names. */
  readonly eventId: Uuid;
  readonly on: CalendarDate;
  readonly outcome: 'held' | 'missed' | 'cutShort';
}

/** Whose supervision it is: what every fact of it says. */
export type Particulars = Omit<OfSupervision, 'effectiveOn'>;

export interface ArrangedSupervision {
  readonly status: 'Arranged' | 'Ended';
  readonly of: Particulars;
  /** When it was arranged, first to last: it may end and be taken up anew. */
  readonly periods: readonly Period[];
  readonly supervisors: Timeline<Uuid>;
  readonly cadence: Timeline<number>;
  /** In the order of their days. */
  readonly sessions: readonly Session[];
}
export type SupervisionState = { readonly status: 'None' } | ArrangedSupervision;

/** The period that a day lies in. */
export const periodOn = ({ periods }: ArrangedSupervision, day: CalendarDate): Period | undefined =>
  periods.find(({ from, until }) => from <= day && (until === null || day < until));
