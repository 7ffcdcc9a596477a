import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import {
  emptyScope,
  openPool,
  scopedArrays,
  scopedQuery,
  scopeStatement,
  type ReadScope,
} from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';

const sussex = uuid5('Sussex');
const wessex = uuid5('Wessex');
const member = (organisation: string): ReadScope => ({
  ...emptyScope,
  person: uuid5('reader'),
  organisations: { ...emptyScope.organisations, C2: [organisation] },
});

let database: TestDatabase;
let pool: ReturnType<typeof openPool>;

beforeAll(async () => {
  database = await testDatabase();
  const owner = openPool(database.ownerUrl, { name: 'spec' });
  await owner.query(`
    CREATE SCHEMA toy;
    CREATE TABLE toy.post (organisation_id uuid NOT NULL, title text NOT NULL, opened_on date NOT NULL,
      recorded_at timestamptz(3) NOT NULL, size bigint NOT NULL);
    INSERT INTO toy.post VALUES ('${sussex}', 'Sussex post', '2026-03-29', '2026-03-29T00:30:00.250Z', 7),
      ('${wessex}', 'Wessex post', '2026-03-29', '2026-03-29T00:30:00Z', 8);
    ALTER TABLE toy.post ENABLE ROW LEVEL SECURITY;
    ALTER TABLE toy.post FORCE ROW LEVEL SECURITY;
    CREATE POLICY read ON toy.post FOR SELECT TO alongside_gateway USING (organisation_id = ANY (
      (SELECT string_to_array(current_setting('alongside.organisations_c2', true), ',')::uuid[])::uuid[]));
    GRANT USAGE ON SCHEMA toy TO alongside_gateway;
    GRANT SELECT ON toy.post TO alongside_gateway;`);
  await owner.end();
  pool = openPool(database.gatewayUrl, { name: 'spec', max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const titles = (scope: ReadScope) =>
  scopedArrays<[string]>(pool, scope, { name: 'titles', text: 'SELECT title FROM toy.post' });

describe('reading under a scope', () => {
  it('sees the rows of the scope and no others', async () => {
    expect(await titles(member(sussex))).toEqual([['Sussex post']]);
    expect(await titles(member(wessex))).toEqual([['Wessex post']]);
  });
  it('sees nothing with an empty scope, whoever read before on the same connection', async () => {
    await titles(member(sussex));
    expect(await titles(emptyScope)).toEqual([]);
  });
  it('leaves no scope behind for a statement that comes without one', async () => {
    await titles(member(sussex));
    expect((await pool.query('SELECT title FROM toy.post')).rows).toEqual([]);
  });
  it('gives many readers at once their own rows', async () => {
    const reads = Array.from({ length: 200 }, (_, index) => titles(member(index % 2 ? sussex : wessex)));
    const expected = Array.from({ length: 200 }, (_, index) => [[index % 2 ? 'Sussex post' : 'Wessex post']]);
    expect(await Promise.all(reads)).toEqual(expected);
  });
  it('refuses the statement when the scope cannot be set, and goes on with the next reader', async () => {
    await titles(member(sussex));
    const client = await pool.connect();
    const before = scopeStatement(member(sussex));
    const broken = {
      ...before,
      name: 'broken',
      text: before.text.replace("'alongside.person'", "'not a setting'"),
    };
    const outcomes = await Promise.allSettled([
      client.query('BEGIN'),
      client.query(broken),
      client.query('SELECT title FROM toy.post'),
      client.query('COMMIT'),
    ]);
    client.release();
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await titles(member(wessex))).toEqual([['Wessex post']]);
  });
  it('is refused an id that is none, and serves the next reader', async () => {
    await expect(titles(member("x' OR true"))).rejects.toThrow('invalid input syntax for type uuid');
    expect(await titles(member(sussex))).toEqual([['Sussex post']]);
  });
  it('cannot write', async () => {
    const write = scopedQuery(pool, member(sussex), { text: 'CREATE TABLE toy.other ()' });
    await expect(write).rejects.toThrow('read-only transaction');
  });
  it('answers dates, instants and counts in the forms of this program', async () => {
    const text = 'SELECT opened_on, recorded_at, size FROM toy.post';
    expect(await scopedQuery(pool, member(sussex), { text })).toEqual([
      { opened_on: '2026-03-29', recorded_at: '2026-03-29T00:30:00.250Z', size: 7 },
    ]);
  });
});
