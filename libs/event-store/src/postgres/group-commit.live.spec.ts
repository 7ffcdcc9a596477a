import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CommandIdReused,
  installPostgresEventStore,
  openPostgresEventStore,
  WrongExpectedRevision,
  type EventStore,
} from '@alongside/event-store';
import { stopOwnServer, testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import { Client } from 'pg';
import { listen } from '../testing/contract/listening.js';
import {
  anAggregate,
  aStream,
  aWrittenStream,
  idsOf,
  settled,
  someEvents,
} from '../testing/contract/samples.js';

let database: TestDatabase;
let owner: Client;
let store: EventStore;

beforeAll(async () => {
  database = await testDatabase();
  owner = new Client(database.ownerUrl);
  await owner.connect();
}, 60_000);

beforeEach(async () => {
  await owner.query('drop schema if exists log cascade');
  await installPostgresEventStore(database.ownerUrl, { writers: ['alongside_gateway'] });
  store = await openPostgresEventStore({ connectionString: database.gatewayUrl });
});

afterEach(() => store.close());

afterAll(async () => {
  await owner.end();
  await database.drop();
  await stopOwnServer();
}, 60_000);

const numberFrom = async (sql: string): Promise<number> =>
  Number((await owner.query<{ number: string }>(sql)).rows[0]?.number);

/** Transactions that wrote the log: each stamps its events with the time at which it began. */
const flights = (): Promise<number> => numberFrom('select count(distinct recorded) as number from log.event');

const withoutGaps = async (): Promise<boolean> =>
  (await numberFrom('select max(position) - count(*) as number from log.event')) === 0;

describe('group commit', () => {
  it('sends what arrives together in a few transactions', async () => {
    await Promise.all(Array.from({ length: 300 }, () => aWrittenStream(store, 1)));
    expect(await numberFrom('select count(*) as number from log.event')).toBe(300);
    expect(await flights()).toBeLessThanOrEqual(10);
  });
  it('chains the appends to one stream that travel together', async () => {
    const stream = aStream();
    const batches = Array.from({ length: 40 }, () => someEvents(2));
    const answers = await Promise.all(
      batches.map((events, index) => store.append(stream, index === 0 ? 'NoStream' : index * 2 - 1, events)),
    );
    expect(answers.map(({ revision }) => revision)).toEqual(batches.map((_, index) => index * 2 + 1));
    expect(idsOf(await store.read(stream))).toEqual(idsOf(batches.flat()));
    expect(await flights()).toBeLessThan(40);
  });
  it('judges each append of a flight by itself', async () => {
    const { stream } = await aWrittenStream(store, 1);
    const same = someEvents(1);
    const outcomes = await Promise.all([
      settled(store.append(stream, 0, same)),
      settled(store.append(stream, 0, someEvents(1))),
      settled(store.append(stream, 0, same)),
      settled(store.append(stream, 1, someEvents(1))),
      settled(store.append(stream, 7, someEvents(1))),
    ]);
    expect(outcomes[0]).toMatchObject({ revision: 1 });
    expect(outcomes[1]).toBeInstanceOf(WrongExpectedRevision);
    expect(outcomes[2]).toEqual(outcomes[0]);
    expect(outcomes[3]).toMatchObject({ revision: 2 });
    expect(outcomes[4]).toBeInstanceOf(WrongExpectedRevision);
    expect(await store.read(stream)).toHaveLength(3);
  });
  it('answers each with where its own events stand', async () => {
    const written = await Promise.all([3, 1, 2, 5].map((count) => aWrittenStream(store, count)));
    for (const { stream, position } of written)
      expect((await store.read(stream)).at(-1)?.position).toBe(position);
  });
  it('lets one append that the server refuses fail alone', async () => {
    const { events } = await aWrittenStream(store, 1);
    const outcomes = await Promise.all([
      ...Array.from({ length: 10 }, () => settled(aWrittenStream(store, 2))),
      settled(store.append(aStream(), 'NoStream', events)),
      settled(store.append('post-\u0000', 'NoStream', someEvents(1))),
      settled(store.append(aStream(), 'NoStream', [{ ...someEvents(1)[0]!, id: '{},{}' }])),
      ...Array.from({ length: 10 }, () => settled(aWrittenStream(store, 2))),
    ]);
    expect(outcomes.map((outcome) => outcome instanceof Error)).toEqual([
      ...Array<boolean>(10).fill(false),
      true,
      true,
      true,
      ...Array<boolean>(10).fill(false),
    ]);
    expect(outcomes[10]).toBeInstanceOf(CommandIdReused);
    expect(await numberFrom('select count(*) as number from log.event')).toBe(41);
  });
  it('leaves no gap in the positions, whatever is refused', async () => {
    const { events } = await aWrittenStream(store, 1);
    for (let round = 0; round < 5; round += 1)
      await Promise.all([
        aWrittenStream(store, 3),
        settled(store.append(aStream(), 4, someEvents(1))),
        settled(store.append(aStream(), 'NoStream', events)),
        aWrittenStream(store, 1),
      ]);
    expect(await withoutGaps()).toBe(true);
    expect(await numberFrom('select count(*) as number from log.event')).toBe(21);
  });
  it('divides what is too much for one flight', async () => {
    const large = 'x'.repeat(60_000);
    const appends = Array.from({ length: 120 }, () =>
      store.append(aStream(), 'NoStream', [
        { ...someEvents(1)[0]!, data: { effectiveOn: '2026-04-01', statement: large } },
      ]),
    );
    expect(await Promise.all(appends)).toHaveLength(120);
    expect(await withoutGaps()).toBe(true);
  });
});

describe('the pages of a subscription', () => {
  it('join without a seam however small they are', async () => {
    const paging = await openPostgresEventStore({ connectionString: database.gatewayUrl, pageSize: 3 });
    const aggregate = anAggregate();
    const streams = [aStream(aggregate), aStream(aggregate), aStream()];
    const own: string[] = [];
    for (let round = 0; round < 8; round += 1)
      for (const [index, stream] of streams.entries()) {
        const events = someEvents(1 + ((round + index) % 4));
        const [last] = await store.read(stream, { direction: 'backwards', max: 1 });
        await store.append(stream, last ? last.revision : 'NoStream', events);
        if (index < 2) own.push(...idsOf(events));
      }
    const listening = listen(paging, { after: '0'.repeat(20), prefixes: [`${aggregate}-`] });
    await listening.untilCaughtUp(await store.head());
    await listening.stop();
    await paging.close();
    expect(idsOf(listening.events())).toEqual(own);
    expect(listening.deliveries.filter(({ kind }) => kind === 'checkpoint').length).toBeGreaterThan(3);
  });
  it('look through a long log for a rare prefix a stretch at a time', async () => {
    const aggregate = anAggregate();
    const first = await aWrittenStream(store, 1, aStream(aggregate));
    await owner.query(`
      insert into log.event (position, id, revision, stream, type, data, metadata)
      select n, gen_random_uuid(), n, 'foreign-1', 'Foreign', '{}', '{}' from generate_series(2, 60001) n`);
    const last = await aWrittenStream(store, 1, aStream(aggregate));
    const listening = listen(store, { after: '0'.repeat(20), prefixes: [`${aggregate}-`] });
    await listening.untilCaughtUp(last.position);
    await listening.stop();
    expect(idsOf(listening.events())).toEqual(idsOf([...first.events, ...last.events]));
    expect(listening.deliveries.filter(({ kind }) => kind === 'checkpoint')).toHaveLength(3);
  });
});
