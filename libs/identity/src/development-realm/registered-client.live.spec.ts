import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt, SignJWT, type JWK, type JWTPayload } from 'jose';
import { uuid5 } from '@alongside/kernel';
import { createTokenVerifier } from '../tokens/index.js';
import { clientToken, startDevelopmentRealm, type DevelopmentRealm } from './index.js';

const client = 'hr-10000000-0000-4000-8000-000000000001';
const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }) as string;
const published = (key: KeyObject, kid: string, alg: string): JWK => ({
  ...(key.export({ format: 'jwk' }) as JWK),
  kid,
  alg,
  use: 'sig',
});
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsaKey = published(rsa.publicKey, 'k1', 'RS256');
const ecKey = published(ec.publicKey, 'k2', 'ES256');

describe('a client that an organisation has registered', () => {
  let realm: DevelopmentRealm;
  let registered: Record<string, readonly JWK[]>;
  let asked: string[];
  beforeAll(async () => {
    realm = await startDevelopmentRealm({
      port: 0,
      accounts: () => Promise.resolve([]),
      gatewayOrigins: [],
      integrationClients: async (name) => {
        asked.push(name);
        const keys = registered[name];
        return keys && { keys };
      },
    });
  });
  afterAll(() => realm.close());
  beforeEach(() => {
    asked = [];
    registered = { [client]: [rsaKey, ecKey] };
  });
  const tokenBy = (key: KeyObject, keyId?: string) =>
    clientToken({ issuer: realm.issuer, client, privateKey: pem(key), ...(keyId ? { keyId } : {}) });

  it('signs in by its key, and its tokens say that it acts for itself', async () => {
    for (const [key, keyId] of [
      [rsa.privateKey, 'k1'],
      [ec.privateKey, 'k2'],
      [rsa.privateKey, undefined],
      [ec.privateKey, undefined],
    ] as const) {
      const token = await tokenBy(key, keyId);
      const claims = decodeJwt(token);
      expect(claims).toMatchObject({
        iss: realm.issuer,
        aud: 'alongside-gateway',
        typ: 'Bearer',
        azp: client,
        client_id: client,
        sub: uuid5(`service-account:${client}`),
      });
      expect(claims.exp! - claims.iat!).toBe(300);
      const verifier = createTokenVerifier({
        issuer: realm.issuer,
        audience: 'alongside-gateway',
        knownClient: (bearer) => bearer.client === client && bearer.serviceAccount,
      });
      expect(await verifier.verify(token)).toMatchObject({ client, serviceAccount: true });
    }
    expect(asked).toEqual([client, client, client, client]);
  });

  it('gets no token by a key from the moment it is retired', async () => {
    await tokenBy(rsa.privateKey, 'k1');
    registered = { [client]: [ecKey] };
    await expect(tokenBy(rsa.privateKey, 'k1')).rejects.toThrow('401 invalid_client');
    await expect(tokenBy(rsa.privateKey)).rejects.toThrow('401 invalid_client');
    await tokenBy(ec.privateKey, 'k2');
    registered = {};
    await expect(tokenBy(ec.privateKey, 'k2')).rejects.toThrow('401 invalid_client');
  });

  it('gets no token by a key of somebody else', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await expect(tokenBy(other.privateKey, 'k1')).rejects.toThrow('401 invalid_client');
  });

  describe('says of itself', () => {
    const ask = async (claims: JWTPayload, header: { alg: string; kid?: string }, form: object = {}) => {
      const seconds = Math.floor(Date.now() / 1000);
      const assertion = await new SignJWT({
        iss: client,
        sub: client,
        aud: realm.issuer,
        jti: randomUUID(),
        exp: seconds + 60,
        ...claims,
      })
        .setProtectedHeader(header)
        .sign(header.alg === 'HS256' ? Buffer.from(rsaKey.n!) : rsa.privateKey);
      return send({ client_assertion: assertion, ...form });
    };
    const send = async (form: Record<string, string>) => {
      const answer = await fetch(`${realm.issuer}/protocol/openid-connect/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          ...form,
        }),
      });
      return [answer.status, ((await answer.json()) as { error?: string }).error ?? 'a token'];
    };
    const good = { alg: 'RS256', kid: 'k1' };

    it('what it must, to this realm or its token endpoint, once', async () => {
      expect(await ask({}, good)).toEqual([200, 'a token']);
      const endpoint = `${realm.issuer}/protocol/openid-connect/token`;
      expect(await ask({ aud: endpoint }, good)).toEqual([200, 'a token']);
      const jti = randomUUID();
      expect(await ask({ jti }, good)).toEqual([200, 'a token']);
      expect(await ask({ jti }, good)).toEqual([401, 'invalid_client']);
    });

    it.each([
      ['for another realm', { aud: 'https://elsewhere.example/realms/alongside' }, good],
      ['that has expired', { exp: 1_700_000_000 }, good],
      ['that never expires', { exp: undefined as never }, good],
      ['without an id', { jti: undefined as never }, good],
      ['about another client', { sub: 'hr-other' }, good],
      ['by another client', { iss: 'hr-other' }, good],
      ['signed with another algorithm', {}, { alg: 'PS256', kid: 'k1' }],
      ['signed with a longer hash', {}, { alg: 'RS512', kid: 'k1' }],
      ['signed with its public key as a secret', {}, { alg: 'HS256', kid: 'k1' }],
    ])('nothing %s', async (_, claims, header) => {
      expect(await ask(claims, header)).toEqual([401, 'invalid_client']);
    });

    it('nothing but a key: no secret, no code of a person', async () => {
      const basic = await fetch(`${realm.issuer}/protocol/openid-connect/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${client}:undefined`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      expect(basic.status).toBe(401);
      expect(await ask({}, good, { grant_type: 'authorization_code', code: 'x' })).toEqual([
        400,
        'invalid_request',
      ]);
    });
  });

  describe('is told in words', () => {
    it('that this is no key, or one of another kind', async () => {
      const options = { issuer: realm.issuer, client };
      await expect(clientToken({ ...options, privateKey: 'none' })).rejects.toThrow('no private key in PEM');
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
      await expect(clientToken({ ...options, privateKey: pem(privateKey) })).rejects.toThrow('on P-256');
    });
    it('that no realm answers', async () => {
      const issuer = 'http://127.0.0.1:9/realms/alongside';
      const asking = clientToken({ issuer, client, privateKey: pem(rsa.privateKey) });
      await expect(asking).rejects.toThrow('Nothing answers at http://127.0.0.1:9/');
    });
  });
});
