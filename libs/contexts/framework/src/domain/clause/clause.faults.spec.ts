import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clauseKinds } from '../../contracts.js';
import { anyRule } from '../../testing/arbitrary-rules.js';
import {
  banding,
  boundary,
  never,
  oneOfEachKind,
  readiness,
  recruitment,
  roleProfile,
  supervision,
  training,
} from '../../testing/samples.js';
import { ruleFaults } from './clause.faults.js';

const condition = (one: object): unknown => ({ ...boundary, conditions: [one] });

describe('checking that a rule can be evaluated', () => {
  it('has an example of every kind', () => {
    expect(oneOfEachKind.map(({ kind }) => kind)).toEqual(clauseKinds);
  });

  it.each(oneOfEachKind)('finds nothing wrong with a sound $kind', (rule) => {
    expect(ruleFaults(rule)).toEqual([]);
  });

  it('finds nothing wrong with any sound rule', () => {
    fc.assert(fc.property(anyRule, (rule) => ruleFaults(rule).length === 0));
  });

  it.each<[string, unknown, string]>([
    ['nothing at all', null, `kind: one of ${clauseKinds.join(', ')}`],
    ['a kind that does not exist', { kind: 'wish' }, `kind: one of ${clauseKinds.join(', ')}`],
    ['a kind by an inherited name', { kind: 'constructor' }, `kind: one of ${clauseKinds.join(', ')}`],
    ['a field that no rule has', { ...readiness, note: 'x' }, 'note: no such field'],
    [
      'a stance with conditions but none',
      { ...boundary, conditions: [] },
      'conditions: at least one, as the stance is withConditions',
    ],
    ['never, under conditions', { ...boundary, stance: 'never' }, 'conditions: none, as the stance is never'],
    ['usual, under conditions', { ...boundary, stance: 'usual' }, 'conditions: none, as the stance is usual'],
    [
      'not agreed, under conditions',
      { ...boundary, stance: 'notAgreed' },
      'conditions: none, as the stance is notAgreed',
    ],
    [
      'a condition that does not exist',
      condition({ kind: 'goodMood' }),
      'conditions[0].kind: one of trainingInDate, monthsInPost, secondPersonPresent, setting, supervisionCurrent, workerOptedIn, teamTrained',
    ],
    [
      'no months in post',
      condition({ kind: 'monthsInPost', months: 0 }),
      'conditions[0].months: a whole number from 1 to 120',
    ],
    [
      'part of a month in post',
      condition({ kind: 'monthsInPost', months: 1.5 }),
      'conditions[0].months: a whole number from 1 to 120',
    ],
    ['no setting', condition({ kind: 'setting', settings: [] }), 'conditions[0].settings: a list of 1 to 50'],
    [
      'one condition twice',
      { ...boundary, conditions: [{ kind: 'workerOptedIn' }, { kind: 'workerOptedIn' }] },
      'conditions[1]: not twice the same',
    ],
    ['a falling band range', { ...banding, bandFrom: '5' }, 'bandTo: not below bandFrom'],
    [
      'a profile with a falling band range',
      { ...roleProfile, bands: { from: '8a', to: '7' } },
      'bands.to: not below bands.from',
    ],
    [
      'a profile for no engagement',
      { ...roleProfile, engagementKinds: [] },
      'engagementKinds: a list of 1 to 50',
    ],
    ['an empty criterion', { ...roleProfile, criteria: [' '] }, 'criteria[0]: words, at most 300 characters'],
    ['a share above one', { ...recruitment, panelShare: 1.01 }, 'panelShare: a share from 0 to 1'],
    [
      'a share that is not a number',
      { ...recruitment, panelShare: Number.NaN },
      'panelShare: a share from 0 to 1',
    ],
    [
      'an engagement named twice',
      { ...recruitment, checks: [recruitment.checks[0], { ...recruitment.checks[0], checks: [] }] },
      'checks[1].engagementKind: not twice the same',
    ],
    [
      'supervision that ends before it begins',
      { ...supervision, monthsInPost: { from: 6, before: 6 } },
      'monthsInPost.before: after monthsInPost.from',
    ],
    [
      'supervision without cadence',
      { ...supervision, everyDays: null },
      'everyDays: a whole number from 1 to 366',
    ],
    ['training due nowhere', { ...training, due: { by: 'someday' } }, 'due.by: one of offer, start, months'],
    ['training in nothing', { ...training, subject: 'restraint' }, 'subject.of: one of course, competence'],
    ['readiness of nobody', { ...readiness, for: 'region' }, 'for: one of organisation, team'],
  ])('names %s', (_, rule, fault) => {
    expect(ruleFaults(rule)).toContain(fault);
  });

  it('takes conditions of an exception from what is not done by default', () => {
    expect(ruleFaults({ ...boundary, stance: 'notByDefault' })).toEqual([]);
    expect(ruleFaults({ ...never, stance: 'notByDefault' })).toEqual([]);
  });

  it('finds a fault whichever field of a rule is missing', () => {
    for (const rule of oneOfEachKind)
      for (const field of Object.keys(rule)) {
        const rest = Object.fromEntries(Object.entries(rule).filter(([name]) => name !== field));
        expect([rule.kind, field, ruleFaults(rest).length > 0]).toEqual([rule.kind, field, true]);
      }
  });

  it('answers about anything without failing', () => {
    fc.assert(fc.property(fc.anything(), (value) => ruleFaults(value).length > 0));
  });
});
