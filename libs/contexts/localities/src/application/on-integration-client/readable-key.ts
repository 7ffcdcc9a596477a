import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { keyGiven, type GivenKey } from '../../domain/index.js';

/** What was given as the public key of this id. A point that is on no curve is no key. Throws nothing, keeps no secret. */
export const readableKey = (given: unknown, keyId: string): GivenKey => {
  const key = keyGiven(given, keyId);
  if (key.kind !== 'public') return key;
  try {
    createPublicKey({ key: key.publicKey as unknown as JsonWebKey, format: 'jwk' });
    return key;
  } catch {
    return { kind: 'unfit' };
  }
};
