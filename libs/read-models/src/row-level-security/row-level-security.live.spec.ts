import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuid5, type DataClass } from '@alongside/kernel';
import { emptyScope, openPool, type ReadScope } from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import type { AnyProjection } from '@alongside/projections';
import { applyRowLevelSecurity, openReadModels, type ReadModels } from '@alongside/read-models';

const [north, south, ann, bea, weald] = ['north', 'south', 'ann', 'bea', 'weald'].map((name) =>
  uuid5(name),
) as [string, string, string, string, string];
const columns = {
  title: 'text',
  organisation_id: 'uuid',
  partner_ids: 'uuid[]',
  person_id: 'uuid',
  reader_ids: 'uuid[]',
  locality_id: 'uuid',
  class: 'text',
  with_role: 'text',
  from_on: 'date',
  to_on: 'date',
} as const;
const tables = {
  plain: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'] },
  shared: { class: 'C3', organisations: ['partner_ids'], people: ['reader_ids'] },
  local: { class: 'C1', localities: ['locality_id'] },
  reference: { class: 'C0', everyone: true },
  hidden: { class: 'C4' },
  running: { class: 'C2', operators: true },
  given: {
    class: 'C3',
    sharedWith: {
      organisation: 'organisation_id',
      role: 'with_role',
      person: 'person_id',
      from: 'from_on',
      to: 'to_on',
    },
  },
  mixed: { class: 'C4', classColumn: 'class', organisations: ['organisation_id'], people: ['person_id'] },
} as const satisfies Record<string, AnyProjection['access']>;
const projections = Object.entries(tables).map(([name, access]): AnyProjection => ({
  name,
  version: 1,
  table: `toy.${name}`,
  columns,
  key: ['title'],
  access,
  on: {},
}));

const rows = [
  `('of north', '${north}', '{${north}}', '${ann}', '{${ann}}', '${weald}', 'C2', 'hr', '2026-03-01', '2026-03-10')`,
  `('of south', '${south}', '{${south}}', '${bea}', '{${bea}}', NULL, 'C2', NULL, '2026-03-01', NULL)`,
  `('of both', NULL, '{${north},${south}}', NULL, '{${ann},${bea}}', NULL, 'C3', NULL, NULL, NULL)`,
  `('of north, close', '${north}', '{}', NULL, '{}', NULL, 'C3', 'supervisor', '2026-03-01', NULL)`,
  `('of nobody', NULL, '{}', NULL, '{}', NULL, 'C0', NULL, NULL, NULL)`,
];
const all = ['of both', 'of nobody', 'of north', 'of north, close', 'of south'];

let database: TestDatabase;
let readModels: ReadModels;
const as = async (url: string, sql: string): Promise<void> => {
  const pool = openPool(url, { name: 'spec', max: 1 });
  await pool.query(sql).finally(() => pool.end());
};

beforeAll(async () => {
  database = await testDatabase();
  const table = `(title text PRIMARY KEY, organisation_id uuid, partner_ids uuid[] NOT NULL, person_id uuid,
    reader_ids uuid[] NOT NULL, locality_id uuid, class text NOT NULL, with_role text, from_on date, to_on date)`;
  const make = Object.keys(tables).map((name) => `CREATE TABLE toy.${name} ${table};`);
  await as(database.ownerUrl, `CREATE SCHEMA toy; ${make.join('')}`);
  await applyRowLevelSecurity(database.ownerUrl, projections);
  const fill = Object.keys(tables).map((name) => `INSERT INTO toy.${name} VALUES ${rows.join(', ')};`);
  await as(database.projectorUrl, fill.join(''));
  readModels = openReadModels(database.gatewayUrl, { max: 2 });
});
afterAll(async () => {
  await readModels.close();
  await database.drop();
});

const seen = async (table: keyof typeof tables, scope: ReadScope): Promise<readonly string[]> =>
  (await readModels.arrays<[string]>(scope, { text: `SELECT title FROM toy.${table} ORDER BY title` })).map(
    ([title]) => title,
  );
const staff = (dataClass: DataClass, ...organisations: readonly string[]): ReadScope => ({
  ...emptyScope,
  organisations: { ...emptyScope.organisations, [dataClass]: organisations },
});
/** Somebody who supervises people in the south. */
const about = (dataClass: DataClass, ...people: readonly string[]): ReadScope => ({
  ...emptyScope,
  people: { ...emptyScope.people, [dataClass]: people },
  roles: { ...emptyScope.roles, supervisor: [south] },
  assignedIn: [south],
});
const holding = (role: keyof ReadScope['roles'], organisation: string, today = '2026-03-05'): ReadScope => ({
  ...emptyScope,
  roles: { ...emptyScope.roles, [role]: [organisation] },
  today,
});

describe('row-level security', () => {
  it('shows staff the rows of their organisations, in the class of the table alone', async () => {
    expect(await seen('plain', staff('C2', north))).toEqual(['of north', 'of north, close']);
    expect(await seen('plain', staff('C2', north, south))).toEqual([
      'of north',
      'of north, close',
      'of south',
    ]);
    expect(await seen('plain', staff('C3', north))).toEqual([]);
  });
  it('shows rows that name an organisation among several', async () => {
    expect(await seen('shared', staff('C3', south))).toEqual(['of both', 'of south']);
    expect(await seen('shared', staff('C2', south))).toEqual([]);
  });
  it('shows people what is about them, and what is about those they may read', async () => {
    expect(await seen('plain', { ...emptyScope, person: ann })).toEqual(['of north']);
    expect(await seen('shared', { ...emptyScope, person: ann })).toEqual(['of both', 'of north']);
    expect(await seen('plain', about('C2', bea))).toEqual(['of south']);
    expect(await seen('plain', about('C1', bea))).toEqual([]);
    expect(await seen('shared', about('C3', bea))).toEqual(['of both', 'of south']);
  });
  it('shows of those assigned what the organisation knows in which they are supervised', async () => {
    expect(await seen('plain', about('C2', ann, bea))).toEqual(['of south']);
    const nowhere = { ...about('C2', ann, bea), assignedIn: [] };
    expect(await seen('plain', nowhere)).toEqual([]);
  });
  it('shows what is shared by agreement, in its area and class, of the organisation that answers for it', async () => {
    const agreed = (key: string, ...organisations: readonly string[]): ReadScope => ({
      ...emptyScope,
      agreed: { [key]: organisations },
    });
    expect(await seen('plain', agreed('toy.C2', south))).toEqual(['of south']);
    expect(await seen('plain', agreed('toy.C2', south, north))).toHaveLength(3);
    expect(await seen('plain', agreed('toy.C1', south))).toEqual([]);
    expect(await seen('plain', agreed('training.C2', south))).toEqual([]);
    expect(await seen('shared', agreed('toy.C3', south))).toEqual(['of both', 'of south']);
  });
  it('shows rows of running the program to operators alone', async () => {
    expect(await seen('running', { ...emptyScope, operates: true })).toEqual(all);
    expect(await seen('running', staff('C2', north, south))).toEqual([]);
    expect(await seen('plain', { ...emptyScope, operates: true })).toEqual([]);
  });
  it('shows what a person shares to the role that they named, while it is shared', async () => {
    expect(await seen('given', holding('hr', north))).toEqual(['of north']);
    expect(await seen('given', holding('hr', north, '2026-02-28'))).toEqual([]);
    expect(await seen('given', holding('hr', north, '2026-03-09'))).toEqual(['of north']);
    expect(await seen('given', holding('hr', north, '2026-03-10'))).toEqual([]);
    expect(await seen('given', holding('organisationLead', north))).toEqual([]);
    expect(await seen('given', holding('auditor', south))).toEqual([]);
  });
  it('shows what is shared with nobody in particular to each of the three roles, to supervisors of those assigned', async () => {
    expect(await seen('given', holding('hr', south))).toEqual(['of south']);
    expect(await seen('given', holding('organisationLead', south))).toEqual(['of south']);
    expect(await seen('given', holding('supervisor', south))).toEqual([]);
    expect(await seen('given', { ...about('C2', bea), today: '2026-03-05' })).toEqual(['of south']);
    expect(await seen('given', { ...about('C2', bea), today: null })).toEqual([]);
  });
  it('keeps to the one person to whom a reader is limited', async () => {
    expect(await seen('plain', { ...staff('C2', north, south), about: bea })).toEqual(['of south']);
    expect(await seen('shared', { ...staff('C3', north, south), about: ann })).toEqual([
      'of both',
      'of north',
    ]);
  });
  it('shows a locality’s members its rows', async () => {
    expect(await seen('local', { ...emptyScope, localities: [weald] })).toEqual(['of north']);
    expect(await seen('local', { ...emptyScope, localities: [north] })).toEqual([]);
  });
  it('lets each row’s own class decide where rows differ', async () => {
    expect(await seen('mixed', staff('C2', north))).toEqual(['of north']);
    expect(await seen('mixed', staff('C3', north))).toEqual(['of north, close']);
    expect(await seen('mixed', staff('C4', north))).toEqual([]);
  });
  it('shows reference data to whoever reads under a scope, and to nobody without one', async () => {
    expect(await seen('reference', emptyScope)).toEqual(all);
    expect((await readModels.pool.query('SELECT title FROM toy.reference')).rows).toEqual([]);
  });
  it('shows an empty scope nothing else', async () => {
    for (const table of ['plain', 'shared', 'local', 'mixed'] as const)
      expect(await seen(table, emptyScope)).toEqual([]);
  });
  it('keeps a table without access from the gateway altogether', async () => {
    await expect(seen('hidden', staff('C4', north))).rejects.toThrow('permission denied');
  });
  it('lets the gateway write nothing, and binds the owner of the tables too', async () => {
    await expect(as(database.gatewayUrl, `DELETE FROM toy.reference`)).rejects.toThrow('permission denied');
    const owner = openPool(database.ownerUrl, { name: 'spec', max: 1 });
    expect((await owner.query('SELECT title FROM toy.plain')).rows).toEqual([]);
    await owner.end();
  });
  it('lets the projector see and change every row', async () => {
    const projector = openPool(database.projectorUrl, { name: 'spec', max: 1 });
    expect(
      (await projector.query('SELECT title FROM toy.hidden ORDER BY title')).rows.map(
        ({ title }) => title as string,
      ),
    ).toEqual(all);
    await projector.end();
  });
  it('holds for Prisma’s reads, which leave no scope behind', async () => {
    const read = (scope: ReadScope) =>
      readModels.prisma(
        scope,
        async (transaction) =>
          transaction.$queryRaw<{ title: string }[]>`SELECT title FROM toy.plain ORDER BY title`,
      );
    expect(await read(staff('C2', south))).toEqual([{ title: 'of south' }]);
    expect(await read(emptyScope)).toEqual([]);
    expect((await readModels.pool.query('SELECT title FROM toy.plain')).rows).toEqual([]);
  });
  it('gives readers at the same time their own rows, by Prisma and by hand', async () => {
    const reads = Array.from({ length: 60 }, async (_, index) => {
      const scope = staff('C2', index % 2 ? north : south);
      const titles =
        index % 3 === 0
          ? (
              await readModels.prisma(
                scope,
                async (tx) => tx.$queryRaw<{ title: string }[]>`SELECT title FROM toy.plain`,
              )
            ).map(({ title }) => title)
          : await seen('plain', scope);
      return [index, [...titles].sort()];
    });
    const expected = Array.from({ length: 60 }, (_, index) => [
      index,
      index % 2 ? ['of north', 'of north, close'] : ['of south'],
    ]);
    expect(await Promise.all(reads)).toEqual(expected);
  });
});

describe('applying row-level security', () => {
  it('touches nothing that stands as it shall', async () => {
    expect(await applyRowLevelSecurity(database.ownerUrl, projections)).toEqual([]);
  });
  it.each([
    ['row-level security was turned off', 'ALTER TABLE toy.plain DISABLE ROW LEVEL SECURITY'],
    ['the owner was let off', 'ALTER TABLE toy.plain NO FORCE ROW LEVEL SECURITY'],
    ['a policy lets all through', 'CREATE POLICY alongside_more ON toy.plain FOR SELECT USING (true)'],
    ['a policy was dropped', 'DROP POLICY alongside_read ON toy.plain'],
    ['everybody was given rights', 'GRANT SELECT, UPDATE ON toy.plain TO PUBLIC'],
    ['a column was given away', 'GRANT UPDATE (title) ON toy.plain TO alongside_gateway'],
  ])('puts right a table where %s', async (_, sql) => {
    await as(database.ownerUrl, sql);
    expect(await applyRowLevelSecurity(database.ownerUrl, projections)).toEqual(['toy.plain']);
    expect(await applyRowLevelSecurity(database.ownerUrl, projections)).toEqual([]);
    expect(await seen('plain', staff('C2', south))).toEqual(['of south']);
    expect(await seen('plain', emptyScope)).toEqual([]);
  });
  it('follows a change of access', async () => {
    const opened = projections.map((projection) =>
      projection.name === 'hidden'
        ? { ...projection, access: { class: 'C4' as const, people: ['person_id'] } }
        : projection,
    );
    expect(await applyRowLevelSecurity(database.ownerUrl, opened)).toEqual(['toy.hidden']);
    expect(await seen('hidden', { ...emptyScope, person: ann })).toEqual(['of north']);
    await applyRowLevelSecurity(database.ownerUrl, projections);
    await expect(seen('hidden', { ...emptyScope, person: ann })).rejects.toThrow('permission denied');
  });
  it('may be done by several processes at once', async () => {
    await as(database.ownerUrl, 'ALTER TABLE toy.local DISABLE ROW LEVEL SECURITY');
    const results = await Promise.all(
      [1, 2, 3].map(() => applyRowLevelSecurity(database.ownerUrl, projections)),
    );
    expect(results.flat()).toEqual(['toy.local']);
  });
  it('says so where a table is missing', async () => {
    const missing = { ...projections[0]!, table: 'toy.missing' };
    await expect(applyRowLevelSecurity(database.ownerUrl, [missing])).rejects.toThrow(
      'There is no table toy.missing',
    );
  });
});
