import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { uuid5 } from '@alongside/kernel';
import { openBrowser, signInToRealm } from '../testing/browser.js';
import { createTokenVerifier } from '../tokens/index.js';
import {
  demonstrationSubject,
  developmentToken,
  DevelopmentRealmRefused,
  startDevelopmentRealm,
  type DevAccount,
  type DevelopmentRealm,
  type DevelopmentRealmOptions,
} from './index.js';

const gateway = 'http://127.0.0.1:4000';
const redirectUri = `${gateway}/signed-in`;
const trust = '10000000-0000-4000-8000-000000000001';
const ana: DevAccount = {
  sub: demonstrationSubject('30000000-0000-4000-8000-000000000001'),
  name: 'Ana <Ní> Bhriain',
  description: 'Peer worker, Sussex Partnership',
  organisationIds: [trust],
};
const many = Array.from({ length: 120 }, (_, n): DevAccount => ({
  sub: demonstrationSubject(`n${n}`),
  name: `Invented Person ${n}`,
  description: n === 77 ? 'Framework lead, Wessex' : 'Peer worker, Southdown',
}));
const hr = { clientId: 'hr-trust', secret: 'a long enough secret', organisationId: trust };

const options = (given: Partial<DevelopmentRealmOptions> = {}): DevelopmentRealmOptions => ({
  port: 0,
  accounts: () => Promise.resolve([ana, ...many]),
  gatewayOrigins: [gateway],
  clients: [hr],
  ...given,
});

const verifierFor = ({ issuer }: DevelopmentRealm) =>
  createTokenVerifier({
    issuer,
    audience: 'alongside-gateway',
    knownClient: ({ client }) => ['alongside-web', 'alongside-cli', hr.clientId].includes(client),
  });

const post = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), headers });

describe('the development realm', () => {
  let realm: DevelopmentRealm;
  let endpoints: string;
  beforeAll(async () => {
    realm = await startDevelopmentRealm(options());
    endpoints = `${realm.issuer}/protocol/openid-connect`;
  });
  afterAll(() => realm.close());

  it('publishes itself as Keycloak does', async () => {
    const published = await (await fetch(`${realm.issuer}/.well-known/openid-configuration`)).json();
    expect(published).toMatchObject({
      issuer: realm.issuer,
      authorization_endpoint: `${endpoints}/auth`,
      token_endpoint: `${endpoints}/token`,
      jwks_uri: `${endpoints}/certs`,
      userinfo_endpoint: `${endpoints}/userinfo`,
      end_session_endpoint: `${endpoints}/logout`,
      introspection_endpoint: `${endpoints}/token/introspect`,
      code_challenge_methods_supported: ['S256'],
    });
  });

  it('publishes no private part of a key', async () => {
    const { keys } = (await (await fetch(`${endpoints}/certs`)).json()) as { keys: object[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig' });
    for (const part of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(keys[0]).not.toHaveProperty(part);
  });

  it('signs somebody in by authorization code with PKCE, with tokens that the gateway takes', async () => {
    const tokens = await signInToRealm({ issuer: realm.issuer, sub: ana.sub, redirectUri });
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    const claims = decodeJwt(tokens.access_token);
    expect(claims).toMatchObject({
      iss: realm.issuer,
      sub: ana.sub,
      aud: 'alongside-gateway',
      typ: 'Bearer',
      azp: 'alongside-web',
      organization: { [trust]: { id: trust } },
      realm_access: { roles: expect.any(Array) },
    });
    expect(claims).not.toHaveProperty('client_id');
    expect(JSON.stringify(claims)).not.toContain('Ana');
    expect(decodeJwt(tokens.id_token)).toMatchObject({ aud: 'alongside-web', name: ana.name, typ: 'ID' });
    expect(await verifierFor(realm).verify(tokens.access_token)).toMatchObject({
      subject: ana.sub,
      client: 'alongside-web',
      serviceAccount: false,
      organisations: [trust],
    });
  });

  it('refreshes a sign-in again and again', async () => {
    const first = await signInToRealm({ issuer: realm.issuer, sub: ana.sub, redirectUri });
    const refresh = async (): Promise<{ access_token: string }> => {
      const answer = await post(`${endpoints}/token`, {
        grant_type: 'refresh_token',
        client_id: 'alongside-web',
        refresh_token: first.refresh_token,
      });
      return (await answer.json()) as { access_token: string };
    };
    const second = await refresh();
    const third = await refresh();
    expect(new Set([first.access_token, second.access_token, third.access_token]).size).toBe(3);
    expect(await verifierFor(realm).verify(third.access_token)).toMatchObject({ subject: ana.sub });
  });

  it('signs an integration client in for itself, by either way of sending a secret', async () => {
    const basic = `Basic ${Buffer.from(`${hr.clientId}:${encodeURIComponent(hr.secret)}`).toString('base64')}`;
    const form = { grant_type: 'client_credentials' };
    const answers = [
      await post(`${endpoints}/token`, form, { authorization: basic }),
      await post(`${endpoints}/token`, { ...form, client_id: hr.clientId, client_secret: hr.secret }),
    ];
    for (const answer of answers) {
      const { access_token } = (await answer.json()) as { access_token: string };
      expect(await verifierFor(realm).verify(access_token)).toMatchObject({
        subject: uuid5(`service-account:${hr.clientId}`),
        client: hr.clientId,
        serviceAccount: true,
        organisations: [trust],
      });
    }
  });

  it('refuses a wrong secret, and credentials to the web', async () => {
    const form = { grant_type: 'client_credentials' };
    const wrong = { ...form, client_id: hr.clientId, client_secret: 'wrong' };
    expect((await post(`${endpoints}/token`, wrong)).status).toBe(401);
    const web = await post(`${endpoints}/token`, { ...form, client_id: 'alongside-web' });
    expect(await web.json()).toMatchObject({ error: 'invalid_request' });
  });

  const authorise = (given: Record<string, string>) =>
    `${endpoints}/auth?${new URLSearchParams({
      client_id: 'alongside-web',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: redirectUri,
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
      ...given,
    })}`;

  it('leads back to the gateway and nowhere else', async () => {
    const elsewhere = await openBrowser().go(authorise({ redirect_uri: 'http://127.0.0.1:9/signed-in' }));
    expect(elsewhere.status).toBe(400);
    expect(elsewhere.headers.has('location')).toBe(false);
    expect(await elsewhere.text()).toContain('redirect_uri');
    const alias = await openBrowser().go(authorise({ redirect_uri: 'http://localhost:4000/' }));
    expect(alias.status).toBe(200);
  });

  it('asks for PKCE', async () => {
    const answer = await openBrowser().go(authorise({ code_challenge: '', code_challenge_method: '' }));
    expect(new URL(answer.headers.get('location')!).searchParams.get('error')).toBe('invalid_request');
  });

  it('shows whom to sign in as, on a page that needs no script and searches', async () => {
    const browser = openBrowser();
    const asked = await browser.go(authorise({}));
    const html = await asked.text();
    expect(asked.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain('<h1>Sign in as</h1>');
    expect(html).toContain('<label for="search">');
    expect(html).toContain('Ana &#60;Ní&#62; Bhriain');
    expect(html).toContain(ana.description);
    expect(html).toContain('The first 50 of 121 people');
    expect(html.match(/name="sub"/g)).toHaveLength(50);
    expect(html).not.toContain('<script');

    const found = await (await browser.go(`${asked.url}?search=ni+BHRIAIN+sussex`)).text();
    expect(found.match(/name="sub"/g)).toHaveLength(1);
    const lead = await (
      await browser.go(`${asked.url}?search=${encodeURIComponent('framework "lead"')}`)
    ).text();
    expect(lead).toContain('Nobody fits that search.');
    expect(lead).toContain('value="framework &#34;lead&#34;"');
  });

  it('asks again where somebody is chosen who is not there', async () => {
    const browser = openBrowser();
    const asked = await browser.go(authorise({}));
    const again = await browser.go(asked.url, {
      method: 'POST',
      body: new URLSearchParams({ sub: 'nobody' }),
    });
    expect(again.status).toBe(200);
    expect(await again.text()).toContain('<h1>Sign in as</h1>');
  });

  it('says so where a sign-in is not this browser’s, or is over', async () => {
    const asked = await openBrowser().go(authorise({}));
    const stranger = await openBrowser().go(asked.url);
    expect(stranger.status).toBe(400);
    expect(await stranger.text()).toContain('This sign-in has ended');
  });

  it('remembers a browser until it signs out', async () => {
    const browser = openBrowser();
    const { id_token } = await signInToRealm({ issuer: realm.issuer, sub: ana.sub, redirectUri, browser });
    const silently = await browser.go(authorise({ prompt: 'none' }));
    expect(new URL(silently.headers.get('location')!).searchParams.has('code')).toBe(true);

    const query = new URLSearchParams({
      id_token_hint: id_token,
      post_logout_redirect_uri: `${gateway}/bye`,
    });
    const leaving = await browser.go(`${endpoints}/logout?${query}`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await leaving.text())![1]!;
    const left = await browser.go(`${endpoints}/logout/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect(left.headers.get('location')).toBe(`${gateway}/bye`);
    const after = await browser.go(authorise({ prompt: 'none' }));
    expect(new URL(after.headers.get('location')!).searchParams.get('error')).toBe('login_required');
  });

  it('tells the bearer of a token who they are', async () => {
    const token = await realm.mint(ana.sub);
    const headers = { authorization: `Bearer ${token}`, origin: gateway };
    const answer = await fetch(`${endpoints}/userinfo`, { headers });
    expect(await answer.json()).toEqual({ sub: ana.sub, name: ana.name, preferred_username: ana.name });
    expect(answer.headers.get('access-control-allow-origin')).toBe(gateway);
    expect(
      (await fetch(`${endpoints}/userinfo`, { headers: { authorization: 'Bearer x.y.z' } })).status,
    ).toBe(401);
  });

  it('introspects tokens for confidential clients', async () => {
    const client = { client_id: hr.clientId, client_secret: hr.secret };
    const ask = async (form: Record<string, string>) => post(`${endpoints}/token/introspect`, form);
    const token = await realm.mint(ana.sub);
    expect(await (await ask({ ...client, token })).json()).toMatchObject({ active: true, sub: ana.sub });
    expect(await (await ask({ ...client, token: `${token}x` })).json()).toEqual({ active: false });
    expect((await ask({ ...client, client_secret: 'wrong', token })).status).toBe(401);
  });

  it('lets pages of the gateway call the token endpoint, and no others', async () => {
    const form = { grant_type: 'refresh_token', client_id: 'alongside-web', refresh_token: 'x' };
    const own = await post(`${endpoints}/token`, form, { origin: gateway });
    expect(own.headers.get('access-control-allow-origin')).toBe(gateway);
    const other = await post(`${endpoints}/token`, form, { origin: 'http://127.0.0.1:9' });
    expect(other.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('answers to no other name', async () => {
    const { port } = new URL(realm.issuer);
    const status = await new Promise((resolve, reject) => {
      const asked = request(
        {
          port,
          host: '127.0.0.1',
          path: '/realms/alongside/protocol/openid-connect/certs',
          headers: { host: 'rebound.example' },
        },
        (response) => resolve(response.resume().statusCode),
      );
      asked.once('error', reject).end();
    });
    expect(status).toBe(421);
  });

  it('mints for accounts that it has, for a quarter of an hour at most', async () => {
    expect(decodeJwt(await realm.mint(ana.sub))).toMatchObject({ azp: 'alongside-cli', sub: ana.sub });
    await expect(realm.mint('nobody')).rejects.toThrow('no such account');
    await expect(realm.mint(ana.sub, { lifetimeSeconds: 901 })).rejects.toThrow('900');
  });
});

describe('the keys of the development realm', () => {
  const folders: string[] = [];
  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'realm-'));
    folders.push(folder);
    return folder;
  };
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  it('change when they are rotated, and old tokens hold until the old key is forgotten', async () => {
    const realm = await startDevelopmentRealm(options());
    try {
      const old = await realm.mint(ana.sub);
      await realm.rotateKeys();
      const { access_token } = await signInToRealm({ issuer: realm.issuer, sub: ana.sub, redirectUri });
      expect(decodeProtectedHeader(access_token).kid).not.toBe(decodeProtectedHeader(old).kid);
      expect(await verifierFor(realm).verify(old)).toMatchObject({ subject: ana.sub });
      await realm.rotateKeys({ forgetOld: true });
      await expect(verifierFor(realm).verify(old)).rejects.toMatchObject({ reason: 'unknownKey' });
    } finally {
      await realm.close();
    }
  });

  it('are kept in the folder, so that sessions and tokens outlive a restart', async () => {
    const dataFolder = await newFolder();
    const browser = openBrowser();
    const before = await startDevelopmentRealm(options({ dataFolder }));
    const { issuer } = before;
    const signedIn = await signInToRealm({ issuer, sub: ana.sub, redirectUri, browser });
    await before.close();

    const after = await startDevelopmentRealm(options({ dataFolder, port: Number(new URL(issuer).port) }));
    try {
      expect(await verifierFor(after).verify(signedIn.access_token)).toMatchObject({ subject: ana.sub });
      const refreshed = await post(`${issuer}/protocol/openid-connect/token`, {
        grant_type: 'refresh_token',
        client_id: 'alongside-web',
        refresh_token: signedIn.refresh_token,
      });
      expect(refreshed.status).toBe(200);
      expect(await signInToRealm({ issuer, sub: 'not asked for', redirectUri, browser })).toHaveProperty(
        'id_token',
      );
      const account = { sub: ana.sub };
      const token = await developmentToken({ dataFolder, issuer, account });
      expect(await verifierFor(after).verify(token)).toMatchObject({ client: 'alongside-cli' });
    } finally {
      await after.close();
    }
  });

  it('are for their owner alone to read', async () => {
    const dataFolder = join(await newFolder(), 'realm');
    await (await startDevelopmentRealm(options({ dataFolder }))).close();
    for (const path of [dataFolder, join(dataFolder, 'realm-keys.json')])
      expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('are made anew where the files cannot be read, and so are sessions', async () => {
    const dataFolder = await newFolder();
    await writeFile(join(dataFolder, 'realm-keys.json'), '{"signing":[');
    await writeFile(join(dataFolder, 'realm-sessions.json'), '[1,');
    const realm = await startDevelopmentRealm(options({ dataFolder }));
    try {
      expect(await signInToRealm({ issuer: realm.issuer, sub: ana.sub, redirectUri })).toHaveProperty(
        'id_token',
      );
    } finally {
      await realm.close();
    }
  });

  it('are missed where another process asks for a token of a realm that never ran', async () => {
    const dataFolder = await newFolder();
    const issuer = 'http://127.0.0.1:4080/realms/alongside';
    await expect(developmentToken({ dataFolder, issuer, account: ana })).rejects.toThrow('no keys');
  });
});

describe('starting a development realm', () => {
  const refusal = async (given: Partial<DevelopmentRealmOptions>) => {
    try {
      await (await startDevelopmentRealm(options(given))).close();
      return 'started';
    } catch (error) {
      return error instanceof DevelopmentRealmRefused ? [error.reason, error.message] : error;
    }
  };

  it('is refused in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      expect(await refusal({})).toEqual(['production', expect.stringContaining('KEYCLOAK_URL')]);
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });

  it('is refused off loopback', async () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'example.org'])
      expect(await refusal({ host })).toEqual(['notLoopback', expect.stringContaining(host)]);
  });

  it('names the port and the variable that moves it where the port is taken', async () => {
    const first = await startDevelopmentRealm(options());
    try {
      const { port } = new URL(first.issuer);
      const [reason, message] = (await refusal({ port: Number(port) })) as string[];
      expect(reason).toBe('portTaken');
      expect(message).toContain(port);
      expect(message).toContain('REALM_PORT');
    } finally {
      await first.close();
    }
  });
});
