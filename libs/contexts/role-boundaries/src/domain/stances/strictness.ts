import type { LineCondition, LineDirection } from '../../contracts.js';
import type { TaskRule } from './framework-stance.js';

const ranks = { never: 0, notByDefault: 1, withConditions: 2, usual: 3 } as const;

/**
 * How a rule stands to another. What is not stricter throughout is looser. Where one of the two says that nothing is
 * agreed there is no stricter and no looser, except against `never`: whatever is not `never` is looser than that.
 */
export const directionOf = (rule: TaskRule, other: TaskRule): Exclude<LineDirection, 'silent'> => {
  if (rule.stance === 'notAgreed' && other.stance === 'notAgreed') return 'same';
  if (other.stance === 'never' && rule.stance !== 'never') return 'looser';
  if (rule.stance === 'never' && other.stance !== 'never') return 'stricter';
  if (rule.stance === 'notAgreed' || other.stance === 'notAgreed') return 'contrary';
  if (ranks[rule.stance] !== ranks[other.stance])
    return ranks[rule.stance] < ranks[other.stance] ? 'stricter' : 'looser';
  if (!demands(rule.conditions, other.conditions)) return 'looser';
  return demands(other.conditions, rule.conditions) ? 'same' : 'stricter';
};

/** Whether whoever meets all of `conditions` meets all of `others` too. */
const demands = (conditions: readonly LineCondition[], others: readonly LineCondition[]): boolean =>
  others.every((other) => conditions.some((condition) => implies(condition, other)));

const implies = (condition: LineCondition, other: LineCondition): boolean => {
  switch (condition.kind) {
    case 'trainingInDate':
      return (
        other.kind === 'trainingInDate' &&
        condition.courseKind === other.courseKind &&
        (condition.evidence === other.evidence || condition.evidence === 'assessed')
      );
    case 'monthsInPost':
      return other.kind === 'monthsInPost' && condition.months >= other.months;
    case 'setting':
      return (
        other.kind === 'setting' && condition.settings.every((setting) => other.settings.includes(setting))
      );
    case 'supervisionCurrent':
      return other.kind === 'supervisionCurrent' && condition.supervision === other.supervision;
    case 'teamTrained':
      return other.kind === 'teamTrained' && condition.courseKind === other.courseKind;
    case 'secondPersonPresent':
    case 'workerOptedIn':
      return other.kind === condition.kind;
    default:
      return condition satisfies never;
  }
};
