import type { CalendarDate, Uuid } from '@alongside/kernel';

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

/** In what a role is held. Only organisations and localities open anything to their holder. */
export interface GrantScope {
  readonly kind: 'organisation' | 'locality' | 'self' | 'deployment';
  readonly id: Uuid;
}

/** A role that somebody holds in something for a time. */
export interface Grant {
  readonly role: Role;
  readonly scope: GrantScope;
  /** The first day on which it holds. */
  readonly from: CalendarDate;
  /** The first day on which it no longer holds; null where no end is known. */
  readonly to: CalendarDate | null;
  /** The localities that the holder takes part in through this role, beside its scope. */
  readonly localities?: readonly Uuid[];
}

/** Who asks, and all that answers what they may do on `today`. */
export interface Actor {
  readonly kind: 'person' | 'client';
  readonly id: Uuid;
  /** The client through which the request came: `azp` of the token. */
  readonly client: string;
  readonly grants: readonly Grant[];
  /** Whom this person supervises. Counts only while the person holds the role of supervisor. */
  readonly assignedPeople: readonly Uuid[];
  readonly today: CalendarDate;
}

const inForce = ({ from, to }: Grant, today: CalendarDate): boolean =>
  from <= today && (to === null || today < to);

/** The roles that count today. A client holds `integration` and nothing else; no person holds it. */
export const grantsInForce = ({ kind, grants, today }: Actor): readonly Grant[] =>
  grants.filter((grant) => inForce(grant, today) && (grant.role === 'integration') === (kind === 'client'));

/** Every person holds `peerWorker` for what is their own, granted or not. */
export const holds = (actor: Actor, role: Role): boolean =>
  (role === 'peerWorker' && actor.kind === 'person') ||
  grantsInForce(actor).some((grant) => grant.role === role);

/** The organisations in which the actor holds the role today. */
export const organisationsOf = (actor: Actor, role: Role): readonly Uuid[] =>
  grantsInForce(actor).flatMap((grant) =>
    grant.role === role && grant.scope.kind === 'organisation' ? [grant.scope.id] : [],
  );

/** The localities in which the actor holds the role today, or takes part through it. */
export const localitiesOf = (actor: Actor, role: Role): readonly Uuid[] =>
  grantsInForce(actor).flatMap((grant) => {
    if (grant.role !== role) return [];
    const through = grant.localities ?? [];
    return grant.scope.kind === 'locality' ? [grant.scope.id, ...through] : through;
  });
