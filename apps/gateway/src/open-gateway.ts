import {
  contextModules,
  openClientKeys,
  openRightsWatch,
  readModelActorLookup,
  type Configuration,
  type Foundation,
} from '@alongside/deployment';
import { createTokenVerifier, type TokenVerifier, type VerifiedToken } from '@alongside/identity';
import { openReadModels } from '@alongside/read-models';
import type { GatewayOptions, GatewayParts } from './gateway-parts.js';
import { healthOf } from './health.js';
import { readGateOf } from './read-gate.js';
import { standingOf } from './standing.js';
import { startGateway, type RunningGateway } from './start-gateway.js';

/** Where people sign in. */
export interface SignIn {
  /** The realm's URL as tokens say it. */
  readonly issuer: string;
  /** The name under which the record knows the issuer, where its URL may change. */
  readonly knownAs?: string;
}

/** What may differ from the whole program as it is configured. */
export type GatewayGiven = Partial<
  Pick<GatewayParts, 'contexts'> & Pick<GatewayOptions, 'logTo' | 'pointsPerMinute'>
>;

/** The realm of a name that stays, whatever port it runs on. */
const renaming = (verifier: TokenVerifier, issuer: string): TokenVerifier => {
  // The same token stays the same thing: what is known of its bearer is kept by it.
  const renamed = new WeakMap<VerifiedToken, VerifiedToken>();
  return {
    verify: async (bearer) => {
      const token = await verifier.verify(bearer);
      const again = renamed.get(token) ?? { ...token, issuer };
      renamed.set(token, again);
      return again;
    },
  };
};

/** Serves the graph over a foundation. */
export const openGateway = async (
  configuration: Configuration,
  foundation: Foundation,
  { issuer, knownAs }: SignIn,
  { contexts = contextModules, ...options }: GatewayGiven = {},
): Promise<RunningGateway> => {
  const { store, urls, writing, codec, loginKey } = foundation;
  const readModels = openReadModels(urls.gatewayUrl);
  const lookup = readModelActorLookup(readModels, writing, loginKey);
  const verifier = createTokenVerifier({
    issuer,
    audience: configuration.audience,
    // Which of an organisation's systems are registered, the record says when it is asked for their rights.
    knownClient: ({ client, serviceAccount }) =>
      lookup.isIntegrationClient(client) ? serviceAccount : configuration.clients.includes(client),
  });
  const rights = openRightsWatch(urls.gatewayUrl);
  const clientKeys = openClientKeys(urls.gatewayUrl);
  const parts: GatewayParts = {
    writing,
    readModels,
    opener: codec,
    loginKey,
    gate: readGateOf(readModels, store),
    verifier: knownAs ? renaming(verifier, knownAs) : verifier,
    lookup,
    rights,
    clientKeys,
    contexts,
    health: healthOf(readModels, foundation),
    standing: standingOf(readModels, store),
    signIn: { issuer, clientId: 'alongside-web' },
  };
  const close = async (): Promise<void> => {
    await rights.close();
    await clientKeys.close();
    await readModels.close();
  };
  try {
    const gateway = await startGateway(parts, { ...configuration, ...options });
    return { url: gateway.url, close: () => gateway.close().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
};
