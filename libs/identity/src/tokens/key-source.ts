import type { Instant } from '@alongside/kernel';
import { fetchKeySet, type VettedKey, type VettedKeys } from './key-set.js';
import { TokenRefused } from './token-refused.error.js';

export const KEY_RULES = {
  /** At least this long between two requests for the key set, whatever tokens say. */
  cooldownMs: 5_000,
  /** An older set is asked for anew before it is used, so that a key removed from the realm is refused by then. */
  maxAgeMs: 5 * 60_000,
  timeoutMs: 2_000,
  /** While the realm is down, the last good set serves this long. */
  keepMs: 60 * 60_000,
  /** For this long after a failed request, tokens with a known key do not wait for the next one. */
  impatientMs: 60_000,
} as const;

/** The realm's keys, kept. */
export interface KeySource {
  /**
   * The key of this name. The same key is the same object for as long as the realm publishes it.
   * @throws TokenRefused `unknownKey`, or `keysUnavailable` where there is no set to look in
   */
  keyFor(kid: string): Promise<VettedKey>;
}

export interface KeySourceOptions {
  readonly uri: string;
  readonly clock: () => Instant;
}

interface KeptSet {
  readonly keys: VettedKeys;
  readonly askedAt: number;
}

export const createKeySource = ({ uri, clock }: KeySourceOptions): KeySource => {
  let kept: KeptSet | undefined;
  let askedAt = -Infinity;
  let failedAt = -Infinity;
  let underWay: Promise<void> | undefined;

  const ask = async (now: number): Promise<void> => {
    askedAt = now;
    try {
      kept = { keys: sameObjects(await fetchKeySet(uri, KEY_RULES.timeoutMs), kept?.keys), askedAt: now };
      failedAt = -Infinity;
    } catch {
      failedAt = now;
    }
  };

  /** Never rejects. Undefined where it is too early to ask again. */
  const renew = (now: number): Promise<void> | undefined => {
    if (!underWay && since(askedAt, now) >= KEY_RULES.cooldownMs)
      underWay = ask(now).finally(() => {
        underWay = undefined;
      });
    return underWay;
  };

  const keyFor = async (kid: string): Promise<VettedKey> => {
    const now = Date.parse(clock());
    const age = kept ? since(kept.askedAt, now) : Infinity;
    const serves = age < KEY_RULES.keepMs && kept!.keys.has(kid);
    if (!serves || age >= KEY_RULES.maxAgeMs) {
      const renewal = renew(now);
      const impatient = serves && since(failedAt, now) < KEY_RULES.impatientMs;
      if (!impatient) await renewal;
    }
    if (!kept || since(kept.askedAt, now) >= KEY_RULES.keepMs) throw new TokenRefused('keysUnavailable');
    const key = kept.keys.get(kid);
    if (!key) throw new TokenRefused('unknownKey');
    return key;
  };

  return { keyFor };
};

// Either way, because a clock that was set back must not keep a set young.
const since = (then: number, now: number): number => Math.abs(now - then);

const sameObjects = (fetched: VettedKeys, before: VettedKeys | undefined): VettedKeys =>
  new Map(
    [...fetched.values()].map((key) => {
      const old = before?.get(key.kid);
      return [key.kid, old?.spki === key.spki ? old : key];
    }),
  );
