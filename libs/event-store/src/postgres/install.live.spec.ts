import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AccessDenied,
  installPostgresEventStore,
  openPostgresEventStore,
  WrongLayout,
} from '@alongside/event-store';
import { stopOwnServer, testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import { Client } from 'pg';
import { aStream, aWrittenStream, idsOf, someEvents } from '../testing/contract/samples.js';

const writers = ['alongside_gateway'];
const readers = ['alongside_projector'];

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase();
  owner = new Client(database.ownerUrl);
  await owner.connect();
}, 60_000);

beforeEach(async () => {
  await owner.query('drop schema if exists log cascade');
  await installPostgresEventStore(database.ownerUrl, { writers, readers });
});

afterAll(async () => {
  await owner.end();
  await database.drop();
  await stopOwnServer();
}, 60_000);

const openAs = (connectionString: string, schema?: string) =>
  openPostgresEventStore({ connectionString, ...(schema ? { schema } : {}) });

const as = async (connectionString: string, sql: string): Promise<unknown> => {
  const client = new Client(connectionString);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('installing the log', () => {
  it('may be done again, and keeps the events', async () => {
    const store = await openAs(database.gatewayUrl);
    const { stream, events } = await aWrittenStream(store, 3);
    await installPostgresEventStore(database.ownerUrl, { writers, readers });
    await store.append(stream, 2, someEvents(1));
    expect(idsOf(await store.read(stream)).slice(0, 3)).toEqual(idsOf(events));
    await store.close();
  });
  it('may be done by several processes at once', async () => {
    await owner.query('drop schema log cascade');
    await Promise.all(
      [1, 2, 3, 4].map(() => installPostgresEventStore(database.ownerUrl, { writers, readers })),
    );
    const store = await openAs(database.gatewayUrl);
    await aWrittenStream(store, 1);
    await store.close();
  });
  it('keeps logs in different schemas apart', async () => {
    await installPostgresEventStore(database.ownerUrl, { schema: 'other "log"', writers });
    const [one, two] = [await openAs(database.gatewayUrl), await openAs(database.gatewayUrl, 'other "log"')];
    const { stream } = await aWrittenStream(one, 2);
    expect(await two.read(stream)).toEqual([]);
    expect(await two.append(stream, 'NoStream', someEvents(1))).toEqual({
      revision: 0,
      position: '0'.repeat(19) + '1',
    });
    await Promise.all([one.close(), two.close()]);
    await owner.query('drop schema "other ""log""" cascade');
  });
  it('refuses a log of another layout, and changes nothing', async () => {
    await owner.query('update log.layout set version = 99');
    await expect(installPostgresEventStore(database.ownerUrl, { writers })).rejects.toThrow(WrongLayout);
    expect(await as(database.ownerUrl, 'select version from log.layout')).toEqual([{ version: 99 }]);
  });
});

describe('opening a log', () => {
  it('of another layout is refused, in words that say what to do', async () => {
    await owner.query('update log.layout set version = 99');
    const opening = openAs(database.gatewayUrl);
    await expect(opening).rejects.toThrow(WrongLayout);
    await expect(opening).rejects.toThrow(/has layout 99.*restore a backup/);
  });
  it('that was never installed is refused', async () => {
    await expect(openAs(database.gatewayUrl, 'nowhere')).rejects.toThrow(WrongLayout);
  });
  it('with a password that is wrong is refused', async () => {
    const url = Object.assign(new URL(database.gatewayUrl), { password: 'not this one' }).href;
    await expect(openAs(url)).rejects.toThrow(AccessDenied);
  });
});

describe('the rights on a log', () => {
  it('let readers read and subscribe, and nothing more', async () => {
    const writing = await openAs(database.gatewayUrl);
    const reading = await openAs(database.projectorUrl);
    const { stream, events } = await aWrittenStream(writing, 2);
    expect(idsOf(await reading.read(stream))).toEqual(idsOf(events));
    for await (const delivery of reading.subscribe({ after: '0'.repeat(20) }))
      if (delivery.kind === 'event') break;
    await expect(reading.append(aStream(), 'NoStream', someEvents(1))).rejects.toThrow(AccessDenied);
    await expect(reading.delete(stream)).rejects.toThrow(AccessDenied);
    expect(idsOf(await reading.read(stream))).toEqual(idsOf(events));
    await Promise.all([writing.close(), reading.close()]);
  });
  it.each([
    'update log.event set data = data',
    'delete from log.event',
    'truncate log.event',
    `insert into log.event (position, id, revision, stream, type, data, metadata)
     values (1, gen_random_uuid(), 0, 'post-1', 'PostBanded', '{}', '{}')`,
    'update log.layout set version = version',
    'delete from log.housekeeping',
  ])('let nobody but the owner do this: %s', async (sql) => {
    for (const url of [database.gatewayUrl, database.projectorUrl])
      await expect(as(url, sql)).rejects.toThrow('permission denied');
  });
});

describe('a server that takes no writes', () => {
  it('fails appends as unavailable, serves reads, and says so in its health', async () => {
    const writable = await openAs(database.gatewayUrl);
    const { stream } = await aWrittenStream(writable, 1);
    await writable.close();
    const store = await openPostgresEventStore({
      connectionString: database.gatewayUrl,
      options: '-c default_transaction_read_only=on',
    });
    await expect(store.append(stream, 0, someEvents(1))).rejects.toThrow('takes no writes');
    expect(await store.read(stream)).toHaveLength(1);
    expect(await store.health()).toMatchObject({ ok: false, detail: expect.stringContaining('not written') });
    await store.close();
  });
});
