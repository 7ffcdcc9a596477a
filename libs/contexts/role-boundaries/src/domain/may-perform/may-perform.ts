import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { BoundaryLine, LineCondition, LineStance } from '../../contracts.js';
import {
  agreementOn,
  exceptionOn,
  optInOn,
  type Agreement,
  type BoundaryException,
  type BoundaryState,
} from '../boundary/boundary.state.js';
import { ruleOn, type FrameworkStance, type TaskRule } from '../stances/framework-stance.js';
import { directionOf } from '../stances/strictness.js';
import { judge, type JudgedCondition } from './condition.js';
import type { EngagementFact, PerformanceFacts } from './performance-facts.js';

/**
 * `yes`: agreed, every condition is met. `no`: not to be done, or a condition is unmet. `onlyIf`: nothing is unmet, and
 * the rest depends on the situation. `notAgreed`: nobody has agreed whether it may be done.
 */
export type Verdict = 'yes' | 'no' | 'onlyIf' | 'notAgreed';

export interface Judgement {
  readonly verdict: Verdict;
  readonly stance: LineStance;
  /**
   * What decided. `nothing` where neither agreement nor framework speaks of the task; `engagement` where the person does
   * not work there on that day.
   */
  readonly decidedBy: 'agreement' | 'framework' | 'deviation' | 'nothing' | 'engagement';
  readonly clauseId: Uuid | null;
  readonly versionId: Uuid | null;
  readonly deviationId: Uuid | null;
  /** The proposal that both signed, where an agreement has a line on the task. */
  readonly proposalId: Uuid | null;
  readonly exceptionId: Uuid | null;
  readonly conditions: readonly JudgedCondition[];
  /** The events that decided it, each once. */
  readonly eventIds: readonly Uuid[];
}

export interface Question {
  readonly task: string;
  readonly on: CalendarDate;
  /** What is agreed, as the boundary's stream tells it. */
  readonly boundary: BoundaryState;
  /** What the organisation's framework says of the task on that day; null where it is silent. */
  readonly framework: FrameworkStance | null;
  readonly facts: PerformanceFacts;
}

/**
 * Whether a worker may perform a task on a day. The agreement decides, unless what the organisation holds itself to on
 * that day is stricter: a deviation may have lapsed, or a new version said never. An exception opens what is not done by
 * default or not agreed, and never what is never done.
 */
export const mayPerform = ({ task, on, boundary, framework, facts }: Question): Judgement => {
  const agreement = agreementOn(boundary, on);
  const line = agreement?.lines.find((agreed) => agreed.task === task);
  const rule = ruling(line, framework, on);
  const absence = absenceOn(facts.engagement, on);
  const exception = isOpenToExceptions(rule) ? exceptionOn(boundary, task, on) : undefined;
  const optedIn = optInOn(boundary, task, on);
  const conditions = conditionsOf(rule, exception).map((condition) => judge(condition, facts, optedIn, on));
  return {
    verdict: absence ? 'no' : verdictOf(rule, exception, conditions),
    stance: rule.stance,
    decidedBy: absence ? 'engagement' : rule.by,
    clauseId: framework?.clauseId ?? null,
    versionId: framework?.versionId ?? null,
    deviationId: framework && ruleOn(framework, on) !== framework ? framework.deviation!.deviationId : null,
    proposalId: line ? agreement!.proposalId : null,
    exceptionId: exception?.exceptionId ?? null,
    conditions,
    eventIds: absence ? [absence] : decidingEvents(line && agreement, exception, conditions),
  };
};

/** The event by which the person does not work there on a day; undefined where the person does. */
const absenceOn = ({ begunOn, begunBy, ended }: EngagementFact, on: CalendarDate): Uuid | undefined => {
  if (on < begunOn) return begunBy;
  return ended !== null && on >= ended.on ? ended.by : undefined;
};

interface Ruling extends TaskRule {
  readonly by: Judgement['decidedBy'];
}

const ruling = (
  line: BoundaryLine | undefined,
  framework: FrameworkStance | null,
  on: CalendarDate,
): Ruling => {
  if (!framework)
    return line ? { ...line, by: 'agreement' } : { stance: 'notAgreed', conditions: [], by: 'nothing' };
  const held = ruleOn(framework, on);
  if (line && directionOf(line, held) !== 'looser') return { ...line, by: 'agreement' };
  return {
    stance: held.stance,
    conditions: held.conditions,
    by: held === framework ? 'framework' : 'deviation',
  };
};

const isOpenToExceptions = ({ stance }: TaskRule): boolean =>
  stance === 'notByDefault' || stance === 'notAgreed';

const conditionsOf = (rule: TaskRule, exception: BoundaryException | undefined): readonly LineCondition[] => {
  if (rule.stance === 'withConditions') return rule.conditions;
  return exception ? [...rule.conditions, ...exception.conditions] : [];
};

const verdictOf = (
  { stance }: TaskRule,
  exception: BoundaryException | undefined,
  conditions: readonly JudgedCondition[],
): Verdict => {
  if (stance === 'never') return 'no';
  if (stance === 'notAgreed' && !exception) return 'notAgreed';
  if (stance === 'notByDefault' && !exception) return 'no';
  if (conditions.some(({ status }) => status === 'unmet')) return 'no';
  return conditions.some(({ status }) => status === 'depends') ? 'onlyIf' : 'yes';
};

const decidingEvents = (
  agreement: Agreement | undefined,
  exception: BoundaryException | undefined,
  conditions: readonly JudgedCondition[],
): readonly Uuid[] => [
  ...new Set([
    ...(agreement ? [agreement.eventId] : []),
    ...(exception ? [exception.eventId] : []),
    ...conditions.flatMap(({ eventIds }) => eventIds),
  ]),
];
