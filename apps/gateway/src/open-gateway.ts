import {
  contextModules,
  readModelActorLookup,
  type Configuration,
  type Foundation,
} from '@alongside/deployment';
import { createTokenVerifier, type TokenVerifier } from '@alongside/identity';
import { lagSeconds, projectionsHealth, waitFor } from '@alongside/projections';
import { openReadModels, type ReadModels } from '@alongside/read-models';
import type { GatewayParts, PartHealth } from './gateway-parts.js';
import { startGateway, type RunningGateway } from './start-gateway.js';

/** Where people sign in. */
export interface SignIn {
  /** The realm's URL as tokens say it. */
  readonly issuer: string;
  /** The name under which the record knows the issuer, where its URL may change. */
  readonly knownAs?: string;
}

const readGate = (readModels: ReadModels, foundation: Foundation): GatewayParts['gate'] => ({
  reached: async (projections, position) =>
    position > (await foundation.store.head()) ? 'beyond' : waitFor(readModels.pool, projections, position),
});

const checked = async (part: string, check: () => Promise<string>): Promise<PartHealth> => {
  try {
    return { part, ok: true, detail: await check() };
  } catch (error) {
    return { part, ok: false, detail: error instanceof Error ? error.message : 'It does not answer.' };
  }
};

const healthOf =
  (readModels: ReadModels, { store, keys }: Foundation): GatewayParts['health'] =>
  async () => {
    const [database, keyStore, log, projections] = await Promise.all([
      checked('PostgreSQL', async () => {
        await readModels.pool.query('SELECT 1');
        return 'It answers.';
      }),
      keys.health().then(({ ok, detail }) => ({ part: 'key store', ok, detail })),
      store.health().then(({ ok, detail }) => ({ part: 'event store', ok, detail })),
      checked('projections', async () => {
        const health = await projectionsHealth(readModels.pool);
        if (health.parked.length > 0)
          throw new Error(
            `${health.parked.length} streams wait with an event that a projection cannot apply: ${[...new Set(health.parked.map(({ projection }) => projection))].join(', ')}. See \`alongside doctor\`.`,
          );
        return `${lagSeconds(health, await store.head(), new Date().toISOString())} seconds behind.`;
      }),
    ]);
    return { ready: [database, keyStore], noted: [log, projections] };
  };

const lagOf =
  (readModels: ReadModels, { store }: Foundation): GatewayParts['lag'] =>
  async () => {
    const health = await projectionsHealth(readModels.pool);
    return { all: lagSeconds(health, await store.head(), new Date().toISOString()) };
  };

/** The realm of a name that stays, whatever port it runs on. */
const renaming = (verifier: TokenVerifier, issuer: string): TokenVerifier => ({
  ...verifier,
  verify: async (bearer) => ({ ...(await verifier.verify(bearer)), issuer }),
});

/** Serves the graph over a foundation. */
export const openGateway = async (
  configuration: Configuration,
  foundation: Foundation,
  { issuer, knownAs }: SignIn,
): Promise<RunningGateway> => {
  const readModels = openReadModels(foundation.urls.gatewayUrl);
  const verifier = createTokenVerifier({
    issuer,
    audience: configuration.audience,
    clients: () => configuration.clients,
  });
  const parts: GatewayParts = {
    writing: foundation.writing,
    readModels,
    opener: foundation.codec,
    loginKey: foundation.loginKey,
    gate: readGate(readModels, foundation),
    verifier: knownAs ? renaming(verifier, knownAs) : verifier,
    lookup: readModelActorLookup(readModels, foundation.store, foundation.loginKey),
    contexts: contextModules,
    health: healthOf(readModels, foundation),
    lag: lagOf(readModels, foundation),
    signIn: { issuer, clientId: 'alongside-web' },
  };
  try {
    const gateway = await startGateway(parts, configuration);
    return { url: gateway.url, close: () => gateway.close().finally(() => readModels.close()) };
  } catch (error) {
    await readModels.close();
    throw error;
  }
};
