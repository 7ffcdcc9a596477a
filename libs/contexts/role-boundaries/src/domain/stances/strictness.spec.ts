import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineStances, type LineCondition, type LineStance } from '../../contracts.js';
import type { TaskRule } from './framework-stance.js';
import { directionOf } from './strictness.js';

const rule = (stance: LineStance, ...conditions: readonly LineCondition[]): TaskRule => ({
  stance,
  conditions,
});
const withConditions = (...conditions: readonly LineCondition[]) => rule('withConditions', ...conditions);
const restraint = (evidence: 'attended' | 'assessed'): LineCondition => ({
  kind: 'trainingInDate',
  courseKind: 'restraintReduction',
  evidence,
});
const months = (count: number): LineCondition => ({ kind: 'monthsInPost', months: count });
const inSettings = (...settings: readonly string[]): LineCondition => ({ kind: 'setting', settings });

describe('how one rule stands to another', () => {
  it('goes from never over not by default and with conditions to usual', () => {
    expect(directionOf(rule('notByDefault'), withConditions(months(3)))).toBe('stricter');
    expect(directionOf(withConditions(months(3)), rule('usual'))).toBe('stricter');
    expect(directionOf(rule('usual'), rule('notByDefault'))).toBe('looser');
    expect(directionOf(rule('usual'), rule('usual'))).toBe('same');
  });
  it('takes whatever is not never as looser than never, also that nothing is agreed', () => {
    for (const stance of lineStances)
      expect(directionOf(rule(stance), rule('never'))).toBe(stance === 'never' ? 'same' : 'looser');
  });
  it('takes never as stricter than anything else', () => {
    for (const stance of lineStances.filter((other) => other !== 'never'))
      expect(directionOf(rule('never'), rule(stance))).toBe('stricter');
  });
  it('keeps not agreed outside that order', () => {
    expect(directionOf(rule('notAgreed'), rule('usual'))).toBe('contrary');
    expect(directionOf(rule('usual'), rule('notAgreed'))).toBe('contrary');
    expect(directionOf(rule('notAgreed'), rule('notAgreed'))).toBe('same');
  });
  it('takes one more condition as stricter and one less as looser', () => {
    expect(directionOf(withConditions(months(3), restraint('attended')), withConditions(months(3)))).toBe(
      'stricter',
    );
    expect(directionOf(withConditions(months(3)), withConditions(months(3), restraint('attended')))).toBe(
      'looser',
    );
  });
  it('takes conditions in any order as the same', () => {
    expect(
      directionOf(
        withConditions(months(3), restraint('assessed')),
        withConditions(restraint('assessed'), months(3)),
      ),
    ).toBe('same');
  });
  it.each<[string, LineCondition, LineCondition]>([
    ['assessed is stricter than attended', restraint('assessed'), restraint('attended')],
    ['more months are stricter', months(6), months(3)],
    ['fewer settings are stricter', inSettings('communityTeam'), inSettings('communityTeam', 'remote')],
  ])('%s', (_, strict, loose) => {
    expect(directionOf(withConditions(strict), withConditions(loose))).toBe('stricter');
    expect(directionOf(withConditions(loose), withConditions(strict))).toBe('looser');
  });
  it.each<[LineCondition, LineCondition]>([
    [restraint('assessed'), { kind: 'trainingInDate', courseKind: 'loneWorking', evidence: 'assessed' }],
    [
      { kind: 'supervisionCurrent', supervision: 'line' },
      { kind: 'supervisionCurrent', supervision: 'peer' },
    ],
    [
      { kind: 'teamTrained', courseKind: 'teamPreparation' },
      { kind: 'teamTrained', courseKind: 'loneWorking' },
    ],
    [{ kind: 'secondPersonPresent' }, { kind: 'workerOptedIn' }],
    [inSettings('remote'), inSettings('communityTeam')],
  ])('takes another condition in its place as looser, as it is not stricter throughout', (one, other) => {
    expect(directionOf(withConditions(one), withConditions(other))).toBe('looser');
    expect(directionOf(withConditions(other), withConditions(one))).toBe('looser');
  });
  it('takes a rule that is stricter in one condition and looser in another as looser', () => {
    expect(
      directionOf(
        withConditions(months(6), restraint('attended')),
        withConditions(months(3), restraint('assessed')),
      ),
    ).toBe('looser');
  });

  const condition: fc.Arbitrary<LineCondition> = fc.oneof(
    fc.constantFrom(restraint('attended'), restraint('assessed')),
    fc.integer({ min: 1, max: 4 }).map(months),
    fc
      .subarray(['remote', 'communityTeam', 'publicPlace'], { minLength: 1 })
      .map((all) => inSettings(...all)),
    fc.constantFrom<LineCondition>({ kind: 'workerOptedIn' }, { kind: 'secondPersonPresent' }),
  );
  const anyRule = fc.oneof(
    fc.constantFrom<TaskRule>(rule('never'), rule('usual'), rule('notAgreed')),
    fc.array(condition, { minLength: 1, maxLength: 3 }).map((all) => withConditions(...all)),
    fc.array(condition, { maxLength: 3 }).map((all) => rule('notByDefault', ...all)),
  );

  it('is the same against itself', () => {
    fc.assert(fc.property(anyRule, (one) => expect(directionOf(one, one)).toBe('same')));
  });
  it('is never stricter in both directions, and looser where it is stricter the other way round', () => {
    fc.assert(
      fc.property(anyRule, anyRule, (one, other) => {
        if (directionOf(one, other) !== 'stricter') return;
        expect(['looser', 'contrary']).toContain(directionOf(other, one));
      }),
    );
  });
  it('is transitive: stricter than what is stricter is stricter', () => {
    const noLooser = (one: TaskRule, other: TaskRule) =>
      ['same', 'stricter'].includes(directionOf(one, other));
    fc.assert(
      fc.property(anyRule, anyRule, anyRule, (one, two, three) => {
        if (noLooser(one, two) && noLooser(two, three)) expect(noLooser(one, three)).toBe(true);
      }),
    );
  });
});
