import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPool, prepareDatabase } from '@alongside/postgres';
import { startTestServer } from '@alongside/postgres/testing';

const ask = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const pool = openPool(url, { name: 'spec', max: 1 });
  try {
    return (await pool.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await pool.end();
  }
};
const me = [{ role: 'alongside_gateway' }];

describe('preparing a database', () => {
  // Roles belong to the whole server: these specs change them, so they have one of their own.
  let server: Awaited<ReturnType<typeof startTestServer>>;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());
  const name = (): string => `prepared_${randomUUID().slice(0, 8)}`;

  it('can be done by several at once and again, with the same URLs', async () => {
    const database = name();
    const urls = await Promise.all([1, 2, 3].map(() => prepareDatabase(server.adminUrl, { database })));
    expect(urls).toEqual(urls.map(() => urls[0]));
    expect(await ask(urls[0]!.gatewayUrl, 'SELECT current_user AS role')).toEqual(me);
  });
  it('takes away powers that somebody gave the roles', async () => {
    const database = name();
    await ask(server.adminUrl, 'ALTER ROLE alongside_gateway SUPERUSER BYPASSRLS');
    const { gatewayUrl } = await prepareDatabase(server.adminUrl, { database });
    const sql = 'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user';
    expect(await ask(gatewayUrl, sql)).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });
  it('keeps other users of the server out', async () => {
    const database = name();
    await prepareDatabase(server.adminUrl, { database });
    await ask(server.adminUrl, `CREATE ROLE stranger LOGIN PASSWORD 'stranger'`);
    const url = new URL(server.adminUrl);
    Object.assign(url, { username: 'stranger', password: 'stranger', pathname: `/${database}` });
    await expect(ask(url.toString(), 'SELECT 1')).rejects.toThrow('permission denied for database');
  });
  it('works for an administrator who is no superuser, with passwords of one’s own', async () => {
    await ask(server.adminUrl, `CREATE ROLE managed LOGIN CREATEROLE CREATEDB PASSWORD 'managed'`);
    for (const role of ['owner', 'projector', 'gateway'])
      await ask(server.adminUrl, `GRANT alongside_${role} TO managed WITH ADMIN OPTION`);
    const admin = new URL(server.adminUrl);
    Object.assign(admin, { username: 'managed', password: 'managed' });
    const plan = { database: name(), passwords: { alongside_gateway: 'p@ss/word ’' } };
    const { gatewayUrl } = await prepareDatabase(admin.toString(), plan);
    expect(await ask(gatewayUrl, 'SELECT current_user AS role')).toEqual(me);
  });
});
