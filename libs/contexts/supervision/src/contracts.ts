import { uuid5, type CalendarDate, type DomainEvent, type Personal, type Uuid } from '@alongside/kernel';

/*
 * What other contexts may know of supervision: that it happened, never what was said.
 *
 * Tables that others may join in reading: `supervision.arrangement`.
 */

export const supervisionKinds = ['line', 'practice', 'peer', 'peerGroup'] as const;
export type SupervisionKind = (typeof supervisionKinds)[number];

export const supervisionStream = (supervisionId: Uuid): string => `supervision-${supervisionId}`;

/** One record of each kind of supervision for each engagement. */
export const supervisionIdOf = (engagementId: Uuid, kind: SupervisionKind): Uuid =>
  uuid5(`supervision:${engagementId}:${kind}`);

/** Why a session that was due was not held. Codes stand in clear for ever: none says anything about health. */
export const missedReasons = [
  'supervisorUnavailable',
  'workerUnavailable',
  'serviceDemand',
  'noRoomOrLink',
  'notArranged',
  'other',
] as const;
export type MissedReason = (typeof missedReasons)[number];

export const supervisionEndReasons = [
  'engagementEnded',
  'noLongerNeeded',
  'replaced',
  'enteredInError',
] as const;
export type SupervisionEndReason = (typeof supervisionEndReasons)[number];

/** Of which supervision a fact speaks. */
export interface OfSupervision {
  readonly effectiveOn: CalendarDate;
  readonly supervisionId: Uuid;
  readonly engagementId: Uuid;
  /** The person who is supervised. */
  readonly personId: Uuid;
  readonly kind: SupervisionKind;
  /** Whose record it is: the employing organisation. */
  readonly organisationId: Uuid;
  readonly localityId: Uuid;
}

/** Whether the supervisor brings lived experience; null where it was not said. About the supervisor, not the worker. */
export type LivedExperience = Personal<boolean | null>;

/** Somebody supervises the person from `effectiveOn`. Again after an end: it was taken up anew. */
export type SupervisionArranged = DomainEvent<
  'SupervisionArranged',
  OfSupervision & {
    readonly supervisorId: Uuid;
    readonly supervisorHasLivedExperience: LivedExperience;
    /** At most this many days from one session to the next. */
    readonly everyDays: number;
  }
>;

/** At most `everyDays` days from one session to the next, from `effectiveOn`. */
export type CadenceAgreed = DomainEvent<'CadenceAgreed', OfSupervision & { readonly everyDays: number }>;

/** A session took place on `effectiveOn`. With `corrects`, one recorded before. */
export type SessionHeld = DomainEvent<
  'SessionHeld',
  OfSupervision & {
    readonly supervisorId: Uuid;
    /** Whether whoever held it brings lived experience. */
    readonly byPeer: LivedExperience;
    readonly lengthMinutes: number;
    /** How many actions were agreed. */
    readonly agreedActions: number;
    /** How many of the actions agreed earlier were done. */
    readonly earlierActionsDone: number;
  }
>;

/** A session that was to be on `effectiveOn` did not take place. */
export type SessionMissed = DomainEvent<
  'SessionMissed',
  OfSupervision & { readonly supervisorId: Uuid; readonly reason: MissedReason }
>;

/** A session on `effectiveOn` was broken off. It does not count as held. */
export type SessionCutShort = DomainEvent<
  'SessionCutShort',
  OfSupervision & {
    readonly supervisorId: Uuid;
    readonly lengthMinutes: number;
    readonly reason: MissedReason;
  }
>;

/** A session recorded before never was one. It names in `corrects` what it takes back. */
export type SessionTakenBack = DomainEvent<'SessionTakenBack', OfSupervision>;

/** Another person supervises from `effectiveOn`. */
export type SupervisionHandedOver = DomainEvent<
  'SupervisionHandedOver',
  OfSupervision & {
    readonly fromSupervisorId: Uuid;
    readonly supervisorId: Uuid;
    readonly supervisorHasLivedExperience: LivedExperience;
  }
>;

export type SupervisionEnded = DomainEvent<
  'SupervisionEnded',
  OfSupervision & { readonly reason: SupervisionEndReason }
>;

export type SupervisionEvent =
  | SupervisionArranged
  | CadenceAgreed
  | SessionHeld
  | SessionMissed
  | SessionCutShort
  | SessionTakenBack
  | SupervisionHandedOver
  | SupervisionEnded;
