import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Extent } from '@alongside/demonstration';
import {
  openClientKeys,
  openRecord,
  prepareTables,
  projections,
  readConfiguration,
  type Foundation,
} from '@alongside/deployment';
import { openGateway, type GatewayGiven } from '@alongside/gateway';
import {
  demonstrationSubject,
  startDevelopmentRealm,
  type DevAccount,
  type DevelopmentRealm,
} from '@alongside/identity/development-realm';
import type { Uuid } from '@alongside/kernel';
import { openPool, type DatabaseUrls } from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import { waitFor } from '@alongside/projections';
import { startProjector, type RunningProjector } from '@alongside/projector';
import { demonstrationAccounts, keySetOf } from '../../apps/cli/src/accounts.js';
import { DEVELOPMENT_ISSUER, tellDemonstration } from '../../apps/cli/src/demonstration.js';

/** An answer as a client gets it. */
export interface ProgramAnswer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as JSON
  readonly body: any;
}

/** Asks the graph; headers come beside those of any client that speaks JSON. */
export type Ask = (
  query: string,
  variables?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<ProgramAnswer>;

export interface ProgramGiven extends GatewayGiven {
  /** What the record holds from the start; nothing unless said. */
  readonly extent?: Extent | 'none';
  /** Peer workers, about, of the extent `everything`. */
  readonly people?: number;
  readonly production?: boolean;
  readonly logLevel?: 'debug' | 'info' | 'error' | 'silent';
}

/** The whole program in this process, on a database and keys of its own. */
export interface Program {
  readonly url: string;
  readonly issuer: string;
  readonly database: TestDatabase;
  readonly foundation: Foundation;
  readonly projector: RunningProjector;
  readonly realm: DevelopmentRealm;
  /** Somebody with a token of the realm; null for somebody without one. */
  readonly as: (personId: Uuid | null) => Ask;
  /** A token of the realm, the same each time; good for a quarter of an hour. */
  readonly tokenOf: (personId: Uuid) => Promise<string>;
  /** Waits until the read models show everything that is recorded. */
  readonly caughtUp: () => Promise<void>;
  /** Stops the gateway alone, as it stops when the program does. */
  readonly closeGateway: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const quiet = { info: () => undefined, warn: () => undefined };

/** Closes what was opened, last first, and whatever fails on the way. */
const closing = () => {
  const open: (() => Promise<unknown>)[] = [];
  return {
    add: (close: () => Promise<unknown>): void => void open.push(close),
    all: async (): Promise<void> => {
      const failures: unknown[] = [];
      for (const close of open.splice(0).reverse())
        await close().catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  };
};

/** Starts every part on free ports. For specs: nothing of it outlives `close`. */
export const startProgram = async (given: ProgramGiven = {}): Promise<Program> => {
  const closers = closing();
  try {
    return await opened(given, closers);
  } catch (error) {
    await closers.all().catch(() => undefined);
    throw error;
  }
};

const opened = async (
  { extent = 'none', people = 20, production = false, logLevel = 'silent', ...gatewayGiven }: ProgramGiven,
  closers: ReturnType<typeof closing>,
): Promise<Program> => {
  const home = await mkdtemp(join(tmpdir(), 'alongside-program-'));
  closers.add(() => rm(home, { recursive: true, force: true }));
  const configuration = {
    ...readConfiguration({ ALONGSIDE_HOME: home, LOG_LEVEL: logLevel }),
    production,
    port: 0,
  };
  const database = await testDatabase({ key: 'deployment', prepare: prepareTables });
  closers.add(database.drop);
  const record = await openRecord(database, configuration);
  closers.add(record.close);
  const foundation: Foundation = { urls: database, ...record };

  if (extent !== 'none') await tellDemonstration({ home, foundation, asked: { people, extent } });
  const projector = startProjector(foundation, quiet);
  closers.add(projector.close);
  projector.startProcessManagers();

  const { realm, tokenOf } = await openRealm(database, closers.add);
  const gateway = await openGateway(
    configuration,
    foundation,
    { issuer: realm.issuer, knownAs: DEVELOPMENT_ISSUER },
    gatewayGiven,
  );
  let closed: Promise<void> | undefined;
  const closeGateway = () => (closed ??= gateway.close());
  closers.add(closeGateway);

  const caughtUp = async (): Promise<void> => {
    const pool = openPool(database.gatewayUrl, { name: 'spec', max: 1 });
    try {
      const names = projections.map(({ name }) => name);
      const reached = await waitFor(pool, names, await foundation.store.head(), 60_000);
      if (reached !== 'reached') throw new Error('The read models did not catch up within a minute.');
    } finally {
      await pool.end();
    }
  };
  if (extent !== 'none') await caughtUp();

  return {
    url: gateway.url,
    issuer: realm.issuer,
    database,
    foundation,
    projector,
    realm,
    tokenOf,
    as: (personId) => asking(gateway.url, personId === null ? undefined : () => tokenOf(personId)),
    caughtUp,
    closeGateway,
    close: closers.all,
  };
};

/** A realm that knows the people of the demonstration, and whoever a token is asked for. */
const openRealm = async (
  { projectorUrl, gatewayUrl }: DatabaseUrls,
  close: (close: () => Promise<unknown>) => void,
) => {
  const demonstration = demonstrationAccounts(projectorUrl);
  close(demonstration.close);
  const clientKeys = openClientKeys(gatewayUrl);
  close(clientKeys.close);
  const asked = new Map<string, DevAccount>();
  const tokens = new Map<Uuid, Promise<string>>();
  const realm = await startDevelopmentRealm({
    port: 0,
    accounts: async () => [...asked.values(), ...(await demonstration.list())],
    integrationClients: keySetOf(clientKeys),
    gatewayOrigins: [],
  });
  close(realm.close);
  return {
    realm,
    tokenOf: (personId: Uuid): Promise<string> => {
      const before = tokens.get(personId);
      if (before) return before;
      const sub = demonstrationSubject(personId);
      asked.set(sub, { sub, name: personId, description: 'Of a spec.' });
      const token = realm.mint(sub, { lifetimeSeconds: 900 });
      tokens.set(personId, token);
      return token;
    },
  };
};

const asking =
  (url: string, tokenOf?: () => Promise<string>): Ask =>
  async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(tokenOf ? { authorization: `Bearer ${await tokenOf()}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  };
