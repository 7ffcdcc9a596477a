import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';

export interface AppointOperator {
  readonly type: 'AppointOperator';
  readonly personId: Uuid;
  /** The last day; null until dismissed. */
  readonly endsOn: CalendarDate | null;
  readonly effectiveOn: CalendarDate;
  /** Names the appointment that this one puts right. */
  readonly corrects?: Correction;
}

export interface DismissOperator {
  readonly type: 'DismissOperator';
  readonly personId: Uuid;
  /** The first day on which the person is an operator no longer. */
  readonly effectiveOn: CalendarDate;
  /** Names the person's appointment that never was. */
  readonly corrects?: Correction;
}

export type OperatorsCommand = AppointOperator | DismissOperator;
