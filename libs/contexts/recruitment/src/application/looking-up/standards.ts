import type { ClauseRule, RecruitmentStandard } from '@alongside/framework/contracts';
import { employmentChecks, type EmploymentCheck, type RecruitedEngagementKind } from '../../contracts.js';

interface Ruled {
  readonly rule: ClauseRule;
}

const standardsIn = (clauses: readonly Ruled[]): readonly RecruitmentStandard[] =>
  clauses.flatMap(({ rule }) => (rule.kind === 'recruitmentStandard' ? [rule] : []));

/** People in these are not employed: NHS Employment Check Standards bind them as far as a framework says so. */
const notEmployed: readonly RecruitedEngagementKind[] = ['volunteer', 'involvementPayment'];

/**
 * The checks that an engagement of this kind waits for: what the recruitment standards name for the kind, all of them
 * together. Where none names it, all six of the NHS Employment Check Standards for who is employed, none for others.
 */
export const requiredChecks = (
  clauses: readonly Ruled[],
  kind: RecruitedEngagementKind,
): readonly EmploymentCheck[] => {
  const named = standardsIn(clauses).flatMap(({ checks }) =>
    checks.filter(({ engagementKind }) => engagementKind === kind),
  );
  if (named.length === 0) return notEmployed.includes(kind) ? [] : employmentChecks;
  const asked = new Set(named.flatMap(({ checks }) => checks));
  return employmentChecks.filter((check) => asked.has(check));
};

/** The least share of lived experience on a panel, from 0 to 1, that satisfies every standard; null without one. */
export const leastPanelShare = (clauses: readonly Ruled[]): number | null => {
  const shares = standardsIn(clauses).map(({ panelShare }) => panelShare);
  return shares.length === 0 ? null : Math.max(...shares);
};
