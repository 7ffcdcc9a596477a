import { describe, expect, it } from '@jest/globals';
import type { LineCondition } from '../../contracts.js';
import type { ConditionStatus } from './condition.js';
import { conditionInWords, judgementInWords } from './in-words.js';
import type { Judgement } from './may-perform.js';

const judged = (given: Partial<Judgement>): Judgement => ({
  verdict: 'yes',
  stance: 'usual',
  decidedBy: 'agreement',
  clauseId: null,
  versionId: null,
  deviationId: null,
  proposalId: null,
  exceptionId: null,
  conditions: [],
  eventIds: [],
  ...given,
});
const that = (condition: LineCondition, status: ConditionStatus) => ({ condition, status, eventIds: [] });
const training: LineCondition = {
  kind: 'trainingInDate',
  courseKind: 'restraintReduction',
  evidence: 'assessed',
};
const present: LineCondition = { kind: 'secondPersonPresent' };
const say = (given: Partial<Judgement>): string => judgementInWords('loneWorking', judged(given));

describe('a judgement in words', () => {
  it('says yes and by what', () => {
    expect(say({})).toBe('Yes. Working alone: as worker and organisation have agreed.');
    expect(say({ stance: 'withConditions', conditions: [that(present, 'met')] })).toBe(
      'Yes. Working alone: as worker and organisation have agreed. Every condition is met.',
    );
    expect(say({ stance: 'notByDefault', exceptionId: 'exception' })).toBe(
      'Yes. Working alone: by an exception that holds on this day.',
    );
  });

  it('says no and why', () => {
    expect(say({ verdict: 'no', stance: 'never', decidedBy: 'framework' })).toBe(
      'No. Working alone: never, as the framework says.',
    );
    expect(say({ verdict: 'no', stance: 'notByDefault' })).toContain('no exception holds');
    expect(say({ verdict: 'no', decidedBy: 'engagement' })).toBe(
      'No. Working alone: the person does not work here on this day.',
    );
  });

  it('names what is unmet, and not what is met', () => {
    const sentence = say({
      verdict: 'no',
      stance: 'withConditions',
      conditions: [that(training, 'unmet'), that(present, 'met')],
    });
    expect(sentence).toContain('training in date, assessed (restraintReduction)');
    expect(sentence).not.toContain('second person');
  });

  it('names what it depends on', () => {
    const conditions = [that(training, 'met'), that(present, 'depends')];
    expect(say({ verdict: 'onlyIf', stance: 'withConditions', conditions })).toBe(
      'Only if. Working alone: as worker and organisation have agreed, if this holds: a second person present.',
    );
  });

  it('says that nothing is agreed, which is not a no', () => {
    expect(say({ verdict: 'notAgreed', stance: 'notAgreed', decidedBy: 'nothing' })).toMatch(/^Not agreed\./);
  });
});

describe('a condition in words', () => {
  it('names settings as the framework does, and counts months', () => {
    expect(conditionInWords({ kind: 'setting', settings: ['inpatientWard', 'remote'] })).toBe(
      'setting: Inpatient ward, By telephone or online',
    );
    expect(conditionInWords({ kind: 'monthsInPost', months: 1 })).toBe('1 month in post');
    expect(conditionInWords({ kind: 'monthsInPost', months: 6 })).toBe('6 months in post');
  });
});
