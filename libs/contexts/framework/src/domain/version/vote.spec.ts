import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Choice, VoteResult } from '../../contracts.js';
import { count, isUnread, majorityReached, quorumReached, reaches, shareOf, type Ballot } from './vote.js';

const rule = { quorumShare: 0.5, majorityShare: 0.5 };
const sealed = { sealed: 1, class: 'C3', key: 'k', iv: 'i', box: 'b' } as const;
const erased = { erased: true, at: '2025-01-01T00:00:00.000Z' } as const;
const anyBallot: fc.Arbitrary<Ballot> = fc.record({
  choice: fc.constantFrom<Choice>('for', 'against', 'abstain'),
  livedExperience: fc.boolean(),
});

describe('a share of votes', () => {
  it.each([
    [1, 2, 0.5, true],
    [4, 9, 0.5, false],
    [5, 9, 0.5, true],
    [3, 4, 0.75, true],
    [2, 3, 0.75, false],
    [5, 7, 0.75, false],
    [6, 8, 0.75, true],
    [2, 3, 0.6667, true],
    [666, 1000, 0.6667, false],
    [11, 20, 0.55, true],
    [7, 10, 0.7, true],
    [29, 100, 0.29, true],
    [57, 100, 0.57, true],
    [56, 100, 0.57, false],
    [4, 4, 1, true],
    [3, 4, 1, false],
    [0, 4, 0, true],
    [0, 0, 0, false],
  ])('%i of %i against %d', (part, whole, share, reached) => {
    expect(reaches(part, whole, share)).toBe(reached);
  });

  it('of whole hundredths is counted exactly for groups of every size', () => {
    for (let whole = 1; whole <= 120; whole += 1)
      for (let hundredths = 0; hundredths <= 100; hundredths += 1) {
        const least = Math.ceil((hundredths * whole) / 100);
        const found = [least - 1, least].map((part) => reaches(part, whole, hundredths / 100));
        expect([whole, hundredths, ...found]).toEqual([whole, hundredths, false, true]);
      }
  });

  it('once reached stays reached with more votes for it', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), (part, rest, share) => {
        const whole = part + rest;
        return !reaches(part, whole, share) || reaches(part + 1, whole + 1, share);
      }),
    );
  });
});

describe('counting ballots', () => {
  it('leaves abstentions out of what decides', () => {
    const ballots: Ballot[] = [
      { choice: 'for', livedExperience: true },
      { choice: 'for', livedExperience: false },
      { choice: 'against', livedExperience: true },
      { choice: 'abstain', livedExperience: true },
    ];
    expect(count(ballots, rule)).toEqual({
      tally: { for: 2, against: 1, abstain: 1 },
      deciding: 3,
      livedExperienceDeciding: 2,
      ...rule,
    });
  });
  it.each<[string, Ballot]>([
    ['choice', { choice: erased, livedExperience: true }],
    ['lived experience', { choice: 'for', livedExperience: erased }],
    ['ballot', { choice: erased, livedExperience: erased }],
  ])('does not count an erased %s', (_, ballot) => {
    expect(isUnread(ballot)).toBe(false);
    expect(count([ballot], rule).tally).toEqual({ for: 0, against: 0, abstain: 0 });
  });
  it('knows a ballot that it cannot read', () => {
    expect(isUnread({ choice: sealed, livedExperience: true })).toBe(true);
    expect(isUnread({ choice: 'for', livedExperience: sealed })).toBe(true);
  });
  it('finds every ballot in the tally, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(anyBallot), (ballots) => {
        const result = count(ballots, rule);
        const { tally, deciding, livedExperienceDeciding } = result;
        expect(tally.for + tally.against + tally.abstain).toBe(ballots.length);
        expect(deciding).toBe(tally.for + tally.against);
        expect(livedExperienceDeciding).toBeLessThanOrEqual(deciding);
        expect(count(ballots.toReversed(), rule)).toEqual(result);
      }),
    );
  });
});

describe('what a result says', () => {
  const result = (changes: Partial<VoteResult> = {}): VoteResult => ({
    tally: { for: 3, against: 1, abstain: 2 },
    deciding: 4,
    livedExperienceDeciding: 3,
    ...rule,
    ...changes,
  });

  it.each([
    [2, 0.5, true],
    [1, 0.5, false],
    [3, 0.75, true],
    [2, 0.75, false],
  ])(
    'with %i of 4 by lived experience against a quorum of %d',
    (livedExperienceDeciding, quorumShare, reached) => {
      expect(quorumReached(result({ livedExperienceDeciding, quorumShare }))).toBe(reached);
    },
  );
  it.each([
    [3, 1, 0.5, true],
    [2, 2, 0.5, false],
    [2, 1, 0.6667, true],
    [1, 1, 0.5, false],
    [3, 2, 0.6667, false],
    [1, 0, 1, true],
    [0, 0, 0.5, false],
  ])('with %i for and %i against by a majority of %d', (votesFor, against, majorityShare, reached) => {
    const tally = { for: votesFor, against, abstain: 0 };
    expect(majorityReached(result({ tally, deciding: votesFor + against, majorityShare }))).toBe(reached);
  });
  it('never carries a tie, whatever the rule', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (votes, majorityShare) => {
        const tally = { for: votes, against: votes, abstain: 0 };
        return !majorityReached(result({ tally, deciding: 2 * votes, majorityShare }));
      }),
    );
  });
  it('tells a share to four decimal places, and of no votes none', () => {
    expect(shareOf(2, result({ deciding: 3 }))).toBe(0.6667);
    expect(shareOf(0, result({ deciding: 0 }))).toBe(0);
  });
});
