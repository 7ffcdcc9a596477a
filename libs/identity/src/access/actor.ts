import { createHmac } from 'node:crypto';
import { dayOf, uuid5, type CalendarDate, type Uuid } from '@alongside/kernel';
import type { Actor, Grant } from './grant.js';

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

/** What our own record knows of logins, roles and clients. Every call answers with what holds now. */
export interface ActorLookup {
  /** Names the logins in the record. At least 32 bytes, secret, and kept for ever: without it nobody is known. */
  readonly loginKey: Uint8Array;
  /** The person to whom the login belongs, by `loginHash`; null where it is linked to nobody. */
  loginPerson(loginHash: string): Promise<Uuid | null>;
  /** The person's roles: also past and future ones. Those in predecessors of an organisation are grants of their own. */
  grantsOf(personId: Uuid): Promise<readonly Grant[]>;
  /** Whom the person supervises now. */
  assignedPeople(personId: Uuid): Promise<readonly Uuid[]>;
  /** The one organisation that a registered integration client acts for; null where it is not registered. */
  clientOrganisation(client: string): Promise<Uuid | null>;
}

export interface ActorOptions {
  /** The day in the United Kingdom unless said. */
  readonly today?: CalendarDate;
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
 * Who a token's bearer is in our record, with every right they have today; null where the record knows nobody by it:
 * a login linked to no person, a client that is not registered, or a person who came through an integration client.
 */
export const actorFrom = async (
  token: TokenIdentity,
  lookup: ActorLookup,
  { today = dayOf(new Date().toISOString()), narrowToClaim = false }: ActorOptions = {},
): Promise<Actor | null> => {
  const organisation = await lookup.clientOrganisation(token.client);
  if (token.serviceAccount)
    return organisation === null ? null : clientActor(token.client, organisation, today);
  if (organisation !== null) return null;

  const person = await lookup.loginPerson(loginHash(token.issuer, token.subject, lookup.loginKey));
  if (person === null) return null;
  const [grants, assignedPeople] = await Promise.all([
    lookup.grantsOf(person),
    lookup.assignedPeople(person),
  ]);
  return {
    kind: 'person',
    id: person,
    client: token.client,
    grants: narrowToClaim ? narrowed(grants, token.organisations) : grants,
    assignedPeople,
    today,
  };
};

const clientActor = (client: string, organisation: Uuid, today: CalendarDate): Actor => ({
  kind: 'client',
  id: clientActorId(client),
  client,
  grants: [{ role: 'integration', scope: { kind: 'organisation', id: organisation }, from: today, to: null }],
  assignedPeople: [],
  today,
});

const narrowed = (grants: readonly Grant[], claimed: readonly Uuid[] | null): readonly Grant[] =>
  claimed === null
    ? grants
    : grants.filter(({ scope }) => scope.kind !== 'organisation' || claimed.includes(scope.id));
