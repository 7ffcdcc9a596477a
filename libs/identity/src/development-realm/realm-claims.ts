import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWK } from 'jose';
import { uuid5, type Uuid } from '@alongside/kernel';
import { GATEWAY_AUDIENCE } from './dev-account.js';
import type { SigningKey } from './realm-keys.js';

/** Seconds for which an access token holds, as Keycloak has it. */
export const ACCESS_TOKEN_SECONDS = 300;
/** The longest life that the gateway's profile allows to be of use. */
const LONGEST_SECONDS = 15 * 60;

export const REALM_ROLES = ['default-roles-alongside', 'offline_access'];

/** What Keycloak's access tokens say beside the registered claims. No names: tokens find their way into logs. */
export const keycloakClaims = (
  client: string,
  organisations: readonly Uuid[] = [],
): Readonly<Record<string, unknown>> => ({
  typ: 'Bearer',
  azp: client,
  realm_access: { roles: REALM_ROLES },
  ...(organisations.length > 0
    ? { organization: Object.fromEntries(organisations.map((id) => [id, { id }])) }
    : {}),
});

/** Keycloak signs a client in as a user of its own, and says so in two claims. */
export const serviceAccountClaims = (client: string): Readonly<Record<string, unknown>> => ({
  sub: uuid5(`service-account:${client}`),
  client_id: client,
  preferred_username: `service-account-${client}`,
});

export interface Minting {
  readonly issuer: string;
  readonly key: SigningKey;
  readonly sub: string;
  readonly client: string;
  readonly organisations?: readonly Uuid[];
  readonly lifetimeSeconds?: number;
}

/** An access token as the token endpoint would issue it. @throws Error where it is to live longer than 15 minutes */
export const mintToken = async ({
  issuer,
  key,
  sub,
  client,
  organisations,
  lifetimeSeconds = ACCESS_TOKEN_SECONDS,
}: Minting): Promise<string> => {
  if (!(lifetimeSeconds > 0 && lifetimeSeconds <= LONGEST_SECONDS))
    throw new Error(`A token lives between 1 and ${LONGEST_SECONDS} seconds.`);
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...keycloakClaims(client, organisations), scope: 'openid profile' })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(GATEWAY_AUDIENCE)
    .setSubject(sub)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(await importJWK(key as JWK, 'RS256'));
};
