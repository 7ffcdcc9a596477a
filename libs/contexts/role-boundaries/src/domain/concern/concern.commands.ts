import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { OfConcern } from '../../contracts.js';

export interface RaiseConcern {
  readonly type: 'RaiseConcern';
  /** Whose engagement it is about, as the engagement says. */
  readonly of: Omit<OfConcern, 'effectiveOn'>;
  readonly raisedBy: Uuid;
  readonly task: string | null;
  readonly text: string;
  /** The people who may see it, beside whoever raises it. */
  readonly visibleTo: readonly Uuid[];
  readonly effectiveOn: CalendarDate;
}

export interface ShareConcern {
  readonly type: 'ShareConcern';
  readonly by: Uuid;
  readonly with: readonly Uuid[];
  readonly effectiveOn: CalendarDate;
}

export interface ResolveConcern {
  readonly type: 'ResolveConcern';
  readonly resolvedBy: Uuid;
  readonly outcome: string;
  readonly effectiveOn: CalendarDate;
}

export type ConcernCommand = RaiseConcern | ShareConcern | ResolveConcern;
