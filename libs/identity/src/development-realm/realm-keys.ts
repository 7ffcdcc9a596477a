import { generateKeyPair, randomBytes, type JsonWebKey } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { readPrivateJson, writePrivateJson } from './private-file.js';

export type SigningKey = JsonWebKey & { readonly kid: string; readonly alg: 'RS256'; readonly use: 'sig' };

/** The realm's private keys. The first signs; all are published. */
export interface RealmKeys {
  readonly signing: readonly [SigningKey, ...SigningKey[]];
  /** What cookies are signed with. */
  readonly cookies: readonly string[];
}

const KEPT = 3;
const fileIn = (folder: string): string => join(folder, 'realm-keys.json');

const isRealmKeys = (read: unknown): read is RealmKeys => {
  const { signing, cookies } = (read ?? {}) as Partial<RealmKeys>;
  return Array.isArray(signing) && signing.length > 0 && Array.isArray(cookies) && cookies.length > 0;
};

/** The keys kept in the folder; undefined where it has none. */
export const keptKeys = (folder: string): RealmKeys | undefined => {
  const read = readPrivateJson(fileIn(folder));
  return isRealmKeys(read) ? read : undefined;
};

/** The keys kept in the folder, or new ones that are kept there from now on; without a folder, new ones each time. */
export const realmKeys = async (folder: string | undefined): Promise<RealmKeys> => {
  const kept = folder === undefined ? undefined : keptKeys(folder);
  if (kept) return kept;
  const made: RealmKeys = { signing: [await signingKey()], cookies: [randomBytes(32).toString('base64url')] };
  keep(folder, made);
  return made;
};

/** The same realm with a new key that signs. Older keys stay published unless they are to be forgotten. */
export const rotated = async (
  folder: string | undefined,
  keys: RealmKeys,
  forgetOld: boolean,
): Promise<RealmKeys> => {
  const older = forgetOld ? [] : keys.signing.slice(0, KEPT - 1);
  const next: RealmKeys = { ...keys, signing: [await signingKey(), ...older] };
  keep(folder, next);
  return next;
};

const keep = (folder: string | undefined, keys: RealmKeys): void => {
  if (folder !== undefined) writePrivateJson(fileIn(folder), keys);
};

const signingKey = async (): Promise<SigningKey> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  return { ...jwk, kid: await calculateJwkThumbprint(jwk as JWK), alg: 'RS256', use: 'sig' };
};
