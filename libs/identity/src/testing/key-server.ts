import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A signing key of a realm that specs run. */
export interface RealmKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** As the realm publishes it. */
  readonly jwk: Readonly<Record<string, unknown>>;
}

export const newRealmKey = (bits = 2048): RealmKey => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const kid = randomUUID();
  return {
    kid,
    privateKey,
    publicKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
  };
};

/** What the realm answers when asked for its keys. */
export type KeyAnswer =
  | { readonly keys: readonly RealmKey[] }
  | { readonly status: number; readonly type?: string; readonly body: string }
  | { readonly redirect: string }
  | { readonly endless: true }
  | 'hang'
  | 'hang up';

export interface KeyServer {
  readonly issuer: string;
  /** How often it was asked. */
  readonly asked: () => number;
  readonly answerWith: (answer: KeyAnswer) => void;
  readonly close: () => Promise<void>;
}

/** A realm that publishes its keys as it is told, and nothing else. */
export const startKeyServer = async (first: KeyAnswer): Promise<KeyServer> => {
  let answer = first;
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.url !== '/realms/alongside/protocol/openid-connect/certs')
      return response.writeHead(404).end();
    asked += 1;
    return give(answer, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    issuer: `http://127.0.0.1:${port}/realms/alongside`,
    asked: () => asked,
    answerWith: (next) => {
      answer = next;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};

const give = (answer: KeyAnswer, response: ServerResponse): unknown => {
  if (answer === 'hang') return undefined;
  if (answer === 'hang up') return response.destroy();
  if ('keys' in answer)
    return response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ keys: answer.keys.map(({ jwk }) => jwk) }));
  if ('redirect' in answer) return response.writeHead(302, { location: answer.redirect }).end();
  if ('endless' in answer) {
    const more = (): void => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
    };
    response.writeHead(200, { 'content-type': 'application/json' }).on('drain', more);
    return more();
  }
  return response
    .writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' })
    .end(answer.body);
};
