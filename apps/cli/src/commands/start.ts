import { join } from 'node:path';
import { openClientKeys, openFoundation, type Configuration } from '@alongside/deployment';
import { openGateway } from '@alongside/gateway';
import { startDevelopmentRealm } from '@alongside/identity/development-realm';
import { projectionsHealth } from '@alongside/projections';
import { openPool, type DatabaseUrls } from '@alongside/postgres';
import { startProjector } from '@alongside/projector';
import { demonstrationAccounts, keySetOf } from '../accounts.js';
import type { Output } from '../console.js';
import { DEVELOPMENT_ISSUER, tellDemonstration } from '../demonstration.js';
import type { Extent } from '@alongside/demonstration';

export interface StartOptions {
  readonly demonstration: Extent | 'none';
  readonly people: number;
  readonly signal: AbortSignal;
}

type Close = () => Promise<void>;

/** Closes what was opened, last first, whatever fails on the way. */
const closing = () => {
  const open: Close[] = [];
  return {
    add: (close: Close): void => void open.push(close),
    all: async (): Promise<void> => {
      for (const close of open.reverse()) await close().catch(() => undefined);
    },
  };
};

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Runs every part in this process until the signal, then stops them in order. */
export const start = async (
  configuration: Configuration,
  options: StartOptions,
  output: Output,
): Promise<void> => {
  const began = performance.now();
  const closers = closing();
  try {
    output.say('Starting Alongside …');
    const foundation = await openFoundation(configuration);
    closers.add(foundation.close);
    const projector = startProjector(foundation, {
      info: () => undefined,
      warn: (message, details) => output.say(`${message} ${JSON.stringify(details ?? {})}`),
    });
    closers.add(projector.close);
    const signIn = await openSignIn(configuration, foundation.urls, closers.add);
    const gateway = await openGateway(configuration, foundation, signIn);
    closers.add(gateway.close);
    output.say(`Ready after ${seconds(began)}.`);

    if (options.demonstration !== 'none' && !configuration.keycloak) {
      const bar = output.progress('Telling the demonstration');
      const told = await tellDemonstration({
        home: configuration.home,
        foundation,
        asked: { people: options.people, extent: options.demonstration },
        onProgress: bar.to,
        signal: options.signal,
      });
      bar.end();
      if (told)
        output.say(
          `The demonstration is told: ${told.commands} commands, ${seconds(began)} after the start.`,
        );
    }
    projector.startProcessManagers();
    await caughtUp(foundation.urls.gatewayUrl, await foundation.store.head(), options.signal);
    output.answer(
      { url: gateway.url, issuer: signIn.issuer, home: configuration.home },
      welcome(gateway.url, signIn.issuer, configuration, began),
    );
    await stopped(options.signal);
    output.say('Stopping …');
  } catch (error) {
    if (!options.signal.aborted) throw error;
  } finally {
    await closers.all();
  }
};

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const openSignIn = async (
  configuration: Configuration,
  { projectorUrl, gatewayUrl }: DatabaseUrls,
  close: (close: Close) => void,
) => {
  if (configuration.keycloak)
    return { issuer: `${configuration.keycloak.url}/realms/${configuration.keycloak.realm}` };
  const accounts = demonstrationAccounts(projectorUrl);
  close(accounts.close);
  const clientKeys = openClientKeys(gatewayUrl);
  close(clientKeys.close);
  const realm = await startDevelopmentRealm({
    port: configuration.realmPort,
    accounts: accounts.list,
    integrationClients: keySetOf(clientKeys),
    gatewayOrigins: [`http://127.0.0.1:${configuration.port}`],
    dataFolder: join(configuration.home, 'realm'),
  });
  close(realm.close);
  return { issuer: realm.issuer, knownAs: DEVELOPMENT_ISSUER };
};

const caughtUp = async (gatewayUrl: string, head: string, signal: AbortSignal): Promise<void> => {
  const pool = openPool(gatewayUrl, { name: 'alongside start', max: 1 });
  try {
    for (const end = Date.now() + 60_000; Date.now() < end && !signal.aborted;) {
      if ((await projectionsHealth(pool)).position >= head) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await pool.end();
  }
};

const welcome = (url: string, issuer: string, { home, keycloak }: Configuration, began: number): string => `
Alongside runs (${seconds(began)}).

  Sign in and try the graph   ${url}/
  The graph                   ${url}/graphql
  Health                      ${url}/readyz
  Sign-in realm               ${issuer}
  Data                        ${home}
${
  keycloak
    ? ''
    : `
Sign in as anybody of the demonstration: leads, HR, supervisors and peer workers are listed on the sign-in page.
For a script: npx alongside token "framework lead sussex"
`
}
Ctrl-C stops everything.`;
