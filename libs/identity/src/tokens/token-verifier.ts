import { createHash } from 'node:crypto';
import { isUuid, type Instant, type Uuid } from '@alongside/kernel';
import type { TokenIdentity } from '../access/actor.js';
import { createGrantCheck } from './grant-check.js';
import { createKeySource } from './key-source.js';
import type { VettedKey } from './key-set.js';
import { keyNameOf, PROFILE, strictClaims, type StrictClaims } from './strict-profile.js';
import { TokenRefused } from './token-refused.error.js';

/** What is known of a bearer whose token met the profile. Says who they are, not what they may do. */
export interface VerifiedToken extends TokenIdentity {
  readonly tokenId: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export interface TokenVerifier {
  /**
   * Settles within two seconds or so even while the realm hangs.
   * @throws TokenRefused, whatever the token is and whatever the realm answers
   */
  verify(token: string): Promise<VerifiedToken>;
}

export interface TokenVerifierOptions {
  /** The realm's URL, `https://…/realms/<realm>`. */
  readonly issuer: string;
  readonly audience: string;
  /** Whether tokens of this client are taken, asked each time that one comes: who registered it, the record knows. */
  readonly knownClient: (bearer: Pick<TokenIdentity, 'client' | 'serviceAccount'>) => boolean;
  /** Where the realm publishes its keys: below the issuer unless said. */
  readonly jwksUri?: string;
  readonly clock?: () => Instant;
}

const REMEMBERED = 5_000;

/**
 * Checks bearer tokens by the strict profile over `jose`, then by Keycloak's adapter on the same vetted key. A token
 * that passed is remembered by its hash while its key is published; its times and client are checked every time.
 */
export const createTokenVerifier = ({
  issuer,
  audience,
  knownClient,
  jwksUri = `${issuer}/protocol/openid-connect/certs`,
  clock = () => new Date().toISOString(),
}: TokenVerifierOptions): TokenVerifier => {
  const keys = createKeySource({ uri: jwksUri, clock });
  const checkGrant = createGrantCheck(issuer, audience);
  const remembered = new Map<string, { readonly key: VettedKey; readonly token: VerifiedToken }>();

  const remember = (hash: string, key: VettedKey, token: VerifiedToken): void => {
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
    remembered.set(hash, { key, token });
  };

  const verify = async (bearer: string): Promise<VerifiedToken> => {
    const key = await keys.keyFor(keyNameOf(bearer));
    const now = new Date(clock());
    const hash = createHash('sha256').update(bearer).digest('base64');
    const before = remembered.get(hash);
    if (before?.key === key) return stillGood(before.token, knownClient, now);

    const token = verifiedToken(await strictClaims(bearer, key, { issuer, audience, now }));
    if (!knownClient(token)) throw new TokenRefused('client');
    await checkGrant(bearer, key);
    remember(hash, key, token);
    return token;
  };

  return { verify };
};

const stillGood = (
  token: VerifiedToken,
  knownClient: TokenVerifierOptions['knownClient'],
  now: Date,
): VerifiedToken => {
  const seconds = Math.floor(now.getTime() / 1000);
  if (token.expiresAt <= seconds) throw new TokenRefused('expired');
  if (seconds - token.issuedAt > PROFILE.maxAgeSeconds + PROFILE.toleranceSeconds)
    throw new TokenRefused('tooOld');
  if (!knownClient(token)) throw new TokenRefused('client');
  return token;
};

const verifiedToken = (claims: StrictClaims): VerifiedToken => ({
  issuer: claims.iss,
  subject: claims.sub,
  client: claims.azp,
  // Keycloak names the client in this claim where, and only where, it signed in for itself.
  serviceAccount: claims['client_id'] === claims.azp,
  organisations: organisationsIn(claims['organization']),
  tokenId: claims.jti,
  issuedAt: claims.iat,
  expiresAt: claims.exp,
});

/** Keycloak writes `{alias: {id}}` where it is told to add ids; without ids the claim says nothing that we know. */
const organisationsIn = (claim: unknown): readonly Uuid[] | null => {
  if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) return null;
  return Object.values(claim as Record<string, { id?: unknown } | null>).flatMap((organisation) =>
    isUuid(organisation?.id) ? [organisation.id] : [],
  );
};
