import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';

/** A public key of the realm that has been looked at: RSA, for signing, long enough. */
export interface VettedKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
  /** SubjectPublicKeyInfo in base64. */
  readonly spki: string;
}

export type VettedKeys = ReadonlyMap<string, VettedKey>;

const MAX_BYTES = 256 * 1024;
const MAX_KEYS = 64;
const MIN_BITS = 2048;

/**
 * The realm's signing keys as it publishes them now.
 * @throws Error where the answer is late, no success, too long, no key set, or a key set without a single usable key
 */
export const fetchKeySet = async (uri: string, timeoutMs: number): Promise<VettedKeys> => {
  const asking: RequestInit = {
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json' },
  };
  // A connection kept from before the realm started anew fails once; the deadline is the same for both.
  const response = await fetch(uri, asking).catch(() => fetch(uri, asking));
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The key set answered ${response.status}.`);
  }
  return vetted(JSON.parse(await boundedText(response)));
};

const boundedText = async (response: Response): Promise<string> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > MAX_BYTES) throw new Error('The key set is too long.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

/** The usable keys of a published set: others are passed over. @throws Error where none is left */
export const vetted = (published: unknown): VettedKeys => {
  const listed = (published as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(listed)) throw new Error('The answer is no key set.');
  const usable = listed.slice(0, MAX_KEYS).flatMap((key) => vettedKey(key) ?? []);
  if (usable.length === 0) throw new Error('The key set has no usable key.');
  return new Map(usable.map((key) => [key.kid, key]));
};

const vettedKey = (listed: unknown): VettedKey | undefined => {
  if (typeof listed !== 'object' || listed === null) return undefined;
  const { kty, kid, use, alg, n, e } = listed as Record<string, unknown>;
  if (kty !== 'RSA' || typeof kid !== 'string' || kid === '') return undefined;
  if ((use !== undefined && use !== 'sig') || (alg !== undefined && alg !== 'RS256')) return undefined;
  try {
    const publicKey = createPublicKey({ key: { kty, n, e } as JsonWebKey, format: 'jwk' });
    if ((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_BITS) return undefined;
    return { kid, publicKey, spki: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') };
  } catch {
    return undefined;
  }
};
