import type { CalendarDate, DomainEvent, Personal, Uuid } from '@alongside/kernel';

interface OfAdjustment {
  readonly adjustmentId: Uuid;
  readonly personId: Uuid;
  readonly effectiveOn: CalendarDate;
}

/** What is to be done, in the worker's words; never why. */
export type AdjustmentRecorded = DomainEvent<
  'AdjustmentRecorded',
  OfAdjustment & { readonly whatToDo: Personal<string> }
>;

export type AdjustmentShared = DomainEvent<
  'AdjustmentShared',
  OfAdjustment & {
    readonly organisationId: Uuid;
    /** The last day on which it is shared; null until the worker ends it. */
    readonly until: CalendarDate | null;
  }
>;

export type AdjustmentUnshared = DomainEvent<
  'AdjustmentUnshared',
  OfAdjustment & { readonly organisationId: Uuid }
>;

/** It is needed no longer, and shared with nobody. */
export type AdjustmentEnded = DomainEvent<'AdjustmentEnded', OfAdjustment>;

export type PrivateRecordEvent = AdjustmentRecorded | AdjustmentShared | AdjustmentUnshared | AdjustmentEnded;
