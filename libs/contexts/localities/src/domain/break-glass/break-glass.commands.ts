import type { CalendarDate, Instant, Uuid } from '@alongside/kernel';
import type { BreakGlassClass } from '../../contracts.js';

export interface RequestBreakGlass {
  readonly type: 'RequestBreakGlass';
  readonly breakGlassId: Uuid;
  /** The operator who asks, and who alone may read under it. */
  readonly requestedBy: Uuid;
  readonly organisationId: Uuid;
  /** Null: everybody's records in the organisation. */
  readonly personId: Uuid | null;
  readonly classes: readonly BreakGlassClass[];
  readonly reason: string;
  /** Whole hours from the approval: 1 to 24. */
  readonly hours: number;
  readonly effectiveOn: CalendarDate;
}

/** What is done to a request that stands: by whom, and at what moment. */
interface Answering {
  readonly by: Uuid;
  readonly at: Instant;
  readonly effectiveOn: CalendarDate;
}

export interface ApproveBreakGlass extends Answering {
  readonly type: 'ApproveBreakGlass';
}

/** By whoever may approve, or by the one who asked: then the request is taken back. */
export interface RefuseBreakGlass extends Answering {
  readonly type: 'RefuseBreakGlass';
}

export interface EndBreakGlass extends Answering {
  readonly type: 'EndBreakGlass';
}

export type BreakGlassCommand = RequestBreakGlass | ApproveBreakGlass | RefuseBreakGlass | EndBreakGlass;
