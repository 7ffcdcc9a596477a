import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';
import type { ClauseKind } from '../../contracts.js';

interface Dated {
  readonly effectiveOn: CalendarDate;
}

export interface FoundFramework extends Dated {
  readonly type: 'FoundFramework';
  readonly frameworkId: Uuid;
  readonly localityId: Uuid;
  readonly name: string;
  /** Half where absent; a peer-led group chooses three quarters. */
  readonly quorumShare?: number;
  /** More than half where absent. */
  readonly majorityShare?: number;
}

/** For somebody who is a member already: says their organisation or lived experience anew from a day. */
export interface JoinGroup extends Dated {
  readonly type: 'JoinGroup';
  readonly personId: Uuid;
  readonly organisationId: Uuid | null;
  readonly livedExperience: boolean;
  readonly corrects?: Correction;
}

export interface LeaveGroup extends Dated {
  readonly type: 'LeaveGroup';
  readonly personId: Uuid;
  readonly corrects?: Correction;
}

interface Pair {
  readonly clauseId: Uuid;
  readonly otherFrameworkId: Uuid;
  readonly otherClauseId: Uuid;
}

export interface AlignClauses extends Dated, Pair {
  readonly type: 'AlignClauses';
  /** Looked up: what kinds the two clauses are of; null where the framework has no such clause. */
  readonly kind: ClauseKind | null;
  readonly otherKind: ClauseKind | null;
}

export interface SeparateClauses extends Dated, Pair {
  readonly type: 'SeparateClauses';
}

export type FrameworkCommand = FoundFramework | JoinGroup | LeaveGroup | AlignClauses | SeparateClauses;
