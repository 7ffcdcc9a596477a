import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';
import type { IdentifierSystem, Sector } from '../../contracts.js';
import type { Period } from '../period.js';
import type { ReadinessCommand } from '../readiness/readiness.commands.js';

/** `corrects` names the event of the same kind that the new one stands in for. */
interface Correctable {
  readonly effectiveOn: CalendarDate;
  readonly corrects?: Correction;
}

export interface RegisterOrganisation extends Correctable {
  readonly type: 'RegisterOrganisation';
  readonly organisationId: Uuid;
  readonly name: string;
  readonly sector: Sector;
}

export interface RenameOrganisation extends Correctable {
  readonly type: 'RenameOrganisation';
  readonly name: string;
}

export interface AssignIdentifier extends Correctable {
  readonly type: 'AssignIdentifier';
  readonly system: IdentifierSystem;
  readonly value: string;
  readonly until: CalendarDate | null;
  /** When other organisations held the same identifier, as looked up. */
  readonly heldByOthers: readonly Period[];
}

/** With `corrects` naming the assignment: it never was. */
export interface EndIdentifier extends Correctable {
  readonly type: 'EndIdentifier';
  readonly system: IdentifierSystem;
  readonly value: string;
}

/** The other organisation of a merger as looked up. */
export interface Successor {
  readonly organisationId: Uuid;
  readonly registeredOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  /** Into which organisations it has merged or shall merge, at any remove. */
  readonly mergesInto: readonly Uuid[];
}

/** Said of the absorbed organisation. */
export interface MergeOrganisation {
  readonly type: 'MergeOrganisation';
  /** Null where no organisation is registered under the id that was asked for. */
  readonly into: Successor | null;
  /** The localities that the absorbed organisation hosts from that day on, as looked up. */
  readonly hostOf: readonly Uuid[];
  /** The first day on which it is no longer an organisation of its own. */
  readonly effectiveOn: CalendarDate;
}

export interface CloseOrganisation {
  readonly type: 'CloseOrganisation';
  readonly hostOf: readonly Uuid[];
  readonly effectiveOn: CalendarDate;
}

/** The closing or merger was recorded in error. */
export interface ReopenOrganisation {
  readonly type: 'ReopenOrganisation';
  readonly corrects: Correction;
}

export interface JoinLocality extends Correctable {
  readonly type: 'JoinLocality';
  readonly localityId: Uuid;
  /** Null where there is no such locality. */
  readonly localityEstablishedOn: CalendarDate | null;
}

/** With `corrects` naming the joining: it never was. */
export interface LeaveLocality extends Correctable {
  readonly type: 'LeaveLocality';
  readonly localityId: Uuid;
  /** Whether the organisation hosts this locality from that day on, as looked up. */
  readonly hosts: boolean;
}

export type OrganisationCommand =
  | RegisterOrganisation
  | RenameOrganisation
  | AssignIdentifier
  | EndIdentifier
  | MergeOrganisation
  | CloseOrganisation
  | ReopenOrganisation
  | JoinLocality
  | LeaveLocality
  | ReadinessCommand;
