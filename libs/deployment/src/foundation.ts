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
import { prepareReadModels } from '@alongside/read-models';
import type { Configuration } from './configuration.js';
import { catalogues, projections } from './contexts.js';
import { announceRunning, findRunning } from './running.js';

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
  attach: boolean,
): Promise<{ readonly urls: DatabaseUrls; readonly stop: () => Promise<void> }> => {
  const { database, home, postgresPort } = configuration;
  if (database)
    return {
      urls: { ownerUrl: database.owner, projectorUrl: database.projector, gatewayUrl: database.gateway },
      stop: async () => undefined,
    };
  const running = attach ? await findRunning(home) : undefined;
  if (running) return { urls: running.urls, stop: async () => undefined };
  const server = await startEmbeddedPostgres({
    dataFolder: join(home, 'postgres'),
    home,
    port: postgresPort,
  });
  try {
    const urls = await prepareDatabase(server.adminUrl, { database: 'alongside' });
    const withdraw = await announceRunning(home, urls);
    return { urls, stop: () => withdraw().finally(() => server.stop()) };
  } catch (error) {
    await server.stop();
    throw error;
  }
};

/** Tables, rights and policies as this version of the program has them. Any number of processes may do so at once. */
export const prepareTables = async ({ ownerUrl }: Pick<DatabaseUrls, 'ownerUrl'>): Promise<void> => {
  await installPostgresEventStore(ownerUrl, { writers: [GATEWAY, PROJECTOR] });
  await prepareReadModels(ownerUrl, projections);
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
 * Opens what a process stands on, from its configuration alone, and prepares what is missing. With `attach`, the
 * embedded server of a program that runs already is used; without, there must be none.
 * @throws errors with words for whoever starts the program
 */
export const openFoundation = async (
  configuration: Configuration,
  { attach = false }: { readonly attach?: boolean } = {},
): Promise<Foundation> => {
  const { urls, stop } = await openDatabase(configuration, attach);
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
