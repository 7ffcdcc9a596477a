/** A public key as the record holds it: a JSON Web Key (RFC 7517) with its public part and what it is for. */
export type PublicKey = {
  readonly kid: string;
  readonly use: 'sig';
} & (
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string; readonly alg: 'RS256' }
  | {
      readonly kty: 'EC';
      readonly crv: 'P-256';
      readonly x: string;
      readonly y: string;
      readonly alg: 'ES256';
    }
);

/** What somebody gave as a public key. Of a secret it holds that there was one, and nothing else. */
export type GivenKey =
  | { readonly kind: 'public'; readonly publicKey: PublicKey }
  | { readonly kind: 'secret' }
  | { readonly kind: 'weak'; readonly bits: number }
  | { readonly kind: 'unfit' };

const unfit: GivenKey = { kind: 'unfit' };

/** Source: RFC 7518, 6.2.2, 6.3.2 and 6.4.1, and `priv` of keys that are newer than it. */
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];
const SECRET_TEXT = new RegExp(`PRIVATE KEY|"(${SECRET_MEMBERS.join('|')})"\\s*:`);

const holdsSecret = (given: unknown): boolean => {
  if (typeof given === 'string') return SECRET_TEXT.test(given);
  if (typeof given !== 'object' || given === null) return false;
  return Object.entries(given).some(
    ([name, value]) => SECRET_MEMBERS.includes(name) || holdsSecret(name) || holdsSecret(value),
  );
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sextet = (text: string, at: number): number => ALPHABET.indexOf(text.at(at) ?? '');

/**
 * Octets of base64url without padding (RFC 7515), written in the one way that there is; undefined where it is not. Two
 * texts of the same number would pass for two keys.
 */
const octetsIn = (text: unknown): number | undefined => {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]{2,1400}$/.test(text)) return undefined;
  const spare = (text.length * 6) % 8;
  if (spare === 6 || sextet(text, -1) % 2 ** spare !== 0) return undefined;
  return Math.floor((text.length * 6) / 8);
};

/** Bits of a number in as few octets as it needs (RFC 7518, 2); undefined where it is written otherwise. */
const bitsIn = (text: unknown): number | undefined => {
  const octets = octetsIn(text);
  if (octets === undefined) return undefined;
  const first = sextet(text as string, 0) * 4 + Math.floor(sextet(text as string, 1) / 16);
  return first === 0 ? undefined : (octets - 1) * 8 + 32 - Math.clz32(first);
};

const LEAST_RSA_BITS = 2048;
const MOST_RSA_BITS = 8192;

type Members = Readonly<Record<string, unknown>>;

const rsaKey = ({ n, e }: Members, kid: string): GivenKey => {
  const bits = bitsIn(n);
  // 65537: other exponents are either weak or unknown to somebody who must read the key.
  if (bits === undefined || bits > MOST_RSA_BITS || e !== 'AQAB') return unfit;
  if (bits < LEAST_RSA_BITS) return { kind: 'weak', bits };
  return { kind: 'public', publicKey: { kty: 'RSA', n: n as string, e, alg: 'RS256', use: 'sig', kid } };
};

const ecKey = ({ crv, x, y }: Members, kid: string): GivenKey =>
  crv === 'P-256' && octetsIn(x) === 32 && octetsIn(y) === 32
    ? {
        kind: 'public',
        publicKey: { kty: 'EC', crv, x: x as string, y: y as string, alg: 'ES256', use: 'sig', kid },
      }
    : unfit;

const keyOf = (given: unknown, kid: string): GivenKey => {
  if (typeof given !== 'object' || given === null) return unfit;
  const { kty, ...members } = given as Members;
  if (kty === 'RSA') return rsaKey(members, kid);
  return kty === 'EC' ? ecKey(members, kid) : unfit;
};

/**
 * What was given as the public key of this id. Anything secret in it, at any depth, is dropped here and goes no further.
 * Whether the numbers are a key's at all, a curve must tell.
 */
export const keyGiven = (given: unknown, keyId: string): GivenKey => {
  if (holdsSecret(given)) return { kind: 'secret' };
  const key = keyOf(given, keyId);
  if (key.kind !== 'public') return key;
  const { use = 'sig', alg = key.publicKey.alg, kid = keyId } = given as Members;
  return use === 'sig' && alg === key.publicKey.alg && kid === keyId ? key : unfit;
};

/** Whether two keys are the same, whatever they are called. */
export const isSameKey = (one: PublicKey, other: PublicKey): boolean =>
  one.kty === 'RSA'
    ? other.kty === 'RSA' && one.n === other.n
    : other.kty === 'EC' && one.x === other.x && one.y === other.y;

/** A key's name: short, and fit for a header and an address. */
export const isKeyId = (text: string): boolean => /^[A-Za-z0-9._-]{1,64}$/.test(text);
