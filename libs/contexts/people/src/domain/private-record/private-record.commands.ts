import type { CalendarDate, Uuid } from '@alongside/kernel';

interface OnAdjustment {
  readonly adjustmentId: Uuid;
  readonly effectiveOn: CalendarDate;
}

export interface RecordAdjustment extends OnAdjustment {
  readonly type: 'RecordAdjustment';
  readonly personId: Uuid;
  readonly whatToDo: string;
}

export interface ShareAdjustment extends OnAdjustment {
  readonly type: 'ShareAdjustment';
  readonly organisationId: Uuid;
  readonly until: CalendarDate | null;
}

export interface UnshareAdjustment extends OnAdjustment {
  readonly type: 'UnshareAdjustment';
  readonly organisationId: Uuid;
}

export interface EndAdjustment extends OnAdjustment {
  readonly type: 'EndAdjustment';
}

export type PrivateRecordCommand = RecordAdjustment | ShareAdjustment | UnshareAdjustment | EndAdjustment;
