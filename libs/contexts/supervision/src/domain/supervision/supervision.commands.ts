import type { CalendarDate, CorrectionReason, Uuid } from '@alongside/kernel';
import type { MissedReason, SupervisionEndReason, SupervisionKind } from '../../contracts.js';

export interface ArrangeSupervision {
  readonly type: 'ArrangeSupervision';
  readonly supervisionId: Uuid;
  readonly engagementId: Uuid;
  readonly personId: Uuid;
  readonly kind: SupervisionKind;
  readonly organisationId: Uuid;
  readonly localityId: Uuid;
  readonly supervisorId: Uuid;
  /** As the supervisor says it; null where it was not said. */
  readonly supervisorHasLivedExperience: boolean | null;
  /** At most this many days from one session to the next. */
  readonly everyDays: number;
  readonly effectiveOn: CalendarDate;
}

export interface AgreeCadence {
  readonly type: 'AgreeCadence';
  readonly everyDays: number;
  readonly effectiveOn: CalendarDate;
}

export interface HandOverSupervision {
  readonly type: 'HandOverSupervision';
  readonly supervisorId: Uuid;
  readonly supervisorHasLivedExperience: boolean | null;
  readonly effectiveOn: CalendarDate;
}

/** What is recorded of a session: never what was said. */
export interface SessionRecord {
  readonly heldOn: CalendarDate;
  /** Who held it; null: whoever supervised on that day. */
  readonly supervisorId: Uuid | null;
  /** Whether whoever held it brings lived experience; null where it was not said. */
  readonly byPeer: boolean | null;
  readonly lengthMinutes: number;
  readonly agreedActions: number;
  readonly earlierActionsDone: number;
  readonly today: CalendarDate;
}

export interface RecordSession extends SessionRecord {
  readonly type: 'RecordSession';
}

export interface RecordMissedSession {
  readonly type: 'RecordMissedSession';
  readonly plannedOn: CalendarDate;
  readonly reason: MissedReason;
  readonly today: CalendarDate;
}

export interface RecordCutShortSession {
  readonly type: 'RecordCutShortSession';
  readonly heldOn: CalendarDate;
  readonly lengthMinutes: number;
  readonly reason: MissedReason;
  readonly today: CalendarDate;
}

/** Says what took place in truth, in place of what is recorded of a session held, missed or cut short. */
export interface CorrectSession extends SessionRecord {
  readonly type: 'CorrectSession';
  readonly eventId: Uuid;
  readonly reason: CorrectionReason;
}

/** What is recorded of a session held, missed or cut short never was. */
export interface TakeBackSession {
  readonly type: 'TakeBackSession';
  readonly eventId: Uuid;
  readonly reason: CorrectionReason;
}

export interface EndSupervision {
  readonly type: 'EndSupervision';
  readonly reason: SupervisionEndReason;
  /** First day on which nobody supervises. */
  readonly effectiveOn: CalendarDate;
}

export type SupervisionCommand =
  | ArrangeSupervision
  | AgreeCadence
  | HandOverSupervision
  | RecordSession
  | RecordMissedSession
  | RecordCutShortSession
  | CorrectSession
  | TakeBackSession
  | EndSupervision;
