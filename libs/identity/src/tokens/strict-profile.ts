import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { VettedKey } from './key-set.js';
import { TokenRefused, type TokenRefusal } from './token-refused.error.js';

export const PROFILE = {
  algorithm: 'RS256',
  headerType: 'JWT',
  tokenType: 'Bearer',
  maxAgeSeconds: 15 * 60,
  toleranceSeconds: 5,
  maxLength: 16 * 1024,
  requiredClaims: ['exp', 'iat', 'sub', 'jti', 'azp', 'typ'],
} as const;

/** The claims of a token that met the profile, with those that it requires. */
export type StrictClaims = JWTPayload & {
  readonly iss: string;
  readonly sub: string;
  readonly jti: string;
  readonly azp: string;
  readonly iat: number;
  readonly exp: number;
};

/** The name of the key that the token says signed it. @throws TokenRefused before anything is fetched or computed */
export const keyNameOf = (token: unknown): string => {
  if (typeof token !== 'string' || token.length > PROFILE.maxLength) throw new TokenRefused('malformed');
  const { alg, typ, kid } = headerOf(token);
  if (alg !== PROFILE.algorithm) throw new TokenRefused('algorithm');
  if (typ !== PROFILE.headerType) throw new TokenRefused('headerType');
  if (typeof kid !== 'string' || kid === '') throw new TokenRefused('unknownKey');
  return kid;
};

const headerOf = (token: string) => {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new TokenRefused('malformed');
  }
};

export interface ProfileOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly now: Date;
}

/**
 * Signature first, then issuer, audience, type, times and the claims that must be there.
 * @throws TokenRefused and nothing else
 */
export const strictClaims = async (
  token: string,
  { publicKey }: VettedKey,
  { issuer, audience, now }: ProfileOptions,
): Promise<StrictClaims> => {
  const { payload } = await jwtVerify(token, publicKey, {
    algorithms: [PROFILE.algorithm],
    typ: PROFILE.headerType,
    issuer,
    audience,
    requiredClaims: [...PROFILE.requiredClaims],
    maxTokenAge: PROFILE.maxAgeSeconds,
    clockTolerance: PROFILE.toleranceSeconds,
    currentDate: now,
  }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  if (payload['typ'] !== PROFILE.tokenType) throw new TokenRefused('tokenType');
  for (const claim of ['sub', 'jti', 'azp'] as const)
    if (typeof payload[claim] !== 'string' || payload[claim] === '')
      throw new TokenRefused('badClaim', claim);
  return payload as StrictClaims;
};

const byClaim: Readonly<Record<string, TokenRefusal>> = {
  iss: 'issuer',
  aud: 'audience',
  nbf: 'notYetValid',
  iat: 'notYetValid',
};

/** The library's errors carry the token's content: only what they mean goes on. */
const refusalOf = (error: unknown): TokenRefused => {
  if (error instanceof errors.JWTExpired)
    return new TokenRefused(error.claim === 'iat' ? 'tooOld' : 'expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { claim, reason } = error;
    if (reason === 'missing') return new TokenRefused('missingClaim', claim);
    if (reason === 'invalid') return new TokenRefused('badClaim', claim);
    return new TokenRefused(byClaim[claim] ?? 'badClaim', claim);
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return new TokenRefused('algorithm');
  if (error instanceof errors.JWSSignatureVerificationFailed) return new TokenRefused('signature');
  return new TokenRefused('malformed');
};
