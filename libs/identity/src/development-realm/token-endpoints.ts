import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { GATEWAY_AUDIENCE, type DevClient } from './dev-account.js';
import type { RealmSetting } from './provider-configuration.js';
import type { SigningKey } from './realm-keys.js';
import { answerJson, formOf } from './request.js';

type Keys = () => readonly SigningKey[];

/** Keycloak's userinfo: who the bearer of an access token is. */
export const userinfo = async (
  setting: RealmSetting,
  keys: Keys,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const cors = corsHeaders(setting, request);
  if (request.method === 'OPTIONS') return answerJson(response, 204, undefined, cors);
  const payload = await claimsOf(setting, keys, bearerOf(request));
  const account = payload && (await setting.accounts()).find(({ sub }) => sub === payload.sub);
  if (!account)
    return answerJson(
      response,
      401,
      { error: 'invalid_token' },
      { ...cors, 'www-authenticate': 'Bearer error="invalid_token"' },
    );
  return answerJson(
    response,
    200,
    { sub: account.sub, name: account.name, preferred_username: account.name },
    cors,
  );
};

/** Keycloak's introspection: for confidential clients, whether a token holds and what it says. */
export const introspection = async (
  setting: RealmSetting,
  keys: Keys,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const form = await formOf(request);
  if (request.method !== 'POST' || !isClient(setting.clients, request, form))
    return answerJson(response, 401, { error: 'unauthorized_client' });
  const payload = await claimsOf(setting, keys, form.get('token') ?? '');
  return answerJson(
    response,
    200,
    payload ? { ...payload, client_id: payload['azp'], active: true } : { active: false },
  );
};

const claimsOf = async (
  { issuer }: RealmSetting,
  keys: Keys,
  token: string,
): Promise<JWTPayload | undefined> => {
  const published = { keys: keys().map(({ kty, kid, n, e, alg, use }) => ({ kty, kid, n, e, alg, use })) };
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(published as JSONWebKeySet), {
      issuer,
      audience: GATEWAY_AUDIENCE,
      algorithms: ['RS256'],
      typ: 'JWT',
    });
    return payload;
  } catch {
    return undefined;
  }
};

const bearerOf = ({ headers }: IncomingMessage): string =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

const isClient = (
  clients: readonly DevClient[],
  { headers }: IncomingMessage,
  form: URLSearchParams,
): boolean => {
  const basic = /^Basic (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, 'base64').toString('utf8').split(/:(.*)/s).map(decodeURIComponent)
    : [form.get('client_id'), form.get('client_secret')];
  const client = clients.find(({ clientId }) => clientId === id);
  return client !== undefined && equal(client.secret, secret ?? '');
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const equal = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const corsHeaders = ({ origins }: RealmSetting, { headers }: IncomingMessage): Record<string, string> =>
  headers.origin !== undefined && origins.includes(headers.origin)
    ? {
        'access-control-allow-origin': headers.origin,
        'access-control-allow-headers': 'authorization',
        vary: 'origin',
      }
    : { vary: 'origin' };
