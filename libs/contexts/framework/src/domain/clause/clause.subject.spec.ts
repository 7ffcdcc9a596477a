import { describe, expect, it } from '@jest/globals';
import type { ClauseRule } from '../../contracts.js';
import {
  banding,
  boundary,
  principle,
  readiness,
  recruitment,
  supervision,
  training,
} from '../../testing/samples.js';
import { collide, sameQuestion, subjectOf } from './clause.subject.js';

describe('what a rule is about', () => {
  it.each<[ClauseRule, string | null]>([
    [boundary, 'boundary:physicalRestraint'],
    [training, 'trainingRequirement:peerWorker:course:restraintReduction'],
    [
      { ...training, subject: { of: 'competence', competence: '3.1' } },
      'trainingRequirement:peerWorker:competence:3.1',
    ],
    [supervision, 'supervisionStandard:peerWorker:line'],
    [banding, 'bandingRule:peerWorker'],
    [recruitment, 'recruitmentStandard'],
    [principle, null],
    [readiness, null],
  ])('of %j is %s', (rule, subject) => {
    expect(subjectOf(rule)).toBe(subject);
  });

  it('lets two principles and two readiness items stand beside one another', () => {
    expect(collide(principle, principle)).toBe(false);
    expect(collide(readiness, readiness)).toBe(false);
  });
  it('lets supervision differ by months in post, as long as no month is ruled on twice', () => {
    const until = (before: number): ClauseRule => ({ ...supervision, monthsInPost: { from: 0, before } });
    const from12: ClauseRule = { ...supervision, monthsInPost: { from: 12, before: null } };
    expect(collide(until(12), from12)).toBe(false);
    expect(collide(until(13), from12)).toBe(true);
    expect(collide(from12, supervision)).toBe(true);
  });
  it('takes a rule in the place of another only where it answers the same question', () => {
    expect(sameQuestion(readiness, { ...readiness, reviewMonths: 12 })).toBe(true);
    expect(sameQuestion(readiness, { ...readiness, for: 'team' })).toBe(false);
    expect(sameQuestion(readiness, principle)).toBe(false);
    expect(sameQuestion(boundary, { ...boundary, task: 'onCall' })).toBe(false);
  });
});
