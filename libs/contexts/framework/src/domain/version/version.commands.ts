import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { Choice, Clause, ClauseRule, VotingRule } from '../../contracts.js';

interface Dated {
  readonly effectiveOn: CalendarDate;
}

export interface DraftVersion extends Dated {
  readonly type: 'DraftVersion';
  readonly versionId: Uuid;
  readonly frameworkId: Uuid;
  /** From 1. */
  readonly number: number;
  readonly replaces: Uuid | null;
  /** Looked up: the rule of the version being replaced, or of the framework's founding. */
  readonly votingRule: VotingRule;
  /** Looked up: the clauses of the version being replaced, which stand in the draft until amended or withdrawn. */
  readonly clauses: readonly Clause[];
}

interface Wording {
  readonly clauseId: Uuid;
  readonly title: string;
  readonly wording: string;
  readonly rule: ClauseRule;
}

export interface ProposeClause extends Dated, Wording {
  readonly type: 'ProposeClause';
}

export interface AmendClause extends Dated, Wording {
  readonly type: 'AmendClause';
  /** The clause's revision that the author had read: 0 as proposed, one more for each change. */
  readonly expectedRevision: number;
}

export interface WithdrawClause extends Dated {
  readonly type: 'WithdrawClause';
  readonly clauseId: Uuid;
  readonly expectedRevision: number;
}

export interface ProposeVotingRule extends Dated, VotingRule {
  readonly type: 'ProposeVotingRule';
}

export interface OpenConsultation extends Dated {
  readonly type: 'OpenConsultation';
}

export interface MakeComment extends Dated {
  readonly type: 'MakeComment';
  readonly commentId: Uuid;
  readonly personId: Uuid;
  /** Null for the version as a whole. */
  readonly clauseId: Uuid | null;
  readonly text: string;
}

export interface OpenVoting extends Dated {
  readonly type: 'OpenVoting';
}

export interface CastBallot extends Dated {
  readonly type: 'CastBallot';
  readonly personId: Uuid;
  readonly choice: Choice;
  /** Looked up: in the group on the day; null where the person is not in it. */
  readonly member: { readonly livedExperience: boolean } | null;
}

export interface StateDissent extends Dated {
  readonly type: 'StateDissent';
  readonly dissentId: Uuid;
  readonly personId: Uuid;
  /** Null for the version as a whole. */
  readonly clauseId: Uuid | null;
  readonly statement: string;
  /** Whether the name may be shown with the statement. */
  readonly named: boolean;
  /** Looked up: in the group on the day. */
  readonly member: boolean;
}

/** To be executed with `opened: true`: sealed ballots cannot be counted. */
export interface CloseVoting extends Dated {
  readonly type: 'CloseVoting';
}

export interface RatifyVersion extends Dated {
  readonly type: 'RatifyVersion';
  readonly inForceFrom: CalendarDate;
  /** Looked up: the version last ratified and not superseded; null where there is none. */
  readonly currentVersionId: Uuid | null;
}

export interface LapseVersion extends Dated {
  readonly type: 'LapseVersion';
  /** Looked up, as for ratifying. */
  readonly currentVersionId: Uuid | null;
}

export interface SupersedeVersion extends Dated {
  readonly type: 'SupersedeVersion';
  readonly by: Uuid;
}

export type VersionCommand =
  | DraftVersion
  | ProposeClause
  | AmendClause
  | WithdrawClause
  | ProposeVotingRule
  | OpenConsultation
  | MakeComment
  | OpenVoting
  | CastBallot
  | StateDissent
  | CloseVoting
  | RatifyVersion
  | LapseVersion
  | SupersedeVersion;
