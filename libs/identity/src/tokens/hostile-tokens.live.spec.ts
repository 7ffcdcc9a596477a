import { createHmac, createSign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newRealmKey, startKeyServer, type KeyServer } from '../testing/key-server.js';
import { signedToken, unsignedToken, type MintedToken } from '../testing/token-mint.js';
import { createTokenVerifier, TokenRefused, type TokenVerifier } from './index.js';

const key = newRealmKey();
const stranger = newRealmKey();
const now = Math.floor(Date.parse('2026-03-02T09:00:00.000Z') / 1000);

type Change = Pick<MintedToken, 'claims' | 'header'>;

let realm: KeyServer;
let verifier: TokenVerifier;
// Keycloak's adapter reads the machine's clock for `exp`, so that tokens here end far from it unless that is the point.
const good = (change: Change = {}): MintedToken => ({
  key,
  issuer: realm.issuer,
  at: now,
  ...change,
  claims: { exp: 4_000_000_000, ...change.claims },
});

beforeAll(async () => {
  realm = await startKeyServer({ keys: [key] });
  verifier = createTokenVerifier({
    issuer: realm.issuer,
    audience: 'alongside-gateway',
    knownClient: ({ client }) => ['alongside-web', 'alongside-cli'].includes(client),
    clock: () => new Date(now * 1000).toISOString(),
  });
});
afterAll(() => realm.close());

const refusal = async (token: string): Promise<unknown> => {
  try {
    return await verifier.verify(token);
  } catch (error) {
    return error instanceof TokenRefused ? error.reason : error;
  }
};

const claims: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['for another audience', { aud: 'account' }, 'audience'],
  ['for other audiences', { aud: ['account', 'broker'] }, 'audience'],
  ['for an audience with a longer name', { aud: 'alongside-gateway-2' }, 'audience'],
  ['for no audience', { aud: undefined }, 'missingClaim'],
  ['of an unknown client', { azp: 'somebody-else' }, 'client'],
  ['of no client', { azp: undefined }, 'missingClaim'],
  ['of a client that is a list', { azp: ['alongside-web'] }, 'badClaim'],
  ['about nobody', { sub: undefined }, 'missingClaim'],
  ['about an empty subject', { sub: '' }, 'badClaim'],
  ['about a subject that is no text', { sub: { $ne: null } }, 'badClaim'],
  ['without an id', { jti: undefined }, 'missingClaim'],
  ['that never expires', { exp: undefined }, 'missingClaim'],
  ['whose end is no number', { exp: '4000000000' }, 'badClaim'],
  ['that has expired', { iat: now - 60, exp: now - 6 }, 'expired'],
  ['without the time of issue', { iat: undefined }, 'missingClaim'],
  ['issued in the future', { iat: now + 6 }, 'notYetValid'],
  ['issued more than a quarter of an hour ago', { iat: now - 15 * 60 - 6 }, 'tooOld'],
  ['that is not valid yet', { nbf: now + 6 }, 'notYetValid'],
  ['whose start is no number', { nbf: 'now' }, 'badClaim'],
  ['of another realm', { iss: 'http://127.0.0.1/realms/other' }, 'issuer'],
  ['of an issuer with a slash too many', { iss: 'realm/' }, 'issuer'],
  ['of no issuer', { iss: undefined }, 'missingClaim'],
  ['that is an ID token', { typ: 'ID' }, 'tokenType'],
  ['that is a refresh token', { typ: 'Refresh' }, 'tokenType'],
  ['that is an offline token', { typ: 'Offline' }, 'tokenType'],
  ['of no type', { typ: undefined }, 'missingClaim'],
];

const headers: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['says another type in its header', { typ: 'at+jwt' }, 'headerType'],
  ['says it is a logout token in its header', { typ: 'logout+jwt' }, 'headerType'],
  ['says no type in its header', { typ: undefined }, 'headerType'],
  ['is said to be signed with another algorithm', { alg: 'RS512' }, 'algorithm'],
  ['is said to be signed with PSS', { alg: 'PS256' }, 'algorithm'],
  ['names a key that the realm does not have', { kid: 'another' }, 'unknownKey'],
  ['names no key', { kid: undefined }, 'unknownKey'],
  ['names a key by a number', { kid: 1 }, 'unknownKey'],
  ['demands an extension', { crit: ['x'], x: 1 }, 'malformed'],
];

describe('a hostile token', () => {
  it.each(claims)('%s is refused', async (_name, changed, reason) => {
    expect(await refusal(signedToken(good({ claims: changed })))).toBe(reason);
  });

  it.each(headers)('that %s is refused', async (_name, changed, reason) => {
    expect(await refusal(signedToken(good({ header: changed })))).toBe(reason);
  });

  it('with no signature and algorithm "none" is refused', async () => {
    for (const alg of ['none', 'None', 'nOnE'])
      expect(await refusal(`${unsignedToken(good({ header: { alg } }))}.`)).toBe('algorithm');
  });

  it('with its signature cut off is refused', async () => {
    expect(await refusal(`${unsignedToken(good())}.`)).toBe('signature');
  });

  it("signed by HMAC with the realm's public key as the secret is refused", async () => {
    const unsigned = unsignedToken(good({ header: { alg: 'HS256' } }));
    const secrets = [
      key.publicKey.export({ type: 'spki', format: 'pem' }),
      key.publicKey.export({ type: 'spki', format: 'der' }),
    ];
    for (const secret of secrets) {
      const signature = createHmac('sha256', secret).update(unsigned).digest('base64url');
      expect(await refusal(`${unsigned}.${signature}`)).toBe('algorithm');
    }
  });

  it("signed by a stranger under the name of the realm's key is refused", async () => {
    expect(await refusal(signedToken({ ...good({ header: { kid: key.kid } }), key: stranger }))).toBe(
      'signature',
    );
  });

  it('that brings its own key is refused', async () => {
    const header = { kid: key.kid, jwk: stranger.jwk, jku: 'http://127.0.0.1:9/keys' };
    expect(await refusal(signedToken({ ...good({ header }), key: stranger }))).toBe('signature');
  });

  it('changed after it was signed is refused', async () => {
    const [header, payload, signature] = signedToken(good()).split('.');
    const changed = unsignedToken(good({ claims: { sub: 'somebody else' } })).split('.')[1];
    expect(await refusal(`${header}.${changed}.${signature}`)).toBe('signature');
    expect(await refusal(`${header}.${payload}.${signature!.slice(0, -4)}AAAA`)).toBe('signature');
  });

  it('that is no token at all is refused', async () => {
    const notTokens = ['', '.', '..', 'a.b.c', 'é', '\0', '{}', 'e30.e30.e30', 'x'.repeat(100_000)];
    for (const text of notTokens) expect(['malformed', 'algorithm']).toContain(await refusal(text));
    for (const value of [undefined, null, 7, {}, ['a.b.c']])
      expect(await refusal(value as unknown as string)).toBe('malformed');
  });

  it('whose content is no object is refused', async () => {
    const header = unsignedToken(good()).split('.')[0];
    for (const content of ['[]', '"text"', 'null', '{', '{"sub":']) {
      const unsigned = `${header}.${Buffer.from(content).toString('base64url')}`;
      const signature = createSign('RSA-SHA256').update(unsigned).sign(key.privateKey, 'base64url');
      expect(await refusal(`${unsigned}.${signature}`)).toBe('malformed');
    }
  });

  it('leaves no trace of itself in the refusal', async () => {
    const secret = 'a-very-private-subject';
    for (const changed of [{ aud: secret, sub: secret }, { sub: secret, exp: now - 60 }, { typ: secret }]) {
      const token = signedToken(good({ claims: changed }));
      const error = await verifier.verify(token).catch((caught: unknown) => caught);
      const said = `${JSON.stringify(error)} ${String(error)} ${(error as Error).stack}`;
      expect(error).toBeInstanceOf(TokenRefused);
      expect(said).not.toContain(secret);
      for (const piece of token.split('.')) expect(said).not.toContain(piece);
      expect((error as Error).cause).toBeUndefined();
    }
  });
});

describe('a good token', () => {
  it('says who its bearer is', async () => {
    const organization = { trust: { id: '10000000-0000-4000-8000-000000000001' }, other: { id: 'no uuid' } };
    const token = signedToken(good({ claims: { jti: 'one', sub: 'ana', organization } }));
    expect(await verifier.verify(token)).toEqual({
      issuer: realm.issuer,
      subject: 'ana',
      client: 'alongside-web',
      serviceAccount: false,
      organisations: ['10000000-0000-4000-8000-000000000001'],
      tokenId: 'one',
      issuedAt: now,
      expiresAt: 4_000_000_000,
    });
  });

  it('may name other audiences beside ours, and be a few seconds ahead of our clock', async () => {
    const token = signedToken(
      good({
        claims: {
          aud: ['account', 'alongside-gateway'],
          iat: now + 4,
          nbf: now + 4,
          organization: ['trust'],
        },
      }),
    );
    expect(await verifier.verify(token)).toMatchObject({ client: 'alongside-web', organisations: null });
  });

  it('of a client that signed in for itself says so', async () => {
    const service = { azp: 'alongside-cli', client_id: 'alongside-cli' };
    expect(await verifier.verify(signedToken(good({ claims: service })))).toMatchObject({
      serviceAccount: true,
    });
    const other = { azp: 'alongside-cli', client_id: 'alongside-web' };
    expect(await verifier.verify(signedToken(good({ claims: other })))).toMatchObject({
      serviceAccount: false,
    });
  });

  it('can be taken from a client that signed in for itself and not from a person who came through it', async () => {
    const ours = createTokenVerifier({
      issuer: realm.issuer,
      audience: 'alongside-gateway',
      knownClient: ({ client, serviceAccount }) => client === 'hr-trust' && serviceAccount,
      clock: () => new Date(now * 1000).toISOString(),
    });
    const itself = signedToken(good({ claims: { azp: 'hr-trust', client_id: 'hr-trust' } }));
    expect(await ours.verify(itself)).toMatchObject({ client: 'hr-trust', serviceAccount: true });
    for (const claims of [{ azp: 'hr-trust' }, { azp: 'hr-trust', client_id: 'alongside-web' }])
      await expect(ours.verify(signedToken(good({ claims })))).rejects.toMatchObject({ reason: 'client' });
  });

  it('holds again and again, until it expires, grows old or loses its client', async () => {
    let at = now;
    let clients = ['alongside-web'];
    const ours = createTokenVerifier({
      issuer: realm.issuer,
      audience: 'alongside-gateway',
      knownClient: ({ client }) => clients.includes(client),
      clock: () => new Date(at * 1000).toISOString(),
    });
    const short = signedToken(good({ claims: { exp: 4_000_000_000 } }));
    const first = await ours.verify(short);
    expect(await ours.verify(short)).toBe(first);

    clients = [];
    await expect(ours.verify(short)).rejects.toMatchObject({ reason: 'client' });
    clients = ['alongside-web'];
    at = now + 15 * 60 + 6;
    await expect(ours.verify(short)).rejects.toMatchObject({ reason: 'tooOld' });
  });

  it('that was remembered is refused once it has expired', async () => {
    const start = Math.floor(Date.now() / 1000);
    let at = start;
    const ours = createTokenVerifier({
      issuer: realm.issuer,
      audience: 'alongside-gateway',
      knownClient: ({ client }) => client === 'alongside-web',
      clock: () => new Date(at * 1000).toISOString(),
    });
    const token = signedToken({ key, issuer: realm.issuer, at: start });
    await ours.verify(token);
    at = start + 300;
    await expect(ours.verify(token)).rejects.toMatchObject({ reason: 'expired' });
  });
});

describe("Keycloak's own adapter", () => {
  it('has the last word: what it finds expired is refused within our tolerance too', async () => {
    const past = Math.floor(Date.now() / 1000) - 2;
    const ours = createTokenVerifier({
      issuer: realm.issuer,
      audience: 'alongside-gateway',
      knownClient: ({ client }) => client === 'alongside-web',
    });
    const token = signedToken({ key, issuer: realm.issuer, at: past - 60, claims: { exp: past } });
    await expect(ours.verify(token)).rejects.toMatchObject({ reason: 'expired' });
  });

  it('needs an issuer that is a realm of Keycloak', () => {
    const options = { audience: 'alongside-gateway', knownClient: () => false };
    expect(() => createTokenVerifier({ ...options, issuer: 'https://id.example/' })).toThrow(
      '/realms/<realm>',
    );
  });

  it('asks the realm for nothing', async () => {
    const before = realm.asked();
    for (let n = 0; n < 5; n += 1)
      await verifier.verify(signedToken(good({ claims: { sub: `person ${n}` } })));
    expect(realm.asked()).toBe(before);
  });
});
