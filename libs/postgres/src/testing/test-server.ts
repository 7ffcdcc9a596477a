import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftover } from '../embedded/cluster.js';
import { EmbeddedPostgresError } from '../embedded/embedded-postgres.error.js';
import { livingOwner } from '../embedded/ownership.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { prepareDatabase } from '../prepare-database.js';

const PREFIX = 'alongside-test-';

/** A server that gives up durability for speed: what it holds is thrown away with it. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
};

/** A port of 127.0.0.1 that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A new folder that a server started by root can be kept in, and the way to delete it. */
export const testFolder = async (): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> => {
  const path = await mkdtemp(join(tmpdir(), PREFIX));
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

/** Servers and folders of test runs that were killed. */
const clearEndedRuns = async (): Promise<void> => {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const folder = join(tmpdir(), name);
    const owner = await readFile(join(folder, 'owner'), 'utf8').catch(() => undefined);
    if (owner === undefined || (await livingOwner(owner)) !== undefined) continue;
    await endLeftover(join(folder, 'cluster'), () => undefined).catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
};

/** Starts the server that the specs of one run share, with the login roles. `stop` deletes everything. */
export const startTestServer = async (): Promise<{
  readonly adminUrl: string;
  readonly stop: () => Promise<void>;
}> => {
  await clearEndedRuns();
  const folder = await testFolder();
  const server = await startSomewhere(folder.path);
  await prepareDatabase(server.adminUrl, { database: `roles_${randomUUID().slice(0, 8)}` });
  return {
    adminUrl: server.adminUrl,
    stop: async () => {
      await server.stop();
      await folder.remove();
    },
  };
};

const startSomewhere = async (dataFolder: string): Promise<EmbeddedPostgres> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startEmbeddedPostgres({ dataFolder, port: await freePort(), settings });
    } catch (error) {
      const taken = error instanceof EmbeddedPostgresError && error.fault === 'PortTaken';
      if (!taken || attempt === 5) throw error;
    }
  }
};
