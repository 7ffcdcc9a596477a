import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPool } from '@alongside/postgres';
import { testDatabase, testFolder, type TestDatabase } from '@alongside/postgres/testing';
import { historyProjection, tableFaults } from '@alongside/projections';
import { migrate, MigrationFailed, missingSql, readModels } from '@alongside/read-models';

let database: TestDatabase;
let folder: Awaited<ReturnType<typeof testFolder>>;

const write = async (name: string, sql: string): Promise<void> => {
  await mkdir(join(folder.path, name), { recursive: true });
  await writeFile(join(folder.path, name, 'migration.sql'), sql);
};
const ask = async (sql: string): Promise<readonly Record<string, unknown>[]> => {
  const pool = openPool(database.ownerUrl, { name: 'spec', max: 1 });
  return (await pool.query<Record<string, unknown>>(sql).finally(() => pool.end())).rows;
};

beforeEach(async () => {
  database = await testDatabase();
  folder = await testFolder();
  await writeFile(join(folder.path, 'migration_lock.toml'), 'provider = "postgresql"\n');
});
afterEach(async () => {
  await database.drop();
  await folder.remove();
});

describe('migrating', () => {
  it('applies what is missing, in order, and keeps Prisma’s books', async () => {
    await write('20260101000000_first', 'CREATE SCHEMA toy; CREATE TABLE toy.post (id uuid PRIMARY KEY);');
    expect(await migrate(database.ownerUrl, folder.path)).toEqual(['20260101000000_first']);
    await write(
      '20260102000000_second',
      `ALTER TABLE toy.post ADD COLUMN title text DEFAULT ';';
       CREATE FUNCTION toy.one() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;`,
    );
    expect(await migrate(database.ownerUrl, folder.path)).toEqual(['20260102000000_second']);
    expect(await migrate(database.ownerUrl, folder.path)).toEqual([]);
    const applied = await ask(
      'SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY 1',
    );
    expect(applied).toEqual([
      { migration_name: '20260101000000_first', applied_steps_count: 1, finished: true },
      { migration_name: '20260102000000_second', applied_steps_count: 1, finished: true },
    ]);
  });
  it('may be done by several processes at once', async () => {
    await write(
      '20260101000000_first',
      'CREATE SCHEMA toy; SELECT pg_sleep(0.2); CREATE TABLE toy.post (id uuid PRIMARY KEY);',
    );
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, folder.path)));
    expect(results.flat()).toEqual(['20260101000000_first']);
  });
  it('leaves no timer behind that a program would wait for', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    await migrate(database.ownerUrl, folder.path);
    expect(timers()).toBeLessThanOrEqual(before);
  });
  it('leaves nothing of a migration that fails, and does nothing more until that is resolved', async () => {
    await write('20260101000000_broken', 'CREATE SCHEMA toy; SELECT 1 / 0;');
    await expect(migrate(database.ownerUrl, folder.path)).rejects.toThrow(MigrationFailed);
    expect(await ask(`SELECT 1 FROM pg_namespace WHERE nspname = 'toy'`)).toEqual([]);
    await expect(migrate(database.ownerUrl, folder.path)).rejects.toThrow('20260101000000_broken');
  });
});

describe('the models of the read tables', () => {
  it('are what the migrations make', async () => {
    await migrate(database.ownerUrl);
    expect(await missingSql(database.ownerUrl, await readModels())).toBe('');
  });
  it('say what a database lacks', async () => {
    const sql = await missingSql(database.ownerUrl, await readModels());
    expect(sql).toContain('CREATE TABLE "history"."fact"');
    await ask(sql);
    expect(await missingSql(database.ownerUrl, await readModels())).toBe('');
    await ask('ALTER TABLE history.fact DROP COLUMN stream');
    expect(await missingSql(database.ownerUrl, await readModels())).toContain(
      'ADD COLUMN     "stream" TEXT NOT NULL',
    );
  });
  it('hold the columns that the history writes', async () => {
    await ask(await missingSql(database.ownerUrl, await readModels()));
    const pool = openPool(database.ownerUrl, { name: 'spec', max: 1 });
    const client = await pool.connect();
    const faults = await tableFaults(client, [historyProjection([])]);
    client.release();
    await pool.end();
    expect(faults).toEqual([]);
  });
});
