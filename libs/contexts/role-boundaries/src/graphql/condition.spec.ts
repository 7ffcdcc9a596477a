import { describe, expect, it } from '@jest/globals';
import type { LineCondition } from '../contracts.js';
import { conditionFrom, conditionShown } from './condition.js';

const conditions: readonly LineCondition[] = [
  { kind: 'trainingInDate', courseKind: 'loneWorking', evidence: 'assessed' },
  { kind: 'monthsInPost', months: 6 },
  { kind: 'secondPersonPresent' },
  { kind: 'setting', settings: ['communityTeam'] },
  { kind: 'supervisionCurrent', supervision: 'practice' },
  { kind: 'workerOptedIn' },
  { kind: 'teamTrained', courseKind: 'teamPreparation' },
];

describe('a condition in the graph', () => {
  it('comes back as it was given, of every kind', () => {
    for (const condition of conditions) expect(conditionFrom(conditionShown(condition))).toEqual(condition);
  });

  it('is refused without what its kind needs, by name', () => {
    expect(() => conditionFrom({ kind: 'monthsInPost' })).toThrow('monthsInPost needs months');
    expect(() =>
      conditionFrom({ kind: 'trainingInDate', courseKind: 'loneWorking', evidence: null }),
    ).toThrow('trainingInDate needs evidence');
  });

  it('leaves out what its kind has none of', () => {
    expect(conditionFrom({ kind: 'workerOptedIn', months: 3 })).toEqual({ kind: 'workerOptedIn' });
  });
});
