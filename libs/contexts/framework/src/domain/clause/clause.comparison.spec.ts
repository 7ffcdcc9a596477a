import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BoundaryRule, ClauseRule, Condition } from '../../contracts.js';
import { anyRule } from '../../testing/arbitrary-rules.js';
import {
  banding,
  boundary,
  clauseOf,
  never,
  oneOfEachKind,
  principle,
  readiness,
  recruitment,
  roleProfile,
  supervision,
  training,
} from '../../testing/samples.js';
import { compareClauses, compareRules, deviationDirection, type Comparison } from './clause.comparison.js';

const turned: Readonly<Record<Comparison, Comparison>> = {
  same: 'same',
  stricter: 'looser',
  looser: 'stricter',
  silent: 'silent',
  contrary: 'contrary',
};
const stance = (to: BoundaryRule['stance']): BoundaryRule => ({ ...boundary, stance: to, conditions: [] });
const under = (...conditions: readonly Condition[]): BoundaryRule => ({ ...boundary, conditions });

type Case = readonly [string, ClauseRule, ClauseRule, Comparison];

const cases: readonly Case[] = [
  ['never against usual', stance('usual'), stance('never'), 'stricter'],
  ['not by default against conditions', boundary, stance('notByDefault'), 'stricter'],
  ['usual against conditions', boundary, stance('usual'), 'looser'],
  ['not agreed against never', never, stance('notAgreed'), 'silent'],
  ['not agreed on both sides', stance('notAgreed'), stance('notAgreed'), 'same'],
  ['another task', boundary, { ...boundary, task: 'seclusion' }, 'silent'],
  ['the same conditions in another order', boundary, under(...boundary.conditions.toReversed()), 'same'],
  [
    'one more condition',
    boundary,
    under(...boundary.conditions, { kind: 'secondPersonPresent' }),
    'stricter',
  ],
  ['one condition fewer', boundary, under({ kind: 'workerOptedIn' }), 'looser'],
  ['another condition', under({ kind: 'workerOptedIn' }), under({ kind: 'secondPersonPresent' }), 'contrary'],
  [
    'training attended instead of assessed',
    under({ kind: 'trainingInDate', courseKind: 'restraintReduction', evidence: 'assessed' }),
    under({ kind: 'trainingInDate', courseKind: 'restraintReduction', evidence: 'attended' }),
    'looser',
  ],
  [
    'more months in post',
    under({ kind: 'monthsInPost', months: 3 }),
    under({ kind: 'monthsInPost', months: 6 }),
    'stricter',
  ],
  [
    'fewer settings',
    under({ kind: 'setting', settings: ['communityTeam', 'inpatientWard'] }),
    under({ kind: 'setting', settings: ['communityTeam'] }),
    'stricter',
  ],
  ['attended instead of assessed', training, { ...training, evidence: 'attended' }, 'looser'],
  ['due before the offer', training, { ...training, due: { by: 'offer' } }, 'stricter'],
  ['due later', training, { ...training, due: { by: 'months', months: 4 } }, 'looser'],
  ['no refresher', training, { ...training, refresherMonths: null }, 'looser'],
  [
    'sooner, but only attended',
    training,
    { ...training, evidence: 'attended', due: { by: 'start' } },
    'contrary',
  ],
  ['for another role family', training, { ...training, roleFamily: 'peerLeader' }, 'silent'],
  [
    'on another course',
    training,
    { ...training, subject: { of: 'course', courseKind: 'loneWorking' } },
    'silent',
  ],
  ['more often', supervision, { ...supervision, everyDays: 14 }, 'stricter'],
  ['a share by peers', supervision, { ...supervision, peerShare: 0.25 }, 'stricter'],
  [
    'for the first year only',
    supervision,
    { ...supervision, monthsInPost: { from: 0, before: 12 } },
    'looser',
  ],
  [
    'for months that do not meet',
    { ...supervision, monthsInPost: { from: 0, before: 12 } },
    { ...supervision, monthsInPost: { from: 12, before: null } },
    'silent',
  ],
  ['of another kind', supervision, { ...supervision, supervision: 'peer' }, 'silent'],
  ['a greater share of the panel', recruitment, { ...recruitment, panelShare: 0.6 }, 'stricter'],
  [
    'fewer checks for volunteers',
    recruitment,
    { ...recruitment, checks: recruitment.checks.slice(0, 1) },
    'looser',
  ],
  ['no evaluation needed', banding, { ...banding, evaluationNeeded: false }, 'looser'],
  ['a narrower band range', banding, { ...banding, bandFrom: '4' }, 'stricter'],
  ['a band range that only overlaps', banding, { ...banding, bandFrom: '4', bandTo: '5' }, 'contrary'],
  ['any band', roleProfile, { ...roleProfile, bands: null }, 'looser'],
  [
    'one more kind of engagement',
    roleProfile,
    { ...roleProfile, engagementKinds: [...roleProfile.engagementKinds, 'volunteer'] },
    'looser',
  ],
  [
    'one more criterion',
    roleProfile,
    { ...roleProfile, criteria: [...roleProfile.criteria, 'Local knowledge'] },
    'stricter',
  ],
  ['a review sooner', readiness, { ...readiness, reviewMonths: 12 }, 'stricter'],
  ['readiness of a team', readiness, { ...readiness, for: 'team' }, 'silent'],
  [
    'a principle with a shared alignment',
    principle,
    { ...principle, alignments: [...principle.alignments, { set: 'enrich', item: '2' }] },
    'same',
  ],
  [
    'a principle without one',
    principle,
    { ...principle, alignments: [{ set: 'enrich', item: '2' }] },
    'silent',
  ],
  ['another kind of rule', banding, roleProfile, 'silent'],
];

describe('comparing two rules', () => {
  it.each(cases)('%s', (_, a, b, comparison) => {
    expect(compareRules(a, b)).toBe(comparison);
    expect(compareRules(b, a)).toBe(turned[comparison]);
  });

  it.each(oneOfEachKind)('finds a $kind the same as itself', (rule) => {
    expect(compareRules(rule, rule)).toBe('same');
  });

  it('turned round, changes stricter and looser and nothing else', () => {
    fc.assert(
      fc.property(anyRule, anyRule, (a, b) => compareRules(b, a) === turned[compareRules(a, b)]),
      { numRuns: 2_000 },
    );
  });

  it('finds every rule the same as itself', () => {
    fc.assert(fc.property(anyRule, (rule) => compareRules(rule, rule) === 'same'));
  });

  it('is silent where a clause is missing', () => {
    expect(compareClauses(clauseOf(boundary), null)).toBe('silent');
    expect(compareClauses(undefined, clauseOf(boundary))).toBe('silent');
    expect(compareClauses(clauseOf(boundary), clauseOf(never))).toBe('stricter');
  });
});

describe('the direction of a deviation', () => {
  it.each<[string, ClauseRule, ClauseRule, 'stricter' | 'looser' | null]>([
    ['is none for the same rule', boundary, boundary, null],
    ['is stricter for what asks more throughout', boundary, never, 'stricter'],
    ['is looser for what asks less', boundary, stance('usual'), 'looser'],
    [
      'is looser for what asks more in one way and less in another',
      banding,
      { ...banding, bandFrom: '4', bandTo: '5' },
      'looser',
    ],
    ['is stricter for never where nothing is agreed', stance('notAgreed'), never, 'stricter'],
    ['is looser for anything else where nothing is agreed', stance('notAgreed'), boundary, 'looser'],
    ['is looser for leaving open what had conditions', boundary, stance('notAgreed'), 'looser'],
  ])('%s', (_, framework, own, direction) => {
    expect(deviationDirection(framework, own)).toBe(direction);
  });
});
