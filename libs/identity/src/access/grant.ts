import type { CalendarDate, DataClass, Instant, Uuid } from '@alongside/kernel';
import type { Area } from './areas.js';

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
  /** Somebody else lends it for a time. It opens what the role opens, and gives no right that would outlast it. */
  readonly lent?: true;
}

/** What an agreement opens to whoever holds a role at a party that receives. */
export interface Sharing {
  /** The grant of the agreement: what the access log names. */
  readonly id: Uuid;
  /** The role through which it is open. */
  readonly role: Role;
  /** The party that receives, in which the role is held. */
  readonly through: { readonly kind: 'organisation' | 'locality'; readonly id: Uuid };
  /** The organisation whose records are shared. */
  readonly organisation: Uuid;
  readonly areas: readonly Area[];
  readonly classes: readonly DataClass[];
}

/** Records opened to an operator in an emergency. */
export interface BrokenGlass {
  readonly id: Uuid;
  readonly organisation: Uuid;
  /** The one person whose records are opened; null: everybody's. */
  readonly person: Uuid | null;
  readonly classes: readonly DataClass[];
  readonly until: Instant;
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
  /** The organisations that employ the people assigned, where these are not the supervisor's own. */
  readonly assignedIn?: readonly Uuid[];
  /** What agreements open today through the actor's roles. */
  readonly sharings?: readonly Sharing[];
  /** The one break-glass under which this request is made. */
  readonly brokenGlass?: BrokenGlass;
  /** Of a client: the mutations that it may call, and the classes that it may read, within its rules. */
  readonly limits?: { readonly mutations: readonly string[]; readonly classes: readonly DataClass[] };
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

/** What agreements open through the role today. */
export const sharingsOf = (actor: Actor, role: Role): readonly Sharing[] =>
  (actor.sharings ?? []).filter((sharing) => sharing.role === role && holds(actor, role));

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
