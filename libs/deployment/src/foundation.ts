import pg from 'pg';
import { join } from 'node:path';
import {
  installPostgresEventStore,
  openEventStoreDb,
  openPostgresEventStore,
  type EventCodec,
  type EventStore,
  type Writing,
} from '@alongside/event-store';
import {
  GATEWAY,
  prepareDatabase,
  PROJECTOR,
  startEmbeddedPostgres,
  type DatabaseUrls,
} from '@alongside/postgres';
import {
  createEventCodec,
  openFileKeyStore,
  openMasterKey,
  type KeyStore,
  type ValueOpener,
} from '@alongside/privacy';
import { installRuntime } from '@alongside/projections';
import { applyRowLevelSecurity, migrate } from '@alongside/read-models';
import type { Configuration } from './configuration.js';
import { catalogues, projections } from './contexts.js';

/** What every process of the program stands on. */
export interface Foundation {
  readonly urls: DatabaseUrls;
  readonly store: EventStore;
  readonly codec: EventCodec & ValueOpener;
  readonly keys: KeyStore;
  /** Names logins in the record. */
  readonly loginKey: Buffer;
  readonly writing: Writing;
  readonly close: () => Promise<void>;
}

export const systemClock = (): string => new Date().toISOString();

/** The database: our own server where none is configured. Roles and the database itself are made only there. */
const openDatabase = async (
  configuration: Configuration,
): Promise<{ readonly urls: DatabaseUrls; readonly stop: () => Promise<void> }> => {
  const { database, home, postgresPort } = configuration;
  if (database)
    return {
      urls: { ownerUrl: database.owner, projectorUrl: database.projector, gatewayUrl: database.gateway },
      stop: async () => undefined,
    };
  const server = await startEmbeddedPostgres({ dataFolder: join(home, 'postgres'), port: postgresPort });
  return {
    urls: await prepareDatabase(server.adminUrl, { database: 'alongside' }),
    stop: () => server.stop(),
  };
};

/** Tables, rights and policies as this version of the program has them. Any number of processes may do so at once. */
export const prepareTables = async ({ ownerUrl }: Pick<DatabaseUrls, 'ownerUrl'>): Promise<void> => {
  await installPostgresEventStore(ownerUrl, { writers: [GATEWAY, PROJECTOR] });
  await migrate(ownerUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await installRuntime(owner);
  } finally {
    await owner.end();
  }
  await applyRowLevelSecurity(ownerUrl, projections);
};

/** The log, and the keys of what is sealed in it. */
export const openRecord = async (
  urls: DatabaseUrls,
  configuration: Pick<Configuration, 'eventStoreUrl' | 'masterKeyFile' | 'keysFile' | 'environment'>,
): Promise<Omit<Foundation, 'urls'>> => {
  const master = await openMasterKey(configuration.masterKeyFile, configuration.environment);
  const keys = await openFileKeyStore(configuration.keysFile, master);
  const codec = createEventCodec({ catalogues, keys, hashKey: master.derive('commands') });
  const store = configuration.eventStoreUrl
    ? openEventStoreDb({ connectionString: configuration.eventStoreUrl })
    : await openPostgresEventStore({ connectionString: urls.gatewayUrl });
  return {
    store,
    codec,
    keys,
    loginKey: master.derive('logins'),
    writing: { store, codec, clock: systemClock },
    close: async () => {
      await store.close();
      await keys.close();
    },
  };
};

/**
 * Opens what a process stands on, from its configuration alone, and prepares what is missing.
 * @throws errors with words for whoever starts the program
 */
export const openFoundation = async (configuration: Configuration): Promise<Foundation> => {
  const { urls, stop } = await openDatabase(configuration);
  try {
    await prepareTables(urls);
    const record = await openRecord(urls, configuration);
    return {
      urls,
      ...record,
      close: async () => {
        await record.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
