// One PostgreSQL server for all specs of a run; `testDatabase()` gives each its own database on it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const newest = (folder) =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  );

/** A run of one spec file need not have built the program first. */
const buildIfStale = () => {
  const built = join(root, 'libs/postgres/dist/tsconfig.tsbuildinfo');
  if (existsSync(built) && statSync(built).mtimeMs > newest(join(root, 'libs/postgres/src'))) return;
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'libs/postgres'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('libs/postgres does not compile, and the live specs need its server.');
};

export default async () => {
  buildIfStale();
  const { startTestServer, TEST_SERVER_VARIABLE } = await import('@alongside/postgres/testing');
  const server = await startTestServer();
  process.env[TEST_SERVER_VARIABLE] = server.adminUrl;
  globalThis.stopTestServer = server.stop;
};
