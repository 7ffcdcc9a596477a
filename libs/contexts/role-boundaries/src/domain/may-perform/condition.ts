import { monthsBetween, type CalendarDate, type Uuid } from '@alongside/kernel';
import type { LineCondition } from '../../contracts.js';
import type { OptedIn } from '../boundary/boundary.state.js';
import type { PerformanceFacts } from './performance-facts.js';

/** `depends`: on what nobody said or recorded, such as the situation. */
export type ConditionStatus = 'met' | 'unmet' | 'depends';

export interface JudgedCondition {
  readonly condition: LineCondition;
  readonly status: ConditionStatus;
  /** The events that decided it: for what is unmet, those that came closest. */
  readonly eventIds: readonly Uuid[];
}

interface Period {
  readonly completedOn: CalendarDate;
  readonly expiresOn: CalendarDate | null;
  readonly eventId: Uuid;
}

const judged = (
  condition: LineCondition,
  met: boolean | null,
  eventIds: readonly Uuid[],
): JudgedCondition => ({
  condition,
  status: met === null ? 'depends' : met ? 'met' : 'unmet',
  eventIds,
});

/** Whether a condition is met on a day. */
export const judge = (
  condition: LineCondition,
  facts: PerformanceFacts,
  optedIn: OptedIn | undefined,
  on: CalendarDate,
): JudgedCondition => {
  switch (condition.kind) {
    case 'trainingInDate': {
      const fitting = facts.trainings.filter(
        ({ courseKind, evidence }) =>
          courseKind === condition.courseKind &&
          (evidence === 'assessed' || condition.evidence === 'attended'),
      );
      return byPeriods(condition, fitting, on);
    }
    case 'teamTrained':
      if (facts.teamTrainings === null) return judged(condition, null, []);
      return byPeriods(
        condition,
        facts.teamTrainings.filter(({ courseKind }) => courseKind === condition.courseKind),
        on,
      );
    case 'monthsInPost': {
      const { begunOn, begunBy } = facts.engagement;
      return judged(condition, monthsBetween(begunOn, on) >= condition.months, [begunBy]);
    }
    case 'supervisionCurrent': {
      const arranged = facts.supervision.filter(({ kind }) => kind === condition.supervision);
      return judged(
        condition,
        arranged.some(({ dueOn }) => dueOn >= on),
        arranged.flatMap(({ eventId }) => eventId ?? []),
      );
    }
    case 'workerOptedIn':
      return judged(condition, optedIn?.in === true, optedIn ? [optedIn.eventId] : []);
    case 'secondPersonPresent':
      return judged(condition, facts.situation.secondPersonPresent, []);
    case 'setting': {
      const { setting } = facts.situation;
      return judged(condition, setting === null ? null : condition.settings.includes(setting), []);
    }
    default:
      return condition satisfies never;
  }
};

/** Of several completions the one that lasts longest decides. */
const byPeriods = (
  condition: LineCondition,
  completions: readonly Period[],
  on: CalendarDate,
): JudgedCondition => {
  const begun = completions.filter(({ completedOn }) => completedOn <= on);
  const deciding = begun.toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0];
  return judged(
    condition,
    deciding !== undefined && endOf(deciding) > on,
    deciding ? [deciding.eventId] : [],
  );
};

/** Text order is calendar order, and this comes after every day. */
const WITHOUT_END = '9999-12-31';
const endOf = ({ expiresOn }: Period): CalendarDate => expiresOn ?? WITHOUT_END;
