import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newRealmKey, startKeyServer, type KeyAnswer, type KeyServer } from '../testing/key-server.js';
import { signedToken } from '../testing/token-mint.js';
import { createTokenVerifier, KEY_RULES, TokenRefused, type TokenVerifier } from './index.js';

const key = newRealmKey();
const next = newRealmKey();
const weak = newRealmKey(1024);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const start = Date.parse('2026-03-02T09:00:00.000Z');

let realm: KeyServer;
let verifier: TokenVerifier;
let now: number;

beforeEach(async () => {
  now = start;
  realm = await startKeyServer({ keys: [key] });
  verifier = createTokenVerifier({
    issuer: realm.issuer,
    audience: 'alongside-gateway',
    knownClient: ({ client }) => client === 'alongside-web',
    clock: () => new Date(now).toISOString(),
  });
});
afterEach(() => realm.close());

/** The answer to a fresh token of this key. */
const take = async (signedWith = key): Promise<string> => {
  const at = Math.floor(now / 1000);
  try {
    await verifier.verify(
      signedToken({ key: signedWith, issuer: realm.issuer, at, claims: { exp: 4_000_000_000 } }),
    );
    return 'taken';
  } catch (error) {
    return error instanceof TokenRefused ? error.reason : String(error);
  }
};

const broken: readonly (readonly [string, KeyAnswer])[] = [
  ['HTML', { status: 200, type: 'text/html', body: '<html>Maintenance</html>' }],
  ['HTML that says it is JSON', { status: 200, body: '<html>Maintenance</html>' }],
  ['{}', { status: 200, body: '{}' }],
  ['null', { status: 200, body: 'null' }],
  ['an empty body', { status: 200, body: '' }],
  ['half a key set', { status: 200, body: '{"keys":[{"kty":"RSA"' }],
  ['no keys', { status: 200, body: '{"keys":[]}' }],
  ['keys that are no list', { status: 200, body: '{"keys":{"0":{}}}' }],
  [
    'keys that are none',
    {
      status: 200,
      body: '{"keys":[null,1,"key",{},{"kty":"RSA","kid":"a"},{"kty":"RSA","kid":"b","n":1,"e":2}]}',
    },
  ],
  ['a key that is too short', { keys: [weak] }],
  [
    'a symmetric key',
    { status: 200, body: JSON.stringify({ keys: [{ kty: 'oct', k: 'AAAA', kid: key.kid, alg: 'HS256' }] }) },
  ],
  [
    'a key for encryption',
    { status: 200, body: JSON.stringify({ keys: [{ ...key.jwk, use: 'enc', alg: 'RSA-OAEP' }] }) },
  ],
  ['an error', { status: 500, body: '{"error":"unknown_error"}' }],
  ['an error with good keys in it', { status: 503, body: JSON.stringify({ keys: [key.jwk] }) }],
  ['a closed connection', 'hang up'],
  ['an answer without end', { endless: true }],
];

describe('a realm that answers', () => {
  it.each(broken)(
    '%s: the keys kept serve on, and nothing is taken that was not before',
    async (_name, answer) => {
      expect(await take()).toBe('taken');
      realm.answerWith(answer);
      now += KEY_RULES.maxAgeMs;
      expect(await take()).toBe('taken');
      expect(await take(next)).toBe('unknownKey');
      expect(await take(weak)).toBe('unknownKey');
    },
  );

  it.each(broken)('%s from the start: nothing is taken until it is well again', async (_name, answer) => {
    realm.answerWith(answer);
    expect(await take()).toBe('keysUnavailable');
    realm.answerWith({ keys: [key] });
    expect(await take()).toBe('keysUnavailable');
    now += KEY_RULES.cooldownMs;
    expect(await take()).toBe('taken');
  });

  it('leads elsewhere: it is not followed', async () => {
    const elsewhere = await startKeyServer({ keys: [next] });
    try {
      realm.answerWith({ redirect: `${elsewhere.issuer}/protocol/openid-connect/certs` });
      expect(await take(next)).toBe('keysUnavailable');
      expect(elsewhere.asked()).toBe(0);
    } finally {
      await elsewhere.close();
    }
  });
});

describe('a realm that hangs', () => {
  it('holds nobody up for longer than two seconds, and those with a known key but once', async () => {
    expect(await take()).toBe('taken');
    realm.answerWith('hang');
    now += KEY_RULES.maxAgeMs;

    const began = Date.now();
    expect(await Promise.all([take(), take(), take()])).toEqual(['taken', 'taken', 'taken']);
    expect(Date.now() - began).toBeLessThan(KEY_RULES.timeoutMs + 500);
    expect(realm.asked()).toBeLessThanOrEqual(3);

    now += KEY_RULES.cooldownMs;
    const again = Date.now();
    expect(await take()).toBe('taken');
    expect(Date.now() - again).toBeLessThan(500);
  });

  it('from the start: says within two seconds that no keys are to be had', async () => {
    realm.answerWith('hang');
    const began = Date.now();
    expect(await take()).toBe('keysUnavailable');
    expect(Date.now() - began).toBeLessThan(KEY_RULES.timeoutMs + 500);
  });
});

describe('a realm that is down', () => {
  it('is done without for an hour, and no longer', async () => {
    expect(await take()).toBe('taken');
    await realm.close();
    for (let minute = 5; minute < 60; minute += 5) {
      now = start + minute * MINUTE;
      expect(await take()).toBe('taken');
    }
    now = start + KEY_RULES.keepMs - 1;
    expect(await take()).toBe('taken');
    now = start + KEY_RULES.keepMs;
    expect(await take()).toBe('keysUnavailable');
  });

  it('is asked again once it is back, and its removed keys are refused at once', async () => {
    expect(await take()).toBe('taken');
    realm.answerWith('hang up');
    now += KEY_RULES.maxAgeMs;
    expect(await take()).toBe('taken');
    realm.answerWith({ keys: [next] });
    now += 20 * MINUTE;
    expect(await take()).toBe('unknownKey');
    expect(await take(next)).toBe('taken');
  });

  it('is not done without for longer because the clock was set back', async () => {
    expect(await take()).toBe('taken');
    await realm.close();
    now = start - 10 * MINUTE;
    expect(await take()).toBe('taken');
    now = start - KEY_RULES.keepMs;
    expect(await take()).toBe('keysUnavailable');
  });
});

describe('a realm that rotates its keys', () => {
  it('costs nobody a refusal once five seconds have passed since the keys were last fetched', async () => {
    expect(await take()).toBe('taken');
    realm.answerWith({ keys: [next, key] });
    now += KEY_RULES.cooldownMs;
    expect(await take(next)).toBe('taken');
    expect(await take()).toBe('taken');
  });

  it('refuses a removed key within five minutes, also to a token taken before', async () => {
    const at = Math.floor(now / 1000);
    const old = signedToken({ key, issuer: realm.issuer, at, claims: { exp: 4_000_000_000 } });
    expect((await verifier.verify(old)).client).toBe('alongside-web');
    realm.answerWith({ keys: [next] });
    now += KEY_RULES.maxAgeMs;
    await expect(verifier.verify(old)).rejects.toMatchObject({ reason: 'unknownKey' });
  });

  it('refuses tokens of the old key where another takes its name, also one taken before', async () => {
    const at = Math.floor(now / 1000);
    const old = signedToken({ key, issuer: realm.issuer, at, claims: { exp: 4_000_000_000 } });
    expect((await verifier.verify(old)).client).toBe('alongside-web');
    const renamed = { ...next, kid: key.kid, jwk: { ...next.jwk, kid: key.kid } };
    realm.answerWith({ keys: [renamed] });
    now += KEY_RULES.maxAgeMs;
    expect(await take()).toBe('signature');
    await expect(verifier.verify(old)).rejects.toMatchObject({ reason: 'signature' });
    expect(await take(renamed)).toBe('taken');
  });
});

describe('made-up key names', () => {
  it('make nobody ask the realm more often than every five seconds', async () => {
    expect(await take()).toBe('taken');
    expect(realm.asked()).toBe(1);
    const flood = () =>
      Promise.all(Array.from({ length: 50 }, (_, n) => take({ ...next, kid: `made up ${n}` })));
    await flood();
    expect(realm.asked()).toBe(1);
    now += KEY_RULES.cooldownMs;
    expect(new Set(await flood())).toEqual(new Set(['unknownKey']));
    expect(realm.asked()).toBe(2);
    expect(await take()).toBe('taken');
  });
});
