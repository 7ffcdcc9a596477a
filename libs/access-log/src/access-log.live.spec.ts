import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Actor } from '@alongside/identity';
import { personActor } from '@alongside/identity/testing';
import { uuid5, type Uuid } from '@alongside/kernel';
import { emptyScope, openPool, type ReadScope } from '@alongside/postgres';
import type { TestDatabase } from '@alongside/postgres/testing';
import { openReadModels, type ReadModels } from '@alongside/read-models';
import { readModelDatabase } from '@alongside/read-models/testing';
import type { Pool } from 'pg';
import { AccessLog, NotLogged } from './access-log.js';
import type { AccessEntry } from './entry.js';

const [ann, bea, north, south] = ['ann', 'bea', 'north', 'south'].map((name) => uuid5(name)) as [
  Uuid,
  Uuid,
  Uuid,
  Uuid,
];
const reading = (actor: Actor = personActor(uuid5('hal'))) => ({ actor, correlation: uuid5('a request') });
const entry = (given: Partial<AccessEntry> = {}): AccessEntry => ({
  class: 'C4',
  what: 'dbsDecision',
  person: ann,
  organisation: north,
  role: 'hr',
  onBehalfOf: north,
  purpose: 'employment checks: the decision alone',
  basis: 'role',
  basisId: null,
  ...given,
});

let database: TestDatabase;
let readModels: ReadModels;
let owner: Pool;
let log: AccessLog;
beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await readModelDatabase([]);
  readModels = openReadModels(database.gatewayUrl, { max: 2 });
  owner = openPool(database.ownerUrl, { name: 'spec', max: 1 });
  log = new AccessLog(readModels);
});
beforeEach(() => owner.query('DELETE FROM access_log.entry'));
afterAll(async () => {
  await readModels.close();
  await owner.end();
  await database.drop();
});

const seenBy = async (scope: Partial<ReadScope>): Promise<readonly string[]> =>
  (
    await readModels.arrays<[string]>(
      { ...emptyScope, ...scope },
      { text: 'SELECT what FROM access_log.entry ORDER BY entry_id' },
    )
  ).map(([what]) => what);
const auditing = (...auditor: readonly Uuid[]): Partial<ReadScope> => ({
  roles: { ...emptyScope.roles, auditor },
});

describe('the access log', () => {
  it('holds who read what of whom, when and why, in which request', async () => {
    await log.write(reading(), [entry({ basis: 'disclosure', basisId: uuid5('grant') })]);
    const { rows } = await owner.query(
      'SELECT *, now() - read_at < interval \'1 minute\' AS "justNow" FROM access_log.entry',
    );
    expect(rows).toMatchObject([
      {
        justNow: true,
        reader_id: uuid5('hal'),
        reader_kind: 'person',
        role: 'hr',
        organisation_id: north,
        on_behalf_of: north,
        person_id: ann,
        class: 'C4',
        what: 'dbsDecision',
        purpose: 'employment checks: the decision alone',
        basis: 'disclosure',
        basis_id: uuid5('grant'),
        correlation: uuid5('a request'),
      },
    ]);
  });

  it('holds what was read at once as many entries, and the same thing once', async () => {
    await log.write(reading(), [entry(), entry(), entry({ person: bea }), entry({ what: 'disclosure' })]);
    expect((await owner.query('SELECT FROM access_log.entry')).rowCount).toBe(3);
    await log.write(reading(), []);
    expect((await owner.query('SELECT FROM access_log.entry')).rowCount).toBe(3);
  });

  it('is on disk once it is written, also where the database acknowledges before', async () => {
    const { rows } = await readModels.pool.query('SHOW synchronous_commit');
    expect(rows).toEqual([{ synchronous_commit: 'off' }]);
    await owner.query(`
      CREATE FUNCTION access_log.insist() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF current_setting('synchronous_commit') = 'off' THEN RAISE 'not durable'; END IF;
        RETURN NEW;
      END $$;
      CREATE CONSTRAINT TRIGGER insist AFTER INSERT ON access_log.entry DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION access_log.insist();
      GRANT EXECUTE ON FUNCTION access_log.insist() TO alongside_gateway`);
    try {
      await log.write(reading(), [entry()]);
      expect((await owner.query('SELECT FROM access_log.entry')).rowCount).toBe(1);
    } finally {
      await owner.query('DROP FUNCTION access_log.insist() CASCADE');
    }
    expect((await readModels.pool.query('SHOW synchronous_commit')).rows).toEqual(rows);
  });

  it('says that it could not be written, and nothing else', async () => {
    await owner.query('REVOKE INSERT (what) ON access_log.entry FROM alongside_gateway');
    try {
      await expect(log.write(reading(), [entry()])).rejects.toThrow(NotLogged);
      const refused = await log.write(reading(), [entry()]).catch((error: NotLogged) => error);
      expect(refused).toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
      expect(String(refused)).not.toContain('permission');
    } finally {
      await owner.query('GRANT INSERT (what) ON access_log.entry TO alongside_gateway');
    }
  });
});

describe('what is in the access log', () => {
  it('shows to whom it is about, and to nobody by another person’s name', async () => {
    await log.write(reading(), [entry(), entry({ person: bea, what: 'disclosure' })]);
    expect(await seenBy({ person: ann })).toEqual(['dbsDecision']);
    expect(await seenBy({ person: bea })).toEqual(['disclosure']);
    expect(await seenBy({ person: uuid5('hal') })).toEqual([]);
    expect(await seenBy({ people: { ...emptyScope.people, C1: [ann], C3: [ann] } })).toEqual([]);
    expect(await seenBy({})).toEqual([]);
  });

  it('shows to who audits the organisation whose record it is, or on whose behalf it was read', async () => {
    await log.write(reading(), [
      entry({ what: 'ours' }),
      entry({ what: 'ours by agreement', onBehalfOf: south }),
      entry({ what: 'theirs', organisation: south, onBehalfOf: south }),
      entry({ what: 'my own', basis: 'self', onBehalfOf: null }),
    ]);
    expect(await seenBy(auditing(north))).toEqual(['ours', 'ours by agreement']);
    expect(await seenBy(auditing(south))).toEqual(['ours by agreement', 'theirs']);
    expect(
      await seenBy({ organisations: { ...emptyScope.organisations, C2: [north], C4: [north] } }),
    ).toEqual([]);
  });

  it('is changed, removed and dated by nobody', async () => {
    await log.write(reading(), [entry()]);
    const projector = openPool(database.projectorUrl, { name: 'spec', max: 1 });
    try {
      for (const pool of [readModels.pool, projector])
        for (const sql of [
          `UPDATE access_log.entry SET what = 'nothing'`,
          'DELETE FROM access_log.entry',
          'TRUNCATE access_log.entry',
          `INSERT INTO access_log.entry (read_at, reader_id, reader_kind, class, what, purpose, basis, correlation)
           VALUES ('2020-01-01', '${ann}', 'person', 'C4', 'x', 'x', 'self', '${ann}')`,
          `SELECT setval('access_log.entry_entry_id_seq', 1)`,
        ])
          await expect(pool.query(sql)).rejects.toThrow('permission denied');
    } finally {
      await projector.end();
    }
    expect(await seenBy({ person: ann })).toEqual(['dbsDecision']);
  });
});
