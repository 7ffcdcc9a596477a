import { describe, expect, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import { versionIdOf } from '../../contracts.js';
import {
  ballot,
  boundary,
  carriedVote,
  clauseOf,
  consulted,
  drafted,
  firstVersion,
  frameworkId,
  lapsed,
  localityId,
  proposed,
  ratified,
  secondVersion,
  superseded,
  votingOpened,
} from '../../testing/samples.js';
import { versionProjection, type VersionRow } from './version.projection.js';

const { given } = foldSpec<VersionRow>(versionProjection);
const inSussex = { ...drafted('2025-01-06', 0.75, 0.6667), metadata: { locality: localityId } };
const draft: VersionRow = {
  version_id: secondVersion,
  framework_id: frameworkId,
  locality_id: localityId,
  number: 2,
  replaces: firstVersion,
  status: 'draft',
  quorum_share: 0.75,
  majority_share: 0.6667,
  successor_quorum_share: 0.75,
  successor_majority_share: 0.6667,
  drafted_on: '2025-01-06',
  consultation_on: null,
  voting_on: null,
  closed_on: null,
  tally: null,
  deciding: null,
  lived_experience_deciding: null,
  ratified_on: null,
  in_force_from: null,
  lapsed_on: null,
  lapsed_because: null,
  superseded_on: null,
  superseded_by: null,
};
const closed: Partial<VersionRow> = {
  consultation_on: '2025-02-01',
  voting_on: '2025-03-01',
  closed_on: '2025-03-15',
  tally: { for: 3, against: 1, abstain: 0 },
  deciding: 4,
  lived_experience_deciding: 3,
};

describe('the versions of a framework', () => {
  it('begin as drafts, counted by the rule of the version they replace', () => {
    given(inSussex, proposed(clauseOf(boundary))).then(draft);
  });
  it('pass through consultation and voting', () => {
    given(inSussex, consulted).then({ ...draft, status: 'consultation', consultation_on: '2025-02-01' });
    given(inSussex, consulted, votingOpened).then({
      ...draft,
      status: 'voting',
      consultation_on: '2025-02-01',
      voting_on: '2025-03-01',
    });
  });
  it('show no ballot, only the tally of the closed vote', () => {
    const cast = ballot('Ada', 'against', true);
    expect(given(inSussex, consulted, votingOpened, cast).rows()).toEqual(
      given(inSussex, consulted, votingOpened).rows(),
    );
    given(inSussex, consulted, votingOpened, cast, carriedVote).then({
      ...draft,
      ...closed,
      status: 'votingClosed',
    });
  });
  it('are ratified on one day and in force from another, until superseded', () => {
    const inForce = {
      ...draft,
      ...closed,
      status: 'ratified',
      ratified_on: '2025-03-16',
      in_force_from: '2025-04-01',
      successor_quorum_share: 0.5,
      successor_majority_share: 0.5,
    } as const;
    const history = [inSussex, consulted, votingOpened, carriedVote, ratified] as const;
    given(...history).then(inForce);
    given(...history, superseded).then({
      ...inForce,
      status: 'superseded',
      superseded_on: '2026-04-01',
      superseded_by: versionIdOf(frameworkId, 3),
    });
  });
  it('say why they were not ratified', () => {
    given(inSussex, consulted, votingOpened, carriedVote, lapsed).then({
      ...draft,
      ...closed,
      status: 'notRatified',
      lapsed_on: '2025-03-16',
      lapsed_because: 'quorumNotReached',
    });
  });
  it('show the voting rule that they propose for the next one', () => {
    const ruleProposed = {
      type: 'VotingRuleProposed',
      data: { versionId: secondVersion, quorumShare: 0.8, majorityShare: 0.5, effectiveOn: '2025-01-07' },
    };
    given(inSussex, ruleProposed).then({
      ...draft,
      successor_quorum_share: 0.8,
      successor_majority_share: 0.5,
    });
  });
});
