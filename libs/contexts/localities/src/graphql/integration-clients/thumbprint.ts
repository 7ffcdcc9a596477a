import { createHash } from 'node:crypto';

/** The members that say which key it is, in the order that RFC 7638 asks for. */
const members: Readonly<Record<string, readonly string[]>> = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
};

/** JWK thumbprint of a public key of the record, SHA-256 in base64url. Source: RFC 7638, 3. */
export const thumbprintOf = (publicKey: Readonly<Record<string, unknown>>): string => {
  const said = (members[String(publicKey['kty'])] ?? []).map((name) => [name, publicKey[name]] as const);
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(said)))
    .digest('base64url');
};
