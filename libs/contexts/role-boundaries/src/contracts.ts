import { uuid5, type CalendarDate, type DomainEvent, type Personal, type Uuid } from '@alongside/kernel';

/*
 * What other contexts may know of role boundaries: what was agreed that one worker does and does not do.
 *
 * Tables that others may join in reading: `role_boundaries.agreement`, `role_boundaries.line`.
 */

export const boundaryStream = (boundaryId: Uuid): string => `boundary-${boundaryId}`;
export const concernStream = (concernId: Uuid): string => `concern-${concernId}`;

/** The one boundary agreement of an engagement. */
export const boundaryIdOf = (engagementId: Uuid): Uuid => uuid5(`boundary:${engagementId}`);

/** From the strictest to the loosest; `notAgreed` is a valid answer and stands outside that order. */
export const lineStances = ['never', 'notByDefault', 'withConditions', 'usual', 'notAgreed'] as const;
export type LineStance = (typeof lineStances)[number];

/** What must hold for a task to be performed, in the framework's words. All conditions of a line must be met. */
export type LineCondition =
  | {
      readonly kind: 'trainingInDate';
      readonly courseKind: string;
      readonly evidence: 'attended' | 'assessed';
    }
  | { readonly kind: 'monthsInPost'; readonly months: number }
  | { readonly kind: 'secondPersonPresent' }
  | { readonly kind: 'setting'; readonly settings: readonly string[] }
  | { readonly kind: 'supervisionCurrent'; readonly supervision: 'line' | 'practice' | 'peer' | 'peerGroup' }
  | { readonly kind: 'workerOptedIn' }
  | { readonly kind: 'teamTrained'; readonly courseKind: string };

/**
 * How a line stands to what the framework says of the task: `silent` where it says nothing, `contrary` where one of the
 * two says that nothing is agreed.
 */
export type LineDirection = 'same' | 'stricter' | 'looser' | 'silent' | 'contrary';

/** What was agreed about one task. */
export interface BoundaryLine {
  /** As the framework names it. */
  readonly task: string;
  readonly stance: LineStance;
  readonly conditions: readonly LineCondition[];
}

/** A line beside what the framework says of its task. */
export interface ComparedLine extends BoundaryLine {
  readonly direction: LineDirection;
  readonly clauseId: Uuid | null;
  /** The declared deviation that lets the line be looser; null where none is needed. */
  readonly deviationId: Uuid | null;
}

/** Of which agreement a fact speaks, and whose. */
export interface OfBoundary {
  readonly effectiveOn: CalendarDate;
  readonly boundaryId: Uuid;
  readonly engagementId: Uuid;
  /** The worker. */
  readonly personId: Uuid;
  /** Whose record it is: the employing organisation. */
  readonly organisationId: Uuid;
  readonly localityId: Uuid;
}

/** Lines are put to worker and manager. What was agreed before stays in force until both have signed these. */
export type BoundaryProposed = DomainEvent<
  'BoundaryProposed',
  OfBoundary & {
    readonly proposalId: Uuid;
    /** The framework's version that the lines started from. */
    readonly frameworkVersionId: Uuid;
    readonly lines: readonly ComparedLine[];
    readonly proposedBy: Uuid;
  }
>;

export const signatories = ['worker', 'manager'] as const;
export type Signatory = (typeof signatories)[number];

export type BoundarySigned = DomainEvent<
  'BoundarySigned',
  OfBoundary & {
    readonly proposalId: Uuid;
    readonly by: Signatory;
    /** Who signed: the worker, or whoever signed as manager. */
    readonly signedBy: Uuid;
  }
>;

/** Both have signed: the lines are in force from `effectiveOn`, in place of those agreed before. */
export type BoundaryAgreed = DomainEvent<
  'BoundaryAgreed',
  OfBoundary & {
    readonly proposalId: Uuid;
    readonly frameworkVersionId: Uuid;
    readonly lines: readonly ComparedLine[];
    /** Tasks that were agreed on before and are no more. */
    readonly dropped: readonly string[];
  }
>;

/** Somebody asked what holds for a task. */
export type TaskQueried = DomainEvent<
  'TaskQueried',
  OfBoundary & {
    readonly queryId: Uuid;
    readonly task: string;
    readonly askedBy: Uuid;
    readonly question: Personal<string>;
  }
>;

export type QueryAnswered = DomainEvent<
  'QueryAnswered',
  OfBoundary & {
    readonly queryId: Uuid;
    readonly task: string;
    readonly answeredBy: Uuid;
    readonly answer: Personal<string>;
  }
>;

/** The worker declined a task on `effectiveOn`. Declining is never a penalty: nothing in the program counts it against anyone. */
export type TaskDeclined = DomainEvent<
  'TaskDeclined',
  OfBoundary & { readonly declineId: Uuid; readonly task: string; readonly reason?: Personal<string> }
>;

/** The worker opts in to a task from `effectiveOn`: a condition of some lines, and the worker's alone to meet. */
export type WorkerOptedIn = DomainEvent<'WorkerOptedIn', OfBoundary & { readonly task: string }>;

/** The worker opts out of a task from `effectiveOn`. Needs no reason. */
export type WorkerOptedOut = DomainEvent<'WorkerOptedOut', OfBoundary & { readonly task: string }>;

/** The worker may perform the task up to and with `until`, if the conditions are met. */
export type ExceptionAgreed = DomainEvent<
  'ExceptionAgreed',
  OfBoundary & {
    readonly exceptionId: Uuid;
    readonly task: string;
    readonly until: CalendarDate;
    readonly conditions: readonly LineCondition[];
    readonly agreedBy: Uuid;
  }
>;

/** The exception no longer holds from `effectiveOn`. */
export type ExceptionWithdrawn = DomainEvent<
  'ExceptionWithdrawn',
  OfBoundary & { readonly exceptionId: Uuid; readonly task: string }
>;

export const reviewOutcomes = ['unchanged', 'toBeAmended'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** Worker and manager went through the lines together on `effectiveOn`. */
export type ReviewHeld = DomainEvent<
  'ReviewHeld',
  OfBoundary & { readonly outcome: ReviewOutcome; readonly nextReviewOn: CalendarDate | null }
>;

/**
 * Nothing is agreed from `effectiveOn`, because the engagement has ended. With `corrects`, from another day than was
 * recorded before.
 */
export type BoundaryEnded = DomainEvent<'BoundaryEnded', OfBoundary>;

export type BoundaryEvent =
  | BoundaryProposed
  | BoundarySigned
  | BoundaryAgreed
  | TaskQueried
  | QueryAnswered
  | TaskDeclined
  | WorkerOptedIn
  | WorkerOptedOut
  | ExceptionAgreed
  | ExceptionWithdrawn
  | ReviewHeld
  | BoundaryEnded;

/** Of which concern a fact speaks. */
export interface OfConcern {
  readonly effectiveOn: CalendarDate;
  readonly concernId: Uuid;
  readonly engagementId: Uuid;
  /** The worker whose engagement it is about. */
  readonly personId: Uuid;
  /** Whose record it is: the employing organisation. */
  readonly organisationId: Uuid;
  readonly localityId: Uuid;
}

/** Kept apart from the agreement, so that who raises a concern says who may see it. */
export type ConcernRaised = DomainEvent<
  'ConcernRaised',
  OfConcern & {
    readonly raisedBy: Uuid;
    /** Null where it is about the role as a whole. */
    readonly task: string | null;
    readonly text: Personal<string>;
    /** The people who may see it, beside whoever raised it. */
    readonly visibleTo: readonly Uuid[];
  }
>;

/** These people too may see the concern. */
export type ConcernShared = DomainEvent<'ConcernShared', OfConcern & { readonly with: readonly Uuid[] }>;

export type ConcernResolved = DomainEvent<
  'ConcernResolved',
  OfConcern & { readonly resolvedBy: Uuid; readonly outcome: Personal<string> }
>;

export type ConcernEvent = ConcernRaised | ConcernShared | ConcernResolved;

export type RoleBoundariesEvent = BoundaryEvent | ConcernEvent;
