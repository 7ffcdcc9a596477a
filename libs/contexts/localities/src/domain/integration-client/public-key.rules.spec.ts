import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isKeyId, isSameKey, keyGiven, type PublicKey } from './public-key.rules.js';

const rsa = (modulusLength = 2048) => generateKeyPairSync('rsa', { modulusLength });
const jwk = (key: ReturnType<typeof rsa>['publicKey']) => key.export({ format: 'jwk' });
const [strong, weak] = [rsa(), rsa(1024)];
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsaJwk = jwk(strong.publicKey);
const ecJwk = jwk(ec.publicKey);
const kind = (given: unknown, keyId = 'k1') => keyGiven(given, keyId).kind;

describe('a public key', () => {
  it('is kept with its public part and what it is for, and nothing else', () => {
    expect(keyGiven({ ...rsaJwk, note: 'ours' }, 'k1')).toEqual({
      kind: 'public',
      publicKey: { kty: 'RSA', n: rsaJwk.n, e: 'AQAB', alg: 'RS256', use: 'sig', kid: 'k1' },
    });
    expect(keyGiven(ecJwk, 'k2')).toEqual({
      kind: 'public',
      publicKey: { kty: 'EC', crv: 'P-256', x: ecJwk.x, y: ecJwk.y, alg: 'ES256', use: 'sig', kid: 'k2' },
    });
  });

  it('may say its own id, use and algorithm where they are these', () => {
    expect(kind({ ...rsaJwk, kid: 'k1', use: 'sig', alg: 'RS256' })).toBe('public');
    for (const wrong of [{ kid: 'k2' }, { use: 'enc' }, { alg: 'PS256' }, { alg: 'none' }, { use: null }])
      expect([wrong, kind({ ...rsaJwk, ...wrong })]).toEqual([wrong, 'unfit']);
    expect(kind({ ...ecJwk, alg: 'RS256' })).toBe('unfit');
  });

  it('is RSA of 2048 bits or more, or EC on P-256', () => {
    expect(keyGiven(jwk(weak.publicKey), 'k1')).toEqual({ kind: 'weak', bits: 1024 });
    const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const okp = generateKeyPairSync('ed25519');
    expect(kind(jwk(p384.publicKey))).toBe('unfit');
    expect(kind(jwk(okp.publicKey))).toBe('unfit');
    expect(kind({ ...rsaJwk, e: 'Aw' })).toBe('unfit');
    expect(kind({ ...rsaJwk, n: 'A'.repeat(1399) + 'B' })).toBe('unfit');
    const rsaOf = (octets: number) => ({ ...rsaJwk, n: Buffer.alloc(octets, 0xff).toString('base64url') });
    expect([kind(rsaOf(1024)), kind(rsaOf(1025))]).toEqual(['public', 'unfit']);
    expect(kind({ ...ecJwk, crv: 'secp256k1' })).toBe('unfit');
  });

  it('counts a 2047-bit key as too short', () => {
    const octets = Buffer.alloc(256, 0xff);
    octets[0] = 0x7f;
    expect(keyGiven({ kty: 'RSA', e: 'AQAB', n: octets.toString('base64url') }, 'k1')).toEqual({
      kind: 'weak',
      bits: 2047,
    });
    octets[0] = 0x80;
    expect(kind({ kty: 'RSA', e: 'AQAB', n: octets.toString('base64url') })).toBe('public');
  });

  it('is written in the one way that there is, so that a key cannot pass for another', () => {
    const n = rsaJwk.n!;
    const stray = n.slice(0, -1) + String.fromCharCode(n.charCodeAt(n.length - 1) + 1);
    const zeros = Buffer.concat([Buffer.alloc(1), Buffer.from(n, 'base64url')]).toString('base64url');
    for (const other of [
      `${n}==`,
      ` ${n}`,
      zeros,
      Buffer.from(n, 'base64url').toString('base64') + '=',
      stray,
    ])
      expect([other, kind({ ...rsaJwk, n: other })]).toEqual([other, 'unfit']);
    expect(kind({ ...ecJwk, x: `${ecJwk.x}A` })).toBe('unfit');
  });

  it('is an object that says what it is', () => {
    for (const given of [
      null,
      undefined,
      1,
      'key',
      [],
      {},
      { kty: 'RSA' },
      { kty: 'oct' },
      { keys: [rsaJwk] },
    ])
      expect([given, kind(given)]).toEqual([given, 'unfit']);
  });
});

describe('a secret', () => {
  const secretRsa = strong.privateKey.export({ format: 'jwk' });
  it('is known in every form that it comes in', () => {
    const pem = strong.privateKey.export({ format: 'pem', type: 'pkcs8' });
    for (const given of [
      secretRsa,
      ec.privateKey.export({ format: 'jwk' }),
      generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
      { kty: 'oct', k: 'c2VjcmV0' },
      { ...rsaJwk, d: null },
      { keys: [rsaJwk, secretRsa] },
      { ...rsaJwk, x5c: [pem] },
      { [pem as string]: null },
      pem,
      strong.privateKey.export({ format: 'pem', type: 'pkcs1' }),
      ec.privateKey.export({ format: 'pem', type: 'sec1' }),
      JSON.stringify(secretRsa),
    ])
      expect(keyGiven(given, 'k1')).toEqual({ kind: 'secret' });
  });

  it('leaves nothing behind, wherever it stands', () => {
    const parts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'priv'];
    fc.assert(
      fc.property(
        fc.constantFrom(...parts),
        fc.array(fc.constantFrom('a', 'b'), { maxLength: 6 }),
        (part, path) => {
          const given = path.reduce<object>((inner, name) => ({ [name]: inner }), { [part]: 'c2VjcmV0' });
          expect(keyGiven({ ...rsaJwk, ...given }, 'k1')).toEqual({ kind: 'secret' });
        },
      ),
    );
  });
});

describe('two keys', () => {
  const keyOf = (given: object, kid: string): PublicKey => {
    const key = keyGiven(given, kid);
    if (key.kind !== 'public') throw new Error(key.kind);
    return key.publicKey;
  };
  it('are the same by what they are, not by what they are called', () => {
    expect(isSameKey(keyOf(rsaJwk, 'a'), keyOf(rsaJwk, 'b'))).toBe(true);
    expect(isSameKey(keyOf(ecJwk, 'a'), keyOf(ecJwk, 'b'))).toBe(true);
    expect(isSameKey(keyOf(ecJwk, 'a'), keyOf(rsaJwk, 'a'))).toBe(false);
    expect(isSameKey(keyOf(jwk(rsa().publicKey), 'a'), keyOf(rsaJwk, 'a'))).toBe(false);
  });
});

describe('a key id', () => {
  it('is short, and fit for a header and an address', () => {
    for (const good of ['k', '2026-11.A_b', 'x'.repeat(64)]) expect(isKeyId(good)).toBe(true);
    for (const bad of ['', 'a b', 'a/b', 'é', 'a\n', 'x'.repeat(65)])
      expect([bad, isKeyId(bad)]).toEqual([bad, false]);
  });
});
