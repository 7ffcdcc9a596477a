import { reject, type Rejected, type Uuid } from '@alongside/kernel';
import type { Clause, VersionEvent } from '../../contracts.js';
import { ruleFaults } from '../clause/clause.faults.js';
import { collide } from '../clause/clause.subject.js';
import { isVotingRule } from '../voting.rule.js';
import type {
  AmendClause,
  DraftVersion,
  ProposeClause,
  ProposeVotingRule,
  WithdrawClause,
} from './version.commands.js';
import type { VersionRefusal } from './version.refusals.js';
import { clauseIn, standingClauses, type Drafted, type DraftedClause } from './version.state.js';

type Decision = readonly VersionEvent[] | Rejected<VersionRefusal>;

const MOST_TITLE = 200;
const MOST_WORDING = 4_000;

export const draft = (command: DraftVersion): Decision => {
  const { versionId, frameworkId, number, replaces, votingRule, clauses, effectiveOn } = command;
  const { quorumShare, majorityShare } = votingRule;
  if (!Number.isInteger(number) || number < 1) return reject('NumberNotPositive');
  if (!isVotingRule(votingRule)) return reject('ShareOutOfRange');
  const unsound = clauses.flatMap(({ clauseId, rule }) =>
    ruleFaults(rule).map((fault) => `${clauseId}: ${fault}`),
  );
  if (unsound.length > 0) return reject('ClauseNotEvaluable', { faults: unsound });
  const second = clauses.find((clause, index) =>
    clauses.slice(0, index).some((earlier) => collide(earlier.rule, clause.rule)),
  );
  if (second) return reject('SubjectAlreadyCovered', { clauseId: second.clauseId });
  return [
    {
      type: 'VersionDrafted',
      data: { versionId, frameworkId, number, replaces, quorumShare, majorityShare, effectiveOn },
    },
    ...clauses.map(
      (clause) =>
        ({
          type: 'ClauseProposed',
          data: { versionId, ...clauseIn(clause), carriedFrom: replaces, effectiveOn },
        }) as const,
    ),
  ];
};

/** Title, wording and rule as they would stand, or why they cannot. */
const clauseFrom = (
  command: ProposeClause | AmendClause,
  state: Drafted,
): Clause | Rejected<VersionRefusal> => {
  const { clauseId, rule } = command;
  const [title, wording] = [command.title.trim(), command.wording.trim()];
  const within = (text: string, most: number): boolean => text !== '' && text.length <= most;
  if (!within(title, MOST_TITLE) || !within(wording, MOST_WORDING)) return reject('ClauseTextMissing');
  const faults = ruleFaults(rule);
  if (faults.length > 0) return reject('ClauseNotEvaluable', { faults });
  const other = standingClauses(state).find((one) => one.clauseId !== clauseId && collide(one.rule, rule));
  if (other) return reject('SubjectAlreadyCovered', { clauseId: other.clauseId });
  return { clauseId, kind: rule.kind, title, wording, rule };
};

const isSettled = ({ status }: Drafted): boolean => status !== 'Draft' && status !== 'Consultation';

export const propose = (command: ProposeClause, state: Drafted): Decision => {
  if (isSettled(state)) return reject('WordingSettled');
  const before = state.clauses[command.clauseId];
  if (before?.stands) return reject('ClauseAlreadyProposed');
  const clause = clauseFrom(command, state);
  if ('rejected' in clause) return clause;
  if (before && before.clause.kind !== clause.kind) return reject('ClauseKindIsFixed');
  const { versionId } = state;
  return [
    {
      type: 'ClauseProposed',
      data: { versionId, ...clause, carriedFrom: null, effectiveOn: command.effectiveOn },
    },
  ];
};

/** The clause as it stands, if it is the one that the author had read. */
const clauseRead = (
  { clauseId, expectedRevision }: { readonly clauseId: Uuid; readonly expectedRevision: number },
  state: Drafted,
): DraftedClause | Rejected<VersionRefusal> => {
  if (isSettled(state)) return reject('WordingSettled');
  const before = state.clauses[clauseId];
  if (!before?.stands) return reject('ClauseUnknown');
  const { revision } = before;
  return revision === expectedRevision ? before : reject('ClauseChangedMeanwhile', { revision });
};

export const amend = (command: AmendClause, state: Drafted): Decision => {
  const before = clauseRead(command, state);
  if ('rejected' in before) return before;
  const clause = clauseFrom(command, state);
  if ('rejected' in clause) return clause;
  if (before.clause.kind !== clause.kind) return reject('ClauseKindIsFixed');
  if (sameContent(before.clause, clause)) return [];
  const { versionId } = state;
  return [{ type: 'ClauseAmended', data: { versionId, ...clause, effectiveOn: command.effectiveOn } }];
};

const sameContent = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [ofA, ofB] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    ofA.length === ofB.size && ofA.every(([key, value]) => ofB.has(key) && sameContent(value, ofB.get(key)))
  );
};

export const withdrawClause = (command: WithdrawClause, state: Drafted): Decision => {
  const before = clauseRead(command, state);
  if ('rejected' in before) return before;
  const { clauseId, effectiveOn } = command;
  return [{ type: 'ClauseWithdrawn', data: { versionId: state.versionId, clauseId, effectiveOn } }];
};

export const proposeVotingRule = (command: ProposeVotingRule, state: Drafted): Decision => {
  const { quorumShare, majorityShare, effectiveOn } = command;
  const { versionId, successorRule } = state;
  if (isSettled(state)) return reject('WordingSettled');
  if (!isVotingRule(command)) return reject('ShareOutOfRange');
  if (quorumShare === successorRule.quorumShare && majorityShare === successorRule.majorityShare) return [];
  return [{ type: 'VotingRuleProposed', data: { versionId, quorumShare, majorityShare, effectiveOn } }];
};
