import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import {
  boundary,
  clauseOf,
  firstVersion,
  frameworkId,
  never,
  organisationId,
  secondVersion,
  supervision,
} from '../../testing/samples.js';
import { applicableClauses, type Adoption, type Deviation } from './clause.applicable.js';

const restraint = clauseOf(boundary, 'restraint');
const line = clauseOf(supervision, 'line');
const clauses = [
  { ...restraint, versionId: firstVersion },
  { ...line, versionId: firstVersion },
  { ...restraint, versionId: secondVersion },
];
const deviation: Deviation = {
  deviationId: uuid5('deviation'),
  versionId: firstVersion,
  clauseId: restraint.clauseId,
  reason: 'No ward here',
  rule: never,
  direction: 'stricter',
  from: '2024-06-01',
  expiresOn: '2024-12-31',
  withdrawnOn: null,
};
const adoption: Adoption = {
  frameworkId,
  organisationId,
  versions: [
    { from: '2024-04-01', value: firstVersion },
    { from: '2025-04-01', value: secondVersion },
    { from: '2026-04-01', value: null },
  ],
  deviations: [deviation],
};
const on = (day: string, changes: Partial<Adoption> = {}) =>
  applicableClauses([{ ...adoption, ...changes }], clauses, day);
const rulesOn = (day: string, withdrawnOn: string | null = null) =>
  on(day, { deviations: [{ ...deviation, withdrawnOn }] }).map(({ rule }) => rule);

describe('the clauses that bind an organisation', () => {
  it.each([
    ['before it adopted anything', '2024-03-31', []],
    ['from the day it adopted a version', '2024-04-01', [firstVersion, firstVersion]],
    ['to the last day of that version', '2025-03-31', [firstVersion, firstVersion]],
    ['from the day it adopted the next', '2025-04-01', [secondVersion]],
    ['after it ended its adoption', '2026-04-01', []],
  ])('%s', (_, day, versions) => {
    expect(on(day).map(({ versionId }) => versionId)).toEqual(versions);
  });

  it('carry the rule of a deviation, with what the framework says beside it', () => {
    expect(on('2024-06-01')[0]).toEqual({
      ...restraint,
      versionId: firstVersion,
      frameworkId,
      rule: never,
      deviation: {
        deviationId: deviation.deviationId,
        direction: 'stricter',
        reason: 'No ward here',
        expiresOn: '2024-12-31',
        frameworkRule: boundary,
      },
    });
  });
  it.each([
    ['before it starts', '2024-05-31', null, boundary],
    ['on its first day', '2024-06-01', null, never],
    ['on its last day', '2024-12-31', null, never],
    ['the day after', '2025-01-01', null, boundary],
    ['the day before it is withdrawn', '2024-08-31', '2024-09-01', never],
    ['from the day it is withdrawn', '2024-09-01', '2024-09-01', boundary],
  ])('follow a deviation %s', (_, day, withdrawnOn, rule) => {
    expect(rulesOn(day, withdrawnOn)).toEqual([rule, supervision]);
  });
  it('drop a deviation with the version it was declared from', () => {
    const long = { ...deviation, expiresOn: '2027-01-01' };
    expect(on('2025-04-01', { deviations: [long] })[0]?.deviation).toBeNull();
  });
  it('come from every framework that the organisation has adopted', () => {
    const elsewhere = { ...adoption, frameworkId: uuid5('Wessex'), deviations: [] };
    expect(applicableClauses([adoption, elsewhere], clauses, '2024-04-01')).toHaveLength(4);
  });
});
