import { describe, expect, it } from '@jest/globals';
import type { ApplicableClause, ClauseRule } from '@alongside/framework/contracts';
import { linesFrom, ruleOn, stanceIn } from './framework-stance.js';

const restraint: ClauseRule = {
  kind: 'boundary',
  task: 'physicalRestraint',
  stance: 'never',
  conditions: [],
};
const homeVisits: ClauseRule = {
  kind: 'boundary',
  task: 'homeVisits',
  stance: 'withConditions',
  conditions: [{ kind: 'secondPersonPresent' }],
};
const homeVisitsUsual: ClauseRule = { ...homeVisits, stance: 'usual', conditions: [] };
const clause = (rule: ClauseRule, deviatesFrom?: ClauseRule): ApplicableClause => ({
  clauseId: 'clause',
  versionId: 'version',
  frameworkId: 'framework',
  kind: rule.kind,
  title: 'A title',
  wording: 'Some wording',
  rule,
  deviation: deviatesFrom
    ? {
        deviationId: 'deviation',
        direction: 'looser',
        reason: 'A reason',
        expiresOn: '2025-12-31',
        frameworkRule: deviatesFrom,
      }
    : null,
});

describe('the stance in a clause', () => {
  it('is what the framework says, and the deviation beside it', () => {
    expect(stanceIn(clause(homeVisits))).toEqual({
      task: 'homeVisits',
      clauseId: 'clause',
      versionId: 'version',
      stance: 'withConditions',
      conditions: [{ kind: 'secondPersonPresent' }],
      deviation: null,
    });
    expect(stanceIn(clause(homeVisitsUsual, homeVisits))).toMatchObject({
      stance: 'withConditions',
      deviation: { deviationId: 'deviation', expiresOn: '2025-12-31', stance: 'usual', conditions: [] },
    });
  });
  it('is none where the clause is about something else', () => {
    expect(stanceIn(clause({ kind: 'principle', alignments: [] }))).toBeUndefined();
  });
  it('has no deviation that is about another task', () => {
    expect(stanceIn(clause(homeVisitsUsual, restraint))).toMatchObject({
      task: 'physicalRestraint',
      deviation: null,
    });
  });
});

describe('what holds for an organisation', () => {
  const visits = stanceIn(clause(homeVisitsUsual, homeVisits))!;

  it('is the deviation up to its last day, and the framework after it', () => {
    expect(ruleOn(visits, '2025-12-31').stance).toBe('usual');
    expect(ruleOn(visits, '2026-01-01').stance).toBe('withConditions');
  });
  it('is never where the framework says never, whatever was declared', () => {
    const never = stanceIn(clause({ ...restraint, stance: 'usual' }, restraint))!;
    expect(ruleOn(never, '2025-06-01').stance).toBe('never');
  });
  it('gives the lines that a first proposal starts from', () => {
    expect(linesFrom([stanceIn(clause(restraint))!, visits], '2025-06-01')).toEqual([
      { task: 'physicalRestraint', stance: 'never', conditions: [] },
      { task: 'homeVisits', stance: 'usual', conditions: [] },
    ]);
  });
});
