import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { CLI_CLIENT, type DevAccount, type DevClient } from './dev-account.js';
import { DevelopmentRealmRefused } from './development-realm.error.js';
import { OWN_PATHS, providerConfiguration, type RealmSetting } from './provider-configuration.js';
import { mintToken } from './realm-claims.js';
import type { RegisteredClient } from './registered-client.js';
import { realmKeys, rotated, type RealmKeys } from './realm-keys.js';
import { answerJson } from './request.js';
import { createSessionStore, type SessionStore } from './session-store.js';
import { signIn } from './sign-in.js';
import { introspection, userinfo } from './token-endpoints.js';

/** The environment variable that moves the realm to another port. */
export const REALM_PORT_VARIABLE = 'ALONGSIDE_REALM_PORT';

export interface DevelopmentRealmOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  readonly host?: string;
  readonly realm?: string;
  /** Asked at each sign-in and each token. */
  readonly accounts: () => Promise<readonly DevAccount[]>;
  /** Where the web is served from, as `http://127.0.0.1:4000`: where sign-in may lead back to. */
  readonly gatewayOrigins: readonly string[];
  readonly clients?: readonly DevClient[];
  /** Clients that sign in by a key of their own, asked at each token; none where absent. */
  readonly integrationClients?: RegisteredClient;
  /** Keys and sessions are kept here, so that a restart signs nobody out. In memory where absent. */
  readonly dataFolder?: string;
}

export interface MintOptions {
  /** `alongside-cli` unless said. */
  readonly client?: string;
  /** 300 unless said; 900 at most. */
  readonly lifetimeSeconds?: number;
}

export interface DevelopmentRealm {
  readonly issuer: string;
  /** An access token of one of the accounts. @throws Error where there is no such account */
  mint(sub: string, options?: MintOptions): Promise<string>;
  /** A new key signs from now on. Tokens of older keys hold until they expire, unless those keys are forgotten. */
  rotateKeys(options?: { readonly forgetOld?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/**
 * A realm in the shape of Keycloak that lets anybody sign in as anybody: for trying the program out, on loopback.
 * @throws DevelopmentRealmRefused in production, off loopback, or where the port is taken
 */
export const startDevelopmentRealm = async ({
  port = 4080,
  host = '127.0.0.1',
  realm = 'alongside',
  accounts,
  gatewayOrigins,
  clients = [],
  integrationClients = () => Promise.resolve(undefined),
  dataFolder,
}: DevelopmentRealmOptions): Promise<DevelopmentRealm> => {
  refuseUnsafe(host);
  const store = createSessionStore(dataFolder);
  let keys = await realmKeys(dataFolder);
  const server = createServer();
  await listen(server, port, host);

  const base = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
  const path = `/realms/${realm}`;
  const issuer = `${base}${path}`;
  const setting: RealmSetting = {
    path,
    issuer,
    accounts,
    clients,
    integrationClients,
    origins: withAliases(gatewayOrigins),
  };
  let provider = createProvider(setting, keys, store);
  server.on('request', (request, response) => {
    handle({ setting, base, provider, keys: () => keys.signing }, request, response).catch(() => {
      if (!response.headersSent) answerJson(response, 500, { error: 'server_error' });
      else response.destroy();
    });
  });

  return {
    issuer,
    mint: async (sub, { client = CLI_CLIENT, ...rest } = {}) => {
      const account = (await accounts()).find((one) => one.sub === sub);
      if (!account) throw new Error('The development realm has no such account.');
      const organisations = account.organisationIds ?? [];
      return mintToken({ issuer, key: keys.signing[0], sub, client, organisations, ...rest });
    },
    rotateKeys: async ({ forgetOld = false } = {}) => {
      keys = await rotated(dataFolder, keys, forgetOld);
      provider = createProvider(setting, keys, store);
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      store.flush();
    },
  };
};

const refuseUnsafe = (host: string): void => {
  if (process.env['NODE_ENV'] === 'production')
    throw new DevelopmentRealmRefused(
      'production',
      'The development realm lets anybody sign in as anybody and does not start with NODE_ENV=production. ' +
        'Set KEYCLOAK_URL to a realm of Keycloak.',
    );
  if (!['127.0.0.1', '::1', 'localhost'].includes(host))
    throw new DevelopmentRealmRefused(
      'notLoopback',
      `The development realm lets anybody sign in as anybody and listens on loopback alone, not on ${host}.`,
    );
};

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portTaken(port, host) : error),
    );
    server.listen(port, host, resolve);
  });

const portTaken = (port: number, host: string): DevelopmentRealmRefused =>
  new DevelopmentRealmRefused(
    'portTaken',
    `Port ${port} on ${host}, where the development realm is to listen, is taken. ` +
      `Stop what listens there, or set ${REALM_PORT_VARIABLE} to another port.`,
  );

/** The gateway is the same under either name of loopback. */
const withAliases = (origins: readonly string[]): readonly string[] => [
  ...new Set(
    origins.flatMap((given) => {
      const { protocol, hostname, port } = new URL(given);
      const names = ['127.0.0.1', 'localhost'].includes(hostname) ? ['127.0.0.1', 'localhost'] : [hostname];
      return names.map((name) => `${protocol}//${name}${port ? `:${port}` : ''}`);
    }),
  ),
];

const createProvider = (setting: RealmSetting, keys: RealmKeys, store: SessionStore): Provider => {
  const provider = new Provider(setting.issuer, providerConfiguration(setting, keys, store));
  // As a wildcard in Keycloak: any page of the gateway.
  const ofGateway = (uri: string): boolean =>
    URL.canParse(uri) && setting.origins.includes(new URL(uri).origin);
  provider.Client.prototype.redirectUriAllowed = ofGateway;
  provider.Client.prototype.postLogoutRedirectUriAllowed = ofGateway;
  return provider;
};

interface Serving {
  readonly setting: RealmSetting;
  readonly base: string;
  readonly provider: Provider;
  readonly keys: () => RealmKeys['signing'];
}

const handle = async (
  { setting, base, provider, keys }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  // A page elsewhere whose name was made to lead to loopback does not know the realm's own name.
  if (`http://${request.headers.host}` !== base)
    return answerJson(response, 421, { error: 'misdirected_request' });
  const url = new URL(request.url ?? '/', base);
  if (!url.pathname.startsWith(`${setting.path}/`)) return answerJson(response, 404, { error: 'not_found' });
  const below = url.pathname.slice(setting.path.length);

  if (below.startsWith(`${OWN_PATHS.signIn}/`)) return signIn(setting, provider, request, response, url);
  if (below === OWN_PATHS.userinfo) return userinfo(setting, keys, request, response);
  if (below === OWN_PATHS.introspection) return introspection(setting, keys, request, response);
  // oidc-provider makes the addresses of its endpoints from where it is told that it is mounted.
  Object.assign(request, { url: `${below}${url.search}`, baseUrl: setting.path });
  return provider.callback()(request, response);
};
