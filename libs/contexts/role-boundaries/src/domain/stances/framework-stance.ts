import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { ApplicableClause, BoundaryRule } from '@alongside/framework/contracts';
import type { BoundaryLine, LineCondition, LineStance } from '../../contracts.js';

/** What a rule says of a task. */
export interface TaskRule {
  readonly stance: LineStance;
  readonly conditions: readonly LineCondition[];
}

/** What an organisation's framework says of a task on a day, and the deviation that it has declared. */
export interface FrameworkStance extends TaskRule {
  readonly task: string;
  readonly clauseId: Uuid;
  readonly versionId: Uuid;
  readonly deviation: (TaskRule & { readonly deviationId: Uuid; readonly expiresOn: CalendarDate }) | null;
}

/** The stance in a clause that applies to an organisation; undefined where the clause is not about a task. */
export const stanceIn = (clause: ApplicableClause): FrameworkStance | undefined => {
  const { rule, deviation } = clause;
  const says = deviation ? deviation.frameworkRule : rule;
  if (says.kind !== 'boundary') return undefined;
  return {
    task: says.task,
    clauseId: clause.clauseId,
    versionId: clause.versionId,
    ...ruleOf(says),
    deviation:
      deviation && rule.kind === 'boundary' && rule.task === says.task
        ? { deviationId: deviation.deviationId, expiresOn: deviation.expiresOn, ...ruleOf(rule) }
        : null,
  };
};

const ruleOf = ({ stance, conditions }: BoundaryRule): TaskRule => ({ stance, conditions });

/** What holds for the organisation on a day: the deviation while it lasts, else the framework. */
export const ruleOn = (framework: FrameworkStance, on: CalendarDate): TaskRule => {
  const { deviation } = framework;
  const deviates = deviation !== null && on <= deviation.expiresOn && framework.stance !== 'never';
  return deviates ? deviation : framework;
};

/** The lines that a first proposal starts from: what holds for the organisation on that day. */
export const linesFrom = (framework: readonly FrameworkStance[], on: CalendarDate): readonly BoundaryLine[] =>
  framework.map((says) => {
    const { stance, conditions } = ruleOn(says, on);
    return { task: says.task, stance, conditions };
  });
