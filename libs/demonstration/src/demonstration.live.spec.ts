import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Commanding } from '@alongside/application';
import { catalogues, prepareTables, processManagers, projections, systemClock } from '@alongside/deployment';
import { BEGINNING, openPostgresEventStore, type EventStore } from '@alongside/event-store';
import { uuid5 } from '@alongside/kernel';
import { openClient } from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import { createEventCodec, masterKeyOf, openFileKeyStore } from '@alongside/privacy';
import {
  rebuild,
  runProcessManagers,
  runProjections,
  verify,
  type ProcessManager,
} from '@alongside/projections';
import { loadDemonstration, type DemonstrationOptions } from './load-demonstration.js';

describe('the demonstration', () => {
  let database: TestDatabase;
  let store: EventStore;
  let folder: string;
  let options: DemonstrationOptions;

  beforeAll(async () => {
    database = await testDatabase({ key: 'deployment', prepare: prepareTables });
    store = await openPostgresEventStore({ connectionString: database.gatewayUrl });
    folder = await mkdtemp(join(tmpdir(), 'alongside-demonstration-'));
    const master = masterKeyOf(randomBytes(32));
    const keys = await openFileKeyStore(join(folder, 'keys'), master);
    options = {
      store,
      codec: createEventCodec({ catalogues, keys, hashKey: master.derive('commands') }),
      plan: { seed: 'spec', people: 60, until: '2026-10-31' },
      extent: 'everything',
      loginOf: (personId) => uuid5(`login:${personId}`),
      managersOf: processManagers,
    };
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const folding = () => ({
    store,
    codec: options.codec,
    projections,
    databaseUrl: database.projectorUrl,
  });
  const caughtUp = async (): Promise<void> => {
    const head = await store.head();
    const stopping = new AbortController();
    const runner = runProjections({
      ...folding(),
      signal: stopping.signal,
      onProgress: ({ position }) => {
        if (position >= head) stopping.abort();
      },
    });
    await runner.finished;
  };
  const verified = () => verify(folding());
  const inDatabase = async <Row>(sql: string): Promise<readonly Row[]> => {
    const client = await openClient(database.projectorUrl, { name: 'spec' });
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  };

  /** How far the process managers have got; the beginning while one of them has not begun. */
  const checkpoints = async (managers: readonly ProcessManager[]): Promise<readonly string[]> => {
    const rows = await inDatabase<{ position: string }>(
      'SELECT position FROM runtime.process_manager_checkpoint',
    );
    return rows.length < managers.length ? [BEGINNING] : rows.map(({ position }) => position);
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (
      const end = Date.now() + 60_000;
      !(await holds());
      await new Promise((resolve) => setTimeout(resolve, 50))
    )
      if (Date.now() > end) throw new Error('It did not come to be within a minute.');
  };

  it('is told by the real rules, and every read model can be made from it', async () => {
    const commands = await loadDemonstration(options);
    expect(commands).toBeGreaterThan(1000);
    await caughtUp();
    const { events, differences } = await verified();
    expect(events).toBeGreaterThan(1000);
    expect(differences).toBe(0);
  }, 120_000);

  it('adds nothing when it is told again', async () => {
    const before = await store.head();
    await loadDemonstration(options);
    expect(await store.head()).toBe(before);
  }, 120_000);

  it('is answered once by every process manager, however often its events are delivered', async () => {
    const before = await store.head();
    const managers = processManagers(new Commanding({ store, codec: options.codec, clock: systemClock }));
    for (const delivery of ['again', 'and again']) {
      const stopping = new AbortController();
      const runner = runProcessManagers({
        ...folding(),
        managers,
        signal: stopping.signal,
      });
      await until(async () => (await checkpoints(managers)).every((position) => position >= before));
      stopping.abort();
      await runner.finished;
      expect(runner.status().handled).toBeGreaterThan(50);
      expect([delivery, await store.head()]).toEqual([delivery, before]);
      expect(await inDatabase('SELECT * FROM runtime.process_manager_refusal')).toEqual([]);
      expect(await inDatabase('SELECT * FROM runtime.process_manager_parked')).toEqual([]);
      await inDatabase(`UPDATE runtime.process_manager_checkpoint SET position = repeat('0', 20)`);
    }
  }, 120_000);

  it('fills posts through applications, each place once', async () => {
    const [counted] = await inDatabase<{ over: number; engaged: number }>(`
      SELECT count(*) FILTER (WHERE places_held > places)::integer AS over, sum(places_held)::integer AS engaged
      FROM employment.post`);
    expect(counted!.over).toBe(0);
    expect(counted!.engaged).toBeGreaterThan(10);
  });

  it('carries RW1 through its rename and its merger with R1C', async () => {
    const rows = await inDatabase<{ name: string; merged_into: string | null }>(
      `SELECT name, merged_into FROM localities.organisation WHERE ods_code IN ('RW1', 'R1C') ORDER BY ods_code`,
    );
    expect(rows[0]!.merged_into).not.toBeNull();
    expect(rows[1]!.name).toBe('Hampshire and Isle of Wight Healthcare NHS Foundation Trust');
  });

  it('finds and names a row that was damaged', async () => {
    await inDatabase(
      `UPDATE employment.post SET band = '9' WHERE post_id = (SELECT post_id FROM employment.post LIMIT 1)`,
    );
    const { differences, first } = await verified();
    expect(differences).toBe(1);
    expect(first).toMatchObject({ table: 'employment.post', column: 'band', found: '9' });
    await rebuild(folding());
    expect((await verified()).differences).toBe(0);
  }, 120_000);
});
