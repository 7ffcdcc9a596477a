import { describe, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import { versionIdOf, type VersionEvent } from '../../contracts.js';
import {
  boundary,
  carriedVote,
  clauseOf,
  consulted,
  drafted,
  firstVersion,
  frameworkId,
  lapsed,
  proposed,
  ratified,
  secondVersion,
  superseded,
  votingClosed,
  votingOpened,
} from '../../testing/samples.js';
import type { LapseVersion, RatifyVersion, SupersedeVersion } from './version.commands.js';
import { version } from './version.decider.js';

const { given } = specFor(version);
const voting = [drafted(), proposed(clauseOf(boundary)), consulted, votingOpened] as const;
const thirdVersion = versionIdOf(frameworkId, 3);
const votes = (votesFor: number, against: number, abstain = 0) => ({ for: votesFor, against, abstain });

const ratify = (changes: Partial<RatifyVersion> = {}): RatifyVersion => ({
  type: 'RatifyVersion',
  inForceFrom: '2025-04-01',
  currentVersionId: firstVersion,
  effectiveOn: '2025-03-16',
  ...changes,
});
const lapse = (changes: Partial<LapseVersion> = {}): LapseVersion => ({
  type: 'LapseVersion',
  currentVersionId: firstVersion,
  effectiveOn: '2025-03-16',
  ...changes,
});
const supersede = (changes: Partial<SupersedeVersion> = {}): SupersedeVersion => ({
  type: 'SupersedeVersion',
  by: thirdVersion,
  effectiveOn: '2026-04-01',
  ...changes,
});
const notRatified = (because: 'quorumNotReached' | 'majorityNotReached' | 'withdrawn' | 'overtaken') =>
  ({
    type: 'VersionNotRatified',
    data: { versionId: secondVersion, frameworkId, because, effectiveOn: '2025-03-16' },
  }) satisfies VersionEvent;

describe('ratifying a version', () => {
  it('puts it in force from a day, with the rule that binds the next one', () => {
    given(...voting, carriedVote)
      .when(ratify())
      .then(ratified);
  });
  it('publishes the voting rule that the version proposed', () => {
    const ruleProposed: VersionEvent = {
      type: 'VotingRuleProposed',
      data: { versionId: secondVersion, quorumShare: 0.75, majorityShare: 0.6667, effectiveOn: '2025-01-07' },
    };
    given(drafted(), proposed(clauseOf(boundary)), ruleProposed, consulted, votingOpened, carriedVote)
      .when(ratify())
      .then({
        ...ratified,
        data: { ...ratified.data, quorumShare: 0.75, majorityShare: 0.6667 },
      } as VersionEvent);
  });

  it.each([
    ['exactly half by lived experience', votes(3, 1), 2, 0.5],
    ['exactly three quarters by lived experience', votes(3, 1), 3, 0.75],
    ['all of them', votes(1, 0), 1, 1],
    ['abstentions that would have undone the quorum', votes(2, 0, 9), 1, 0.5],
  ])('carries with %s', (_, tally, livedExperienceDeciding, quorumShare) => {
    given(...voting, votingClosed(tally, livedExperienceDeciding, quorumShare))
      .when(ratify())
      .then(ratified);
  });
  it.each([
    ['one vote short of half', votes(5, 0), 2, 0.5, 0.4],
    ['one vote short of three quarters', votes(3, 1), 2, 0.75, 0.5],
    ['none by lived experience', votes(9, 0), 0, 0.5, 0],
    ['no deciding votes', votes(0, 0, 4), 0, 0.5, 0],
  ])('is refused with %s', (_, tally, livedExperienceDeciding, needed, livedExperienceShare) => {
    given(...voting, votingClosed(tally, livedExperienceDeciding, needed))
      .when(ratify())
      .thenRejected('QuorumNotReached', { tally, livedExperienceShare, needed });
  });
  it.each([
    ['a tie', votes(2, 2), 0.5, 0.5],
    ['more against', votes(1, 3), 0.5, 0.25],
    ['half where two thirds are needed', votes(3, 2), 0.6667, 0.6],
  ])('is refused with %s', (_, tally, needed, forShare) => {
    given(...voting, votingClosed(tally, tally.for + tally.against, 0.5, needed))
      .when(ratify())
      .thenRejected('MajorityNotReached', { tally, forShare, needed });
  });
  it('carries two thirds with two of three', () => {
    given(...voting, votingClosed(votes(2, 1), 3, 0.5, 0.6667))
      .when(ratify())
      .then(ratified);
  });

  it('is refused while the vote is open', () => {
    given(...voting)
      .when(ratify())
      .thenRejected('VotingNotClosed');
  });
  it('is refused where another version has come into force meanwhile', () => {
    given(...voting, carriedVote)
      .when(ratify({ currentVersionId: thirdVersion }))
      .thenRejected('AnotherVersionInForce', { currentVersionId: thirdVersion });
  });
  it('is in force from the day itself at the earliest', () => {
    given(...voting, carriedVote)
      .when(ratify({ inForceFrom: '2025-03-15' }))
      .thenRejected('InForceBeforeRatification', { ratifiedOn: '2025-03-16' });
    given(...voting, carriedVote)
      .when(ratify({ inForceFrom: '2025-03-16' }))
      .then({ ...ratified, data: { ...ratified.data, effectiveOn: '2025-03-16' } } as VersionEvent);
  });
  it('changes nothing the second time, and cannot be said otherwise', () => {
    given(...voting, carriedVote, ratified)
      .when(ratify())
      .thenNothing();
    given(...voting, carriedVote, ratified)
      .when(ratify({ inForceFrom: '2025-05-01' }))
      .thenRejected('AlreadyDecided');
  });
  it('is refused for what lapsed', () => {
    given(...voting, carriedVote, lapsed)
      .when(ratify())
      .thenRejected('AlreadyDecided');
  });
});

describe('a version that is not ratified', () => {
  it('is withdrawn before the vote', () => {
    given(drafted(), proposed(clauseOf(boundary)), consulted)
      .when(lapse())
      .then(notRatified('withdrawn'));
  });
  it('failed for want of lived experience among the votes', () => {
    given(...voting, votingClosed(votes(3, 1), 1))
      .when(lapse())
      .then(notRatified('quorumNotReached'));
  });
  it('failed for want of a majority', () => {
    given(...voting, votingClosed(votes(1, 3), 4))
      .when(lapse())
      .then(notRatified('majorityNotReached'));
  });
  it('is not set aside where the vote carried it', () => {
    given(...voting, carriedVote)
      .when(lapse())
      .thenRejected('VoteCarried');
  });
  it('was overtaken where another version came into force', () => {
    given(...voting, carriedVote)
      .when(lapse({ currentVersionId: thirdVersion }))
      .then(notRatified('overtaken'));
  });
  it('is decided only when the vote is closed', () => {
    given(...voting)
      .when(lapse())
      .thenRejected('VotingNotClosed');
  });
  it('is not ratified once', () => {
    given(...voting, carriedVote, lapsed)
      .when(lapse())
      .thenNothing();
    given(...voting, carriedVote, ratified)
      .when(lapse())
      .thenRejected('AlreadyDecided');
  });
});

describe('superseding a version', () => {
  const inForce = [...voting, carriedVote, ratified] as const;

  it('names the version that takes its place and from when', () => {
    given(...inForce)
      .when(supersede())
      .then(superseded);
  });
  it('can happen on its first day and no earlier', () => {
    given(...inForce)
      .when(supersede({ effectiveOn: '2025-03-31' }))
      .thenRejected('BeforeInForce', { inForceFrom: '2025-04-01' });
    given(...inForce)
      .when(supersede({ effectiveOn: '2025-04-01' }))
      .then({ ...superseded, data: { ...superseded.data, effectiveOn: '2025-04-01' } } as VersionEvent);
  });
  it('changes nothing when said again by the same version', () => {
    given(...inForce, superseded)
      .when(supersede())
      .thenNothing();
    given(...inForce, superseded)
      .when(supersede({ by: firstVersion }))
      .thenRejected('AlreadySuperseded');
  });
  it('is refused by itself', () => {
    given(...inForce)
      .when(supersede({ by: secondVersion }))
      .thenRejected('SupersededByItself');
  });
  it('is refused for what was not ratified', () => {
    given(...voting, carriedVote)
      .when(supersede())
      .thenRejected('NotRatified');
  });
});
