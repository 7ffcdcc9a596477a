import { addDays, timeline, type CalendarDate } from '@alongside/kernel';
import { periodOn, type SupervisionState } from './supervision.state.js';

/**
 * The last day by which the next session is due, as it stands on a day: the agreed cadence after the last session held
 * by then, or after the beginning where there was none since. Null where none is arranged on that day.
 */
export const dueOn = (state: SupervisionState, on: CalendarDate): CalendarDate | null => {
  if (state.status === 'None') return null;
  const period = periodOn(state, on);
  const everyDays = timeline.valueOn(state.cadence, on);
  if (!period || everyDays === undefined) return null;
  const last = lastHeldOn(state, on);
  return addDays(last !== null && last > period.from ? last : period.from, everyDays);
};

/** The day of the last session held by then; null where there was none. Missed and cut short do not count. */
export const lastHeldOn = (state: SupervisionState, on: CalendarDate): CalendarDate | null =>
  state.status === 'None'
    ? null
    : (state.sessions.findLast((session) => session.outcome === 'held' && session.on <= on)?.on ?? null);

/** Whether the next session was due before this day. Computed from facts and the day, never stored. */
export const isOverdue = (state: SupervisionState, on: CalendarDate): boolean => {
  const due = dueOn(state, on);
  return due !== null && due < on;
};
