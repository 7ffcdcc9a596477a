import type { CalendarDate, DomainEvent, Personal, Uuid } from '@alongside/kernel';
import type { AgreementEvent } from './contracts/agreement.js';
import type { BreakGlassEvent } from './contracts/break-glass.js';
import type { IntegrationClientEvent } from './contracts/integration-client.js';
import type { RoleEvent } from './contracts/role.js';
import type { TeamEvent } from './contracts/team.js';

export * from './contracts/agreement.js';
export * from './contracts/answering.js';
export * from './contracts/break-glass.js';
export * from './contracts/integration-client.js';
export * from './contracts/role.js';
export * from './contracts/team.js';

/**
 * `until`, `endsOn` and `expiresOn` are the last day on which something holds. An event that ends something is effective
 * on the first day on which it no longer holds; one that also corrects what it ends says that it never was.
 *
 * Tables that others may join in reading: `localities.organisation`; and what `contracts/answering.ts` says in SQL.
 */

export const localityStream = (id: Uuid): string => `locality-${id}`;
export const organisationStream = (id: Uuid): string => `organisation-${id}`;

export const sectors = [
  'nhsTrust',
  'vcse',
  'userLed',
  'localAuthority',
  'integratedCareBoard',
  'primaryCare',
] as const;
export type Sector = (typeof sectors)[number];

/** ODS: NHS organisation codes. ESR: the number of the organisation's Electronic Staff Record (a VPD). */
export const identifierSystems = ['ods', 'charity', 'company', 'esr'] as const;
export type IdentifierSystem = (typeof identifierSystems)[number];

export type LocalityEstablished = DomainEvent<
  'LocalityEstablished',
  {
    readonly localityId: Uuid;
    readonly name: string;
    /** Answers as controller for what people enter by themselves. */
    readonly hostOrganisationId: Uuid;
    readonly effectiveOn: CalendarDate;
  }
>;

/** Another organisation has become the locality's host. */
export type LocalityHostNamed = DomainEvent<
  'LocalityHostNamed',
  { readonly localityId: Uuid; readonly hostOrganisationId: Uuid; readonly effectiveOn: CalendarDate }
>;

export type OrganisationRegistered = DomainEvent<
  'OrganisationRegistered',
  {
    readonly organisationId: Uuid;
    readonly name: string;
    readonly sector: Sector;
    readonly effectiveOn: CalendarDate;
  }
>;

export type IdentifierAssigned = DomainEvent<
  'IdentifierAssigned',
  {
    readonly organisationId: Uuid;
    readonly system: IdentifierSystem;
    readonly value: string;
    /** Null where no end is known. */
    readonly until: CalendarDate | null;
    readonly effectiveOn: CalendarDate;
  }
>;

export type IdentifierEnded = DomainEvent<
  'IdentifierEnded',
  {
    readonly organisationId: Uuid;
    /** The `IdentifierAssigned` event whose identifier has ended. */
    readonly assignmentId: Uuid;
    readonly system: IdentifierSystem;
    readonly value: string;
    readonly effectiveOn: CalendarDate;
  }
>;

export type OrganisationRenamed = DomainEvent<
  'OrganisationRenamed',
  { readonly organisationId: Uuid; readonly name: string; readonly effectiveOn: CalendarDate }
>;

/** Recorded on the absorbed organisation, which it closes. */
export type OrganisationMerged = DomainEvent<
  'OrganisationMerged',
  { readonly organisationId: Uuid; readonly intoOrganisationId: Uuid; readonly effectiveOn: CalendarDate }
>;

export type OrganisationClosed = DomainEvent<
  'OrganisationClosed',
  { readonly organisationId: Uuid; readonly effectiveOn: CalendarDate }
>;

/** The closing or merger that `corrects` names never was. The localities it left are joined again, from the same days. */
export type OrganisationReopened = DomainEvent<
  'OrganisationReopened',
  { readonly organisationId: Uuid; readonly effectiveOn: CalendarDate }
>;

export type OrganisationJoinedLocality = DomainEvent<
  'OrganisationJoinedLocality',
  { readonly organisationId: Uuid; readonly localityId: Uuid; readonly effectiveOn: CalendarDate }
>;

export type OrganisationLeftLocality = DomainEvent<
  'OrganisationLeftLocality',
  {
    readonly organisationId: Uuid;
    readonly localityId: Uuid;
    /** The `OrganisationJoinedLocality` event whose membership has ended. */
    readonly joiningId: Uuid;
    readonly effectiveOn: CalendarDate;
  }
>;

/** Whose readiness a fact speaks of: an organisation's, or that of one of its teams. */
interface OfReadiness {
  readonly organisationId: Uuid;
  /** Only where it is the team's own. */
  readonly teamId?: Uuid;
}

export type ReadinessItemMet = DomainEvent<
  'ReadinessItemMet',
  OfReadiness & {
    readonly clauseId: Uuid;
    readonly evidenceNote: Personal<string>;
    /** Null where it stands until it lapses. */
    readonly until: CalendarDate | null;
    readonly effectiveOn: CalendarDate;
  }
>;

/** What was met or waived is so no longer. */
export type ReadinessItemLapsed = DomainEvent<
  'ReadinessItemLapsed',
  OfReadiness & { readonly clauseId: Uuid; readonly effectiveOn: CalendarDate }
>;

/** Public, with its reason, and never for longer than twelve months. */
export type ReadinessItemWaived = DomainEvent<
  'ReadinessItemWaived',
  OfReadiness & {
    readonly clauseId: Uuid;
    readonly waivedBy: Uuid;
    readonly reason: string;
    readonly expiresOn: CalendarDate;
    readonly effectiveOn: CalendarDate;
  }
>;

export type LocalitiesEvent =
  | LocalityEstablished
  | LocalityHostNamed
  | OrganisationRegistered
  | IdentifierAssigned
  | IdentifierEnded
  | OrganisationRenamed
  | OrganisationMerged
  | OrganisationClosed
  | OrganisationReopened
  | OrganisationJoinedLocality
  | OrganisationLeftLocality
  | ReadinessItemMet
  | ReadinessItemLapsed
  | ReadinessItemWaived
  | RoleEvent
  | TeamEvent
  | AgreementEvent
  | BreakGlassEvent
  | IntegrationClientEvent;

/** A readiness item that is in place on a day. What is not in the answer is not in place. */
export interface ItemInPlace {
  readonly clauseId: Uuid;
  readonly status: 'met' | 'waived';
  /** The last day on which it is in place; null where no end is known. */
  readonly until: CalendarDate | null;
}

/**
 * Which readiness items an organisation has in place on a day, or one of its teams where one is named. Sent on the query
 * bus; answers `ItemInPlace[]`.
 */
export class ReadinessOf {
  declare readonly answer?: readonly ItemInPlace[];
  constructor(
    readonly organisationId: Uuid,
    readonly on: CalendarDate,
    readonly teamId: Uuid | null = null,
  ) {}
}

/** A team as it is on a day. */
export interface TeamFound {
  readonly name: string;
  readonly setting: string;
}

/**
 * The team of this id in this organisation on a day. Sent on the query bus; answers null where there is none: not
 * formed, disbanded, or another organisation's. After a merger it is also its successor's.
 */
export class TeamOf {
  declare readonly answer?: TeamFound | null;
  constructor(
    readonly teamId: Uuid,
    readonly organisationId: Uuid,
    readonly on: CalendarDate,
  ) {}
}

export interface Predecessor {
  readonly organisationId: Uuid;
  readonly mergedOn: CalendarDate;
}

/**
 * The organisations that had merged into this one by a day, at any remove, with the day on which their records became
 * this one's. Sent on the query bus; answers `Predecessor[]`, none where there was no merger.
 */
export class PredecessorsOf {
  declare readonly answer?: readonly Predecessor[];
  constructor(
    readonly organisationId: Uuid,
    readonly on: CalendarDate,
  ) {}
}

/**
 * Whether every one of these organisations is registered and not closed on a day. Sent on the query bus; answers a
 * boolean, false where one is not known.
 */
export class AreOpen {
  declare readonly answer?: boolean;
  constructor(
    readonly organisationIds: readonly Uuid[],
    readonly on: CalendarDate,
  ) {}
}

/**
 * Whether every one of these organisations takes part in a locality, or once did. Sent on the query bus; answers a
 * boolean, false where there is no such locality or organisation.
 */
export class HaveJoined {
  declare readonly answer?: boolean;
  constructor(
    readonly organisationIds: readonly Uuid[],
    readonly localityId: Uuid,
  ) {}
}
