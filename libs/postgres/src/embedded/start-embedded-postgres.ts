import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ADMIN, endLeftover, ensureCluster } from './cluster.js';
import { openDataFolder, passwordOf, type DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { claimFolder } from './ownership.js';
import { installedServer, serverFiles, type ServerFiles } from './server-files.js';
import { portTaken, startServer, type RunningServer, type ServerSettings } from './server.js';

export interface EmbeddedPostgresOptions {
  /** Holds the data, the password and the mark of who runs the server. Made where it is missing. */
  readonly dataFolder: string;
  /**
   * A folder of the program's own around the data folder. Where the user that the server must run as cannot pass
   * through it, it is opened for passing (not for listing) rather than keeping the data elsewhere.
   */
  readonly home?: string;
  readonly port?: number;
  /** Lines of the server's log, and what the start has to say. */
  readonly onLog?: (line: string) => void;
  /** Settings of the server beside or instead of our own, as `postgresql.conf` names them. */
  readonly settings?: ServerSettings;
}

export interface EmbeddedPostgres {
  /** URL of the superuser. The program never works as that user: see `prepareDatabase`. */
  readonly adminUrl: string;
  /** The folder held no data before this start. */
  readonly fresh: boolean;
  /** The id of the server's process; another one after it died and was started anew. */
  pid(): number;
  /** Stops the server after what it was doing is written down. When this settles no process of it is left. */
  stop(): Promise<void>;
}

export const DEFAULT_POSTGRES_PORT = 4032;

/**
 * Starts a PostgreSQL server of our own on 127.0.0.1, making its data on the first start. What a killed program left
 * running on the same folder is stopped first; a server that dies is started again.
 * @throws EmbeddedPostgresError with words for the person who starts the program
 */
export const startEmbeddedPostgres = async ({
  dataFolder,
  home,
  port = DEFAULT_POSTGRES_PORT,
  onLog = () => undefined,
  settings = {},
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const folder = await openDataFolder(resolve(dataFolder), home === undefined ? undefined : resolve(home));
  const release = await claimFolder(folder.owner);
  try {
    const files = await serverFiles(folder.home, folder.user, await installedServer());
    await endLeftover(folder.cluster, onLog);
    await assertFree(port);
    const password = await passwordOf(folder);
    const fresh = await ensureCluster(folder, files, password);
    const start = () => startWhenFree(folder, files, port, settings, onLog);
    const keeper = keepRunning(await start(), start, folder, onLog);
    return {
      adminUrl: `postgres://${ADMIN}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
      fresh,
      pid: keeper.pid,
      stop: async () => {
        await keeper.stop();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
};

const assertFree = (port: number): Promise<void> =>
  new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', (cause) => taken(portTaken(port, cause)));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => free()));
  });

/**
 * When a server was killed its workers end by themselves a moment later, and until then hold its shared memory.
 * @see https://www.postgresql.org/docs/18/server-start.html#SERVER-START-FAILURES
 */
const startWhenFree = async (
  folder: DataFolder,
  files: ServerFiles,
  port: number,
  settings: ServerSettings,
  onLog: (line: string) => void,
): Promise<RunningServer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startServer(folder, files, port, settings, onLog);
    } catch (error) {
      const held =
        error instanceof EmbeddedPostgresError && error.message.includes('pre-existing shared memory');
      if (!held || attempt === 60) throw error;
      await pause(250);
    }
  }
};

interface Keeper {
  readonly pid: () => number;
  readonly stop: () => Promise<void>;
}

const RESTART_PAUSES_MS = [0, 250, 1_000, 5_000];

const keepRunning = (
  first: RunningServer,
  start: () => Promise<RunningServer>,
  { cluster }: DataFolder,
  onLog: (line: string) => void,
): Keeper => {
  let server = first;
  const stopping = new AbortController();
  const restart = async (): Promise<void> => {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      const delay = RESTART_PAUSES_MS[Math.min(attempt, RESTART_PAUSES_MS.length - 1)]!;
      await pause(delay, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        await endLeftover(cluster, onLog);
        server = await start();
        return;
      } catch (error) {
        onLog(`PostgreSQL could not be started again: ${(error as Error).message}`);
      }
    }
  };
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await server.ended;
      if (stopping.signal.aborted) return;
      onLog('PostgreSQL ended unexpectedly; it is started again.');
      await restart();
    }
  };
  const watching = watch();
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopping.abort();
    await server.stop();
    await watching;
    // A restart that was under way when the stop was asked for may have brought up another server.
    await server.stop();
  };
  return { pid: () => server.pid, stop: () => (stopped ??= stop()) };
};
