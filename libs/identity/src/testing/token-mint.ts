import { createSign, randomUUID } from 'node:crypto';
import type { RealmKey } from './key-server.js';

export interface MintedToken {
  readonly key: RealmKey;
  readonly issuer: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** What differs from a good token; `undefined` leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');

/** The header and claims of a token that the gateway takes, changed as asked and not signed yet. */
export const unsignedToken = ({ key, issuer, at, claims = {}, header = {} }: MintedToken): string =>
  `${part({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header })}.${part({
    iss: issuer,
    aud: 'alongside-gateway',
    azp: 'alongside-web',
    typ: 'Bearer',
    sub: '5d3f2b1c-0000-4000-8000-000000000001',
    jti: randomUUID(),
    iat: at,
    exp: at + 300,
    ...claims,
  })}`;

/** A token signed with RS256, whatever its header says. */
export const signedToken = (minted: MintedToken): string => {
  const unsigned = unsignedToken(minted);
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(minted.key.privateKey, 'base64url')}`;
};
