import { uuid5, type CalendarDate, type DomainEvent, type Uuid } from '@alongside/kernel';

export const membershipStream = (id: Uuid): string => `membership-${id}`;

export const roles = [
  'frameworkLead',
  'organisationLead',
  'hr',
  'supervisor',
  'peerWorker',
  'integration',
  'auditor',
  'operator',
] as const;
export type Role = (typeof roles)[number];

export const scopeKinds = ['locality', 'organisation', 'self', 'deployment'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** Where a role is held. The id of `self` is the person's own, that of `deployment` is `DEPLOYMENT`. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly id: Uuid;
}

/** The id by which the whole installation is meant, where a role is held in no one locality. */
export const DEPLOYMENT: Uuid = uuid5('deployment');

/** In what each role may be held. */
export const scopesOfRole: Readonly<Record<Role, readonly ScopeKind[]>> = {
  frameworkLead: ['locality'],
  organisationLead: ['organisation'],
  hr: ['organisation'],
  supervisor: ['organisation'],
  peerWorker: ['self'],
  integration: ['organisation'],
  auditor: ['organisation', 'locality'],
  operator: ['deployment'],
};

/** The membership that all operators share, so that one stream can hold that there is always one. */
export const OPERATORS: Uuid = uuid5('membership:operators');

/**
 * One stream for everything that ever happens to one person's holding of one role in one scope. Operators share theirs.
 */
export const membershipIdOf = (personId: Uuid, role: Role, scopeId: Uuid): Uuid =>
  role === 'operator' ? OPERATORS : uuid5(`membership:${personId}:${role}:${scopeId}`);

export type RoleGranted = DomainEvent<
  'RoleGranted',
  {
    readonly membershipId: Uuid;
    readonly personId: Uuid;
    readonly role: Role;
    readonly scope: Scope;
    /** Null until it is ended. */
    readonly endsOn: CalendarDate | null;
    readonly effectiveOn: CalendarDate;
  }
>;

export type RoleEnded = DomainEvent<
  'RoleEnded',
  {
    readonly membershipId: Uuid;
    /** The `RoleGranted` event whose grant has ended. */
    readonly grantId: Uuid;
    readonly personId: Uuid;
    readonly role: Role;
    readonly scope: Scope;
    readonly effectiveOn: CalendarDate;
  }
>;

/** Another person acts in a role beside whoever holds it, for a time. Recorded in the membership of the holder. */
export type RoleDelegated = DomainEvent<
  'RoleDelegated',
  {
    readonly membershipId: Uuid;
    /** The `RoleGranted` event from which it comes: it never outlasts that grant. */
    readonly grantId: Uuid;
    readonly personId: Uuid;
    readonly delegateId: Uuid;
    readonly role: Role;
    readonly scope: Scope;
    readonly endsOn: CalendarDate;
    readonly effectiveOn: CalendarDate;
  }
>;

export type DelegationEnded = DomainEvent<
  'DelegationEnded',
  {
    readonly membershipId: Uuid;
    /** The `RoleDelegated` event whose delegation has ended. */
    readonly delegationId: Uuid;
    readonly personId: Uuid;
    readonly delegateId: Uuid;
    readonly role: Role;
    readonly scope: Scope;
    readonly effectiveOn: CalendarDate;
  }
>;

export type RoleEvent = RoleGranted | RoleEnded | RoleDelegated | DelegationEnded;
