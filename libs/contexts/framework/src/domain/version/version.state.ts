import type { CalendarDate, Fact, Uuid } from '@alongside/kernel';
import type { Clause, VersionEvent, VoteResult, VotingRule } from '../../contracts.js';
import type { Ballot } from './vote.js';

export interface DraftedClause {
  readonly clause: Clause;
  /** 0 as first proposed, one more for each change. */
  readonly revision: number;
  /** False once withdrawn. */
  readonly stands: boolean;
}

export interface Drafted {
  readonly status:
    'Draft' | 'Consultation' | 'Voting' | 'VotingClosed' | 'Ratified' | 'NotRatified' | 'Superseded';
  readonly versionId: Uuid;
  readonly frameworkId: Uuid;
  readonly number: number;
  readonly replaces: Uuid | null;
  /** By which the vote on this version is counted. */
  readonly votingRule: VotingRule;
  /** By which the vote on its successor would be. */
  readonly successorRule: VotingRule;
  readonly clauses: Readonly<Record<Uuid, DraftedClause>>;
  /** The last ballot of each member. */
  readonly ballots: Readonly<Record<Uuid, Ballot>>;
  readonly result: VoteResult | null;
  readonly inForceFrom: CalendarDate | null;
  readonly supersededBy: Uuid | null;
  /** The day of the last step: no step is dated before the one it follows. */
  readonly lastOn: CalendarDate;
}

export type VersionState = { readonly status: 'None' } | Drafted;

/** The clauses that stand, in the order in which they were first proposed. */
export const standingClauses = ({ clauses }: Pick<Drafted, 'clauses'>): readonly Clause[] =>
  Object.values(clauses).flatMap(({ clause, stands }) => (stands ? [clause] : []));

const ruleIn = ({ quorumShare, majorityShare }: VotingRule): VotingRule => ({ quorumShare, majorityShare });

export const clauseIn = ({ clauseId, kind, title, wording, rule }: Clause): Clause => ({
  clauseId,
  kind,
  title,
  wording,
  rule,
});

export const evolveVersion = (state: VersionState, fact: Fact<VersionEvent>): VersionState => {
  if (fact.type === 'VersionDrafted') return draftedBy(fact.data);
  if (state.status === 'None') return state;
  const lastOn = dayOfStep(fact);
  return evolveDrafted({ ...state, lastOn: lastOn > state.lastOn ? lastOn : state.lastOn }, fact);
};

/** The day on which a step was taken, which for a ratification is not the day from which it is in force. */
const dayOfStep = ({ type, data }: Fact<VersionEvent>): CalendarDate =>
  type === 'VersionRatified' ? data.ratifiedOn : data.effectiveOn;

const draftedBy = (data: Extract<VersionEvent, { type: 'VersionDrafted' }>['data']): Drafted => ({
  status: 'Draft',
  versionId: data.versionId,
  frameworkId: data.frameworkId,
  number: data.number,
  replaces: data.replaces,
  votingRule: ruleIn(data),
  successorRule: ruleIn(data),
  clauses: {},
  ballots: {},
  result: null,
  inForceFrom: null,
  supersededBy: null,
  lastOn: data.effectiveOn,
});

const evolveDrafted = (
  state: Drafted,
  fact: Exclude<Fact<VersionEvent>, { type: 'VersionDrafted' }>,
): VersionState => {
  switch (fact.type) {
    case 'ClauseProposed':
    case 'ClauseAmended':
      return withClause(state, fact.data.clauseId, clauseIn(fact.data));
    case 'ClauseWithdrawn':
      return withClause(state, fact.data.clauseId, null);
    case 'VotingRuleProposed':
      return { ...state, successorRule: ruleIn(fact.data) };
    case 'ConsultationOpened':
      return { ...state, status: 'Consultation' };
    case 'VotingOpened':
      return { ...state, status: 'Voting' };
    case 'BallotCast': {
      const { personId, choice, livedExperience } = fact.data;
      return { ...state, ballots: { ...state.ballots, [personId]: { choice, livedExperience } } };
    }
    case 'VotingClosed': {
      const { tally, deciding, livedExperienceDeciding } = fact.data;
      // The ballots have done their work: the result stands by itself.
      const result = { tally, deciding, livedExperienceDeciding, ...ruleIn(fact.data) };
      return { ...state, status: 'VotingClosed', result, ballots: {} };
    }
    case 'VersionRatified':
      return { ...state, status: 'Ratified', inForceFrom: fact.data.effectiveOn };
    case 'VersionNotRatified':
      return { ...state, status: 'NotRatified' };
    case 'VersionSuperseded':
      return { ...state, status: 'Superseded', supersededBy: fact.data.by };
    case 'CommentMade':
    case 'DissentStated':
      return state;
    default:
      return fact satisfies never;
  }
};

const withClause = (state: Drafted, clauseId: Uuid, clause: Clause | null): Drafted => {
  const before = state.clauses[clauseId];
  const said = clause ?? before?.clause;
  if (!said) return state;
  const after = { clause: said, revision: before ? before.revision + 1 : 0, stands: clause !== null };
  return { ...state, clauses: { ...state.clauses, [clauseId]: after } };
};
