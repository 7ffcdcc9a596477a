import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';

/** `corrects` names the event of the same item that the new one stands in for. */
interface OnItem {
  readonly clauseId: Uuid;
  readonly effectiveOn: CalendarDate;
  readonly corrects?: Correction;
}

export interface MeetReadinessItem extends OnItem {
  readonly type: 'MeetReadinessItem';
  readonly evidenceNote: string;
  readonly until: CalendarDate | null;
}

/** With `corrects` naming what was recorded as met or waived: it never was. */
export interface LapseReadinessItem extends OnItem {
  readonly type: 'LapseReadinessItem';
}

export interface WaiveReadinessItem extends OnItem {
  readonly type: 'WaiveReadinessItem';
  readonly waivedBy: Uuid;
  readonly reason: string;
  readonly expiresOn: CalendarDate | null;
}

export type ReadinessCommand = MeetReadinessItem | LapseReadinessItem | WaiveReadinessItem;
