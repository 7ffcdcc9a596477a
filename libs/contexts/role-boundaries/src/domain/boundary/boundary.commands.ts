import type { CalendarDate, CorrectionReason, Uuid } from '@alongside/kernel';
import type { BoundaryLine, LineCondition, OfBoundary, ReviewOutcome, Signatory } from '../../contracts.js';
import type { FrameworkStance } from '../stances/framework-stance.js';

/** Whose boundary it is, as the engagement says. */
export type BoundaryParticulars = Omit<OfBoundary, 'effectiveOn'>;

interface Command {
  readonly effectiveOn: CalendarDate;
}

export interface ProposeBoundary extends Command {
  readonly type: 'ProposeBoundary';
  readonly of: BoundaryParticulars;
  readonly proposalId: Uuid;
  readonly lines: readonly BoundaryLine[];
  readonly proposedBy: Uuid;
  /** The version that the organisation holds itself to on this day; null where it has adopted none. */
  readonly frameworkVersionId: Uuid | null;
  /** What the organisation's framework says of tasks on this day. */
  readonly framework: readonly FrameworkStance[];
}

export interface SignBoundary extends Command {
  readonly type: 'SignBoundary';
  readonly proposalId: Uuid;
  readonly by: Signatory;
  readonly signedBy: Uuid;
}

/** Possible before anything is proposed: not to know is a reason to ask. */
export interface QueryTask extends Command {
  readonly type: 'QueryTask';
  readonly of: BoundaryParticulars;
  readonly queryId: Uuid;
  readonly task: string;
  readonly askedBy: Uuid;
  readonly question: string;
}

export interface AnswerQuery extends Command {
  readonly type: 'AnswerQuery';
  readonly queryId: Uuid;
  readonly answeredBy: Uuid;
  readonly answer: string;
}

/** Possible before anything is proposed. */
export interface DeclineTask extends Command {
  readonly type: 'DeclineTask';
  readonly of: BoundaryParticulars;
  readonly declineId: Uuid;
  readonly task: string;
  readonly declinedBy: Uuid;
  readonly reason?: string;
}

export interface OptIn extends Command {
  readonly type: 'OptIn';
  readonly of: BoundaryParticulars;
  readonly task: string;
  readonly by: Uuid;
}

export interface OptOut extends Command {
  readonly type: 'OptOut';
  readonly of: BoundaryParticulars;
  readonly task: string;
  readonly by: Uuid;
}

export interface AgreeException extends Command {
  readonly type: 'AgreeException';
  readonly exceptionId: Uuid;
  readonly task: string;
  /** Last day. */
  readonly until: CalendarDate;
  readonly conditions: readonly LineCondition[];
  readonly agreedBy: Uuid;
  /** What the organisation's framework says of the task on this day; null where it is silent. */
  readonly framework: FrameworkStance | null;
}

export interface WithdrawException extends Command {
  readonly type: 'WithdrawException';
  readonly exceptionId: Uuid;
}

export interface HoldReview extends Command {
  readonly type: 'HoldReview';
  readonly outcome: ReviewOutcome;
  readonly nextReviewOn: CalendarDate | null;
}

export interface EndBoundary extends Command {
  readonly type: 'EndBoundary';
  /** Why the day recorded before was wrong. */
  readonly correction?: CorrectionReason;
}

export type BoundaryCommand =
  | ProposeBoundary
  | SignBoundary
  | QueryTask
  | AnswerQuery
  | DeclineTask
  | OptIn
  | OptOut
  | AgreeException
  | WithdrawException
  | HoldReview
  | EndBoundary;
