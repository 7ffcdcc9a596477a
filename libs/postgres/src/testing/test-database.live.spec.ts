import { afterEach, describe, expect, it } from '@jest/globals';
import { openPool } from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';

const databases: TestDatabase[] = [];
const fresh = async (...args: Parameters<typeof testDatabase>): Promise<TestDatabase> => {
  const database = await testDatabase(...args);
  databases.push(database);
  return database;
};
const ask = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const pool = openPool(url, { name: 'spec', max: 1 });
  try {
    return (await pool.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await pool.end();
  }
};

describe('a database for a spec', () => {
  afterEach(async () => {
    await Promise.all(databases.splice(0).map((database) => database.drop()));
  });

  it('is reached as each of the login roles, none of which looks past row-level security', async () => {
    const { ownerUrl, projectorUrl, gatewayUrl } = await fresh();
    const sql = `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS powers FROM pg_roles WHERE rolname = current_user`;
    expect(await Promise.all([ownerUrl, projectorUrl, gatewayUrl].map((url) => ask(url, sql)))).toEqual([
      [{ rolname: 'alongside_owner', powers: false }],
      [{ rolname: 'alongside_projector', powers: false }],
      [{ rolname: 'alongside_gateway', powers: false }],
    ]);
  });
  it('lets the owner alone make schemas', async () => {
    const { ownerUrl, projectorUrl, gatewayUrl } = await fresh();
    await ask(ownerUrl, 'CREATE SCHEMA toy');
    await expect(ask(projectorUrl, 'CREATE SCHEMA other')).rejects.toThrow('permission denied');
    await expect(ask(gatewayUrl, 'CREATE SCHEMA other')).rejects.toThrow('permission denied');
    await expect(ask(gatewayUrl, 'CREATE TEMPORARY TABLE other ()')).rejects.toThrow('permission denied');
  });
  it('comes with what its template holds, which is prepared once', async () => {
    let prepared = 0;
    const template = {
      key: `spec_${process.pid}`,
      prepare: async ({ ownerUrl }: { readonly ownerUrl: string }) => {
        prepared += 1;
        await ask(ownerUrl, 'CREATE TABLE public.ready AS SELECT 1 AS one');
      },
    };
    const [first, second] = await Promise.all([fresh(template), fresh(template)]);
    expect(await ask(first.ownerUrl, 'SELECT * FROM ready')).toEqual([{ one: 1 }]);
    expect(await ask(second.ownerUrl, 'SELECT * FROM ready')).toEqual([{ one: 1 }]);
    expect(prepared).toBe(1);
  });
  it('is another one each time', async () => {
    const [first, second] = await Promise.all([fresh(), fresh()]);
    await ask(first.ownerUrl, 'CREATE SCHEMA toy');
    expect(await ask(second.ownerUrl, `SELECT 1 FROM pg_namespace WHERE nspname = 'toy'`)).toEqual([]);
  });
  it('is gone once dropped, whoever is still connected', async () => {
    const database = await fresh();
    const pool = openPool(database.gatewayUrl, { name: 'spec', max: 1 });
    await pool.query('SELECT 1');
    await database.drop();
    await expect(pool.query('SELECT 1')).rejects.toThrow();
    await pool.end();
  });
});
