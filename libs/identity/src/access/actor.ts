import { createHmac } from 'node:crypto';
import { dayOf, uuid5, type Instant, type Uuid } from '@alongside/kernel';
import type { Actor, BrokenGlass, Grant, Sharing } from './grant.js';

/** What a verified token says of its bearer. */
export interface TokenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** The client that the token was issued to: `azp`. */
  readonly client: string;
  /** Whether the client acts for itself: no person has signed in. */
  readonly serviceAccount: boolean;
  /** Organisations named in the token's `organization` claim; null where it has none. */
  readonly organisations: readonly Uuid[] | null;
}

/** Every right of somebody, as the record has it. */
export interface Rights {
  /** Also past and future ones. Those in predecessors of an organisation are grants of their own. */
  readonly grants: readonly Grant[];
  /** Whom the person supervises now. */
  readonly assignedPeople: readonly Uuid[];
  /** The organisations whose records of supervision those are. */
  readonly assignedIn: readonly Uuid[];
  /** What agreements open now. */
  readonly sharings: readonly Sharing[];
  /** What is broken open for the person now. */
  readonly brokenGlasses: readonly BrokenGlass[];
  /** Of a client that is registered and not disabled. */
  readonly limits: Actor['limits'] | null;
}

/** What our own record knows of logins, roles and clients. Every call answers with what holds at the moment. */
export interface ActorLookup {
  /** Names the logins in the record. At least 32 bytes, secret, and kept for ever: without it nobody is known. */
  readonly loginKey: Uint8Array;
  /** The person to whom the login belongs, by `loginHash`; null where it is linked to nobody. */
  loginPerson(loginHash: string): Promise<Uuid | null>;
  /** The rights of a person, or of an integration client by `clientActorId`. */
  rightsOf(holder: Uuid, at: Instant): Promise<Rights>;
  /** Whether clients of this name act for an organisation's systems, and so never for a person. */
  isIntegrationClient(client: string): boolean;
}

/** Who is known, and all that could be open to them. */
export interface KnownActor {
  readonly actor: Actor;
  readonly brokenGlasses: readonly BrokenGlass[];
}

export interface ActorOptions {
  /** Now unless said. */
  readonly at?: Instant;
  /**
   * Whether the token's `organization` claim, where it has one, narrows roles in organisations to those it names. It
   * never widens anything. Off where the realm's organisations do not have our ids.
   */
  readonly narrowToClaim?: boolean;
}

/** The id under which an integration client stands in the record. */
export const clientActorId = (client: string): Uuid => uuid5(`integrationclient:${client}`);

/** Keyed hash (HMAC-SHA-256, hex) by which a login is known: neither issuer nor subject can be told from it. */
export const loginHash = (issuer: string, subject: string, key: Uint8Array): string => {
  if (key.length < 32) throw new Error('The key of login hashes must have at least 32 bytes.');
  // A length before the issuer keeps apart pairs whose texts run together alike.
  return createHmac('sha256', key).update(`${issuer.length}:${issuer}${subject}`, 'utf8').digest('hex');
};

/**
 * Who a token's bearer is in our record, with every right they have on the day in the United Kingdom; null where the
 * record knows nobody by it: a login linked to no person, a client that is not registered or disabled, or a person who
 * came through an integration client.
 */
export const actorFrom = async (
  token: TokenIdentity,
  lookup: ActorLookup,
  { at = new Date().toISOString(), narrowToClaim = false }: ActorOptions = {},
): Promise<KnownActor | null> => {
  const ofSystem = lookup.isIntegrationClient(token.client);
  if (token.serviceAccount) return ofSystem ? clientActor(token.client, lookup, at) : null;
  if (ofSystem) return null;
  const person = await lookup.loginPerson(loginHash(token.issuer, token.subject, lookup.loginKey));
  if (person === null) return null;
  const claimed = narrowToClaim ? token.organisations : null;
  const { grants, assignedPeople, assignedIn, sharings, brokenGlasses } = await lookup.rightsOf(person, at);
  const actor: Actor = {
    kind: 'person',
    id: person,
    client: token.client,
    grants: narrowed(grants, ({ scope }) => scope, claimed),
    assignedPeople,
    assignedIn,
    sharings: narrowed(sharings, ({ through }) => through, claimed),
    today: dayOf(at),
  };
  return { actor, brokenGlasses };
};

const clientActor = async (client: string, lookup: ActorLookup, at: Instant): Promise<KnownActor | null> => {
  const { grants, limits } = await lookup.rightsOf(clientActorId(client), at);
  if (!limits) return null;
  const actor: Actor = {
    kind: 'client',
    id: clientActorId(client),
    client,
    grants,
    assignedPeople: [],
    limits,
    today: dayOf(at),
  };
  return { actor, brokenGlasses: [] };
};

const narrowed = <Right>(
  rights: readonly Right[],
  heldIn: (right: Right) => { readonly kind: string; readonly id: Uuid },
  claimed: readonly Uuid[] | null,
): readonly Right[] =>
  claimed === null
    ? rights
    : rights.filter((right) => heldIn(right).kind !== 'organisation' || claimed.includes(heldIn(right).id));
