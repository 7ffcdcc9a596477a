import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, fold, uuid5 } from '@alongside/kernel';
import { factId, play } from '@alongside/kernel/testing';
import type { ClauseRule } from '../../contracts.js';
import {
  adoptionId,
  boundary,
  clauseOf,
  firstVersion,
  frameworkId,
  never,
  organisationId,
  secondVersion,
} from '../../testing/samples.js';
import { applicableClauses, holdsOn } from '../clause/clause.applicable.js';
import type { AdoptionCommand } from './adoption.commands.js';
import { adoption } from './adoption.decider.js';
import { adoptionOf, type AdoptionState } from './adoption.state.js';

const restraint = clauseOf(boundary, 'restraint');
const first = { versionId: firstVersion, frameworkId, inForceFrom: '2024-04-01', supersededOn: '2025-04-01' };
const second = { versionId: secondVersion, frameworkId, inForceFrom: '2025-04-01', supersededOn: null };
const adopt = (version: typeof first | typeof second, effectiveOn: string): AdoptionCommand => ({
  type: 'AdoptVersion',
  adoptionId,
  frameworkId,
  organisationId,
  version,
  inLocality: true,
  effectiveOn,
});

const day = fc.nat(600).map((days) => addDays('2024-03-01', days));
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e').map((name) => uuid5(name));
const rule = fc.constantFrom<ClauseRule>(
  never,
  { ...never, stance: 'usual' },
  { ...never, stance: 'notByDefault' },
);
const correction = fc.oneof(
  { arbitrary: fc.constant({}), weight: 4 },
  {
    arbitrary: fc
      .nat(6)
      .map((index) => ({ corrects: { eventId: factId(index), reason: 'wrongDate' as const } })),
    weight: 1,
  },
);
const anyCommand: fc.Arbitrary<AdoptionCommand> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(first, second), day, correction)
      .map(([one, effectiveOn, corrects]) => ({ ...adopt(one, effectiveOn), ...corrects })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(day, correction)
      .map(([effectiveOn, corrects]) => ({ type: 'EndAdoption' as const, effectiveOn, ...corrects })),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(id, fc.constantFrom(firstVersion, secondVersion), rule, day, fc.nat(200), correction)
      .map(([deviationId, versionId, own, effectiveOn, days, corrects]) => ({
        type: 'DeclareDeviation' as const,
        deviationId,
        clause: { versionId, clauseId: restraint.clauseId, rule: boundary },
        rule: own,
        reason: 'Ours differs.',
        effectiveOn,
        expiresOn: addDays(effectiveOn, days),
        ...corrects,
      })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, day).map(([deviationId, effectiveOn]) => ({
      type: 'WithdrawDeviation' as const,
      deviationId,
      effectiveOn,
    })),
  },
);
const anyHistory = fc
  .array(anyCommand, { maxLength: 25 })
  .map((commands) => [adopt(first, '2024-04-01'), adopt(second, '2025-04-01'), ...commands]);

const adoptionIn = (state: AdoptionState) => {
  if (state.status === 'None') throw new Error('a version was adopted');
  return adoptionOf(state);
};

describe('laws of an adoption', () => {
  it('replays to the same state', () => {
    fc.assert(
      fc.property(anyHistory, (commands) => {
        const facts = play(adoption, commands);
        const replayed = fold(adoption, facts);
        expect(fold(adoption, JSON.parse(JSON.stringify(facts)) as typeof facts)).toEqual(replayed);
        expect(JSON.parse(JSON.stringify(replayed))).toEqual(replayed);
      }),
      { numRuns: 500 },
    );
  });

  it('never has two deviations from a clause on one day', () => {
    const most: Record<number, number> = {};
    fc.assert(
      fc.property(anyHistory, day, (commands, on) => {
        const { deviations } = adoptionIn(fold(adoption, play(adoption, commands)));
        const holding = deviations.filter((one) => holdsOn(one, on)).map(({ versionId }) => versionId);
        expect(new Set(holding).size).toBe(holding.length);
        most[deviations.length] = (most[deviations.length] ?? 0) + 1;
      }),
      { numRuns: 1_000 },
    );
    // Otherwise the histories were too dull to show it.
    expect(Object.keys(most).length).toBeGreaterThan(3);
  });

  it('binds by one version at most, and only by one that was adopted by then', () => {
    const clauses = [firstVersion, secondVersion].map((versionId) => ({ ...restraint, versionId }));
    fc.assert(
      fc.property(anyHistory, day, (commands, on) => {
        const facts = play(adoption, commands);
        const adoptedBy = facts.flatMap(({ type, data }) =>
          type === 'VersionAdopted' && data.effectiveOn <= on ? [data.versionId] : [],
        );
        const binding = applicableClauses([adoptionIn(fold(adoption, facts))], clauses, on);
        expect(binding.length).toBeLessThanOrEqual(1);
        expect(adoptedBy).toEqual(expect.arrayContaining(binding.map(({ versionId }) => versionId)));
      }),
      { numRuns: 500 },
    );
  });
});
