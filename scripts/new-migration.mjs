// Writes the migration from what the migrations make to what the models say: node scripts/new-migration.mjs <name>
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const name = (process.argv[2] ?? '')
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, '_')
  .replace(/^_+|_+$/g, '');
if (!name) {
  console.error('Say what the migration does: node scripts/new-migration.mjs <name>');
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-b', 'libs/postgres', 'libs/read-models'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
if (status !== 0) process.exit(1);

const { startTestServer, testDatabase, TEST_SERVER_VARIABLE } = await import('@alongside/postgres/testing');
const { migrate, missingSql, readModels } = await import('@alongside/read-models');

const server = await startTestServer();
try {
  process.env[TEST_SERVER_VARIABLE] = server.adminUrl;
  const { ownerUrl } = await testDatabase();
  await migrate(ownerUrl);
  const sql = await missingSql(ownerUrl, await readModels());
  if (sql === '') {
    console.log('The migrations and the models agree. There is nothing to write.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join('libs/read-models/prisma/migrations', `${stamp}_${name}`);
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, 'migration.sql'), `${sql}\n`);
    // What was written must apply, and leave nothing to do.
    await migrate(ownerUrl);
    const left = await missingSql(ownerUrl, await readModels());
    console.log(
      left === ''
        ? `Wrote ${folder}/migration.sql`
        : `Wrote ${folder}/migration.sql, which leaves this to do:\n${left}`,
    );
    if (/\bDROP (TABLE|COLUMN)\b/.test(sql))
      console.log('It drops tables or columns: read it before you commit it.');
    process.exitCode = left === '' ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await server.stop();
}
