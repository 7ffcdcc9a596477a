import { reject, type CalendarDate, type Rejected } from '@alongside/kernel';
import type { BoundaryLine, ComparedLine, LineCondition } from '../../contracts.js';
import type { BoundaryRefusal } from '../boundary/boundary.refusals.js';
import { ruleOn, type FrameworkStance } from './framework-stance.js';
import { directionOf } from './strictness.js';

type Refused = Rejected<BoundaryRefusal>;

/** What is wrong with a line in itself; undefined where nothing is. */
export const faultOfLine = ({ task, stance, conditions }: BoundaryLine): Refused | undefined => {
  const impossible = faultOfConditions(conditions);
  if (impossible) return impossible;
  if (stance === 'withConditions' && conditions.length === 0) return reject('ConditionsMissing', { task });
  if (conditions.length > 0 && stance !== 'withConditions' && stance !== 'notByDefault')
    return reject('ConditionsNotMeant', { task });
  return undefined;
};

export const faultOfConditions = (conditions: readonly LineCondition[]): Refused | undefined => {
  const impossible = conditions.find((condition) => !isPossible(condition));
  return impossible ? reject('ConditionImpossible', { condition: impossible.kind }) : undefined;
};

const isPossible = (condition: LineCondition): boolean => {
  switch (condition.kind) {
    case 'monthsInPost':
      return Number.isInteger(condition.months) && condition.months > 0;
    case 'setting':
      return condition.settings.length > 0;
    default:
      return true;
  }
};

/**
 * A line beside the framework's stance on a day. Stricter is always allowed; looser only as far as a declared deviation
 * goes; looser than `never` is not.
 */
export const compareLine = (
  line: BoundaryLine,
  framework: FrameworkStance | undefined,
  on: CalendarDate,
): ComparedLine | Refused => {
  const { task, stance, conditions } = line;
  if (!framework) return { task, stance, conditions, direction: 'silent', clauseId: null, deviationId: null };
  const { clauseId, deviation } = framework;
  const direction = directionOf(line, framework);
  if (framework.stance === 'never' && direction === 'looser') return reject('LooserThanNever', { task });
  if (directionOf(line, ruleOn(framework, on)) === 'looser')
    return reject('DeviationNotDeclared', { task, stance: ruleOn(framework, on).stance });
  const deviationId = direction === 'looser' && deviation ? deviation.deviationId : null;
  return { task, stance, conditions, direction, clauseId, deviationId };
};
