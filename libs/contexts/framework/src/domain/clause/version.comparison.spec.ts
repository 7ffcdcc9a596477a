import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clause } from '../../contracts.js';
import { anyRule } from '../../testing/arbitrary-rules.js';
import {
  banding,
  boundary,
  clauseOf,
  never,
  principle,
  readiness,
  supervision,
} from '../../testing/samples.js';
import { compareVersions } from './version.comparison.js';

const comparisons = (ours: readonly Clause[], theirs: readonly Clause[], ...aligned: [Clause, Clause][]) =>
  compareVersions(
    ours,
    theirs,
    aligned.map(([our, their]) => ({ clauseId: our.clauseId, otherClauseId: their.clauseId })),
  ).map((line) => [line.ours?.title ?? null, line.theirs?.title ?? null, line.comparison]);

describe('two versions side by side', () => {
  it('pairs clauses by id, however their rules changed', () => {
    expect(comparisons([clauseOf(boundary, 'restraint')], [clauseOf(never, 'restraint')])).toEqual([
      ['On restraint', 'On restraint', 'stricter'],
    ]);
  });
  it('pairs the clauses of two frameworks by what they are about', () => {
    expect(comparisons([clauseOf(never, 'a')], [clauseOf(banding, 'b'), clauseOf(boundary, 'c')])).toEqual([
      ['On a', 'On c', 'looser'],
      [null, 'On b', 'silent'],
    ]);
  });
  it('pairs principles that share an alignment', () => {
    expect(comparisons([clauseOf(principle, 'a')], [clauseOf(principle, 'b')])).toEqual([
      ['On a', 'On b', 'same'],
    ]);
  });
  it('pairs what only the groups can say is about the same thing', () => {
    const [ours, theirs] = [clauseOf(readiness, 'a'), clauseOf({ ...readiness, reviewMonths: 12 }, 'b')];
    expect(comparisons([ours], [theirs])).toEqual([
      ['On a', null, 'silent'],
      [null, 'On b', 'silent'],
    ]);
    expect(comparisons([ours], [theirs], [ours, theirs])).toEqual([['On a', 'On b', 'stricter']]);
  });
  it('gives supervision by months in post its counterpart for the same months', () => {
    const early = clauseOf({ ...supervision, monthsInPost: { from: 0, before: 12 } }, 'early');
    const late = clauseOf({ ...supervision, monthsInPost: { from: 12, before: null } }, 'late');
    const theirs = clauseOf({ ...supervision, monthsInPost: { from: 12, before: null }, everyDays: 14 }, 'x');
    expect(comparisons([early, late], [theirs])).toEqual([
      ['On early', null, 'silent'],
      ['On late', 'On x', 'stricter'],
    ]);
  });
  it('shows every clause of both sides exactly once', () => {
    const clauses = (side: string) =>
      fc
        .array(anyRule, { maxLength: 6 })
        .map((rules) => rules.map((rule, at) => clauseOf(rule, `${side}${at}`)));
    fc.assert(
      fc.property(clauses('ours'), clauses('theirs'), (ours, theirs) => {
        const lines = compareVersions(ours, theirs);
        expect(lines.flatMap((line) => line.ours ?? [])).toEqual(ours);
        expect(new Set(lines.flatMap((line) => line.theirs ?? []))).toEqual(new Set(theirs));
        expect(lines.flatMap((line) => line.theirs ?? [])).toHaveLength(theirs.length);
      }),
    );
  });
});
