import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BEGINNING,
  installPostgresEventStore,
  openPostgresEventStore,
  OutcomeUnknown,
  Unavailable,
  type EventStore,
} from '@alongside/event-store';
import { freePort, stopOwnServer, testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import { Client } from 'pg';
import { openFaultProxy, type FaultProxy } from '../../test/fault-proxy.js';
import { listen } from '../testing/contract/listening.js';
import {
  anAggregate,
  aStream,
  aWrittenStream,
  idsOf,
  settled,
  someEvents,
} from '../testing/contract/samples.js';

const TIMEOUT_MS = 600;
/** What a call may take beyond its time on a busy machine. */
const GRACE_MS = 600;

let database: TestDatabase;
let proxy: FaultProxy;
let store: EventStore;
let direct: EventStore;
let admin: Client;

beforeAll(async () => {
  database = await testDatabase();
  await installPostgresEventStore(database.ownerUrl, { writers: ['alongside_gateway'] });
  proxy = await openFaultProxy(Number(new URL(database.gatewayUrl).port));
  store = await openPostgresEventStore({
    connectionString: proxy.url(database.gatewayUrl),
    application_name: 'behind the proxy',
    timeoutMs: TIMEOUT_MS,
    pollMs: 60_000,
  });
  direct = await openPostgresEventStore({ connectionString: database.gatewayUrl });
  admin = new Client(Object.assign(new URL(database.adminUrl), { pathname: database.database }).href);
  await admin.connect();
}, 60_000);

afterEach(() => proxy.mend());

afterAll(async () => {
  await Promise.all([store.close(), direct.close(), admin.end()]);
  await proxy.close();
  await database.drop();
  await stopOwnServer();
}, 60_000);

const timed = async <Value>(work: Promise<Value>): Promise<{ outcome: Value | Error; tookMs: number }> => {
  const start = performance.now();
  const outcome = await settled(work);
  return { outcome, tookMs: performance.now() - start };
};

const eventually = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + 10_000;
  while (!(await holds())) if (Date.now() > end) throw new Error(`No sign within 10 s of: ${what}`);
};

describe('an append whose answer is lost', () => {
  it('is unknown, was made, and is answered when it is made again with the same ids', async () => {
    const { stream } = await aWrittenStream(store, 1);
    const events = someEvents(2);
    proxy.muteServer();
    const lost = settled(store.append(stream, 0, events));
    await proxy.clientHasSpoken();
    await eventually('the events', async () => (await direct.read(stream)).length === 3);
    proxy.cut();
    proxy.mend();
    expect(await lost).toBeInstanceOf(OutcomeUnknown);
    expect(await store.append(stream, 0, events)).toMatchObject({ revision: 2 });
    expect(await direct.read(stream)).toHaveLength(3);
  });
  it('is unknown to everybody who was on the same flight, and to nobody else', async () => {
    const streams = Array.from({ length: 10 }, () => aStream());
    const events = streams.map(() => someEvents(1));
    proxy.muteServer();
    const lost = streams.map((stream, index) => settled(store.append(stream, 'NoStream', events[index]!)));
    await proxy.clientHasSpoken();
    await eventually('the events', async () => (await direct.read(streams[9]!)).length === 1);
    const late = settled(store.append(aStream(), 'NoStream', someEvents(1)));
    proxy.mend();
    for (const outcome of await Promise.all(lost)) expect(outcome).toBeInstanceOf(OutcomeUnknown);
    expect(await late).toMatchObject({ revision: 0 });
    const again = streams.map((stream, index) => store.append(stream, 'NoStream', events[index]!));
    expect(await Promise.all(again)).toHaveLength(10);
    for (const stream of streams) expect(await direct.read(stream)).toHaveLength(1);
  });
  it('is unknown once its time is over', async () => {
    const { stream } = await aWrittenStream(store, 1);
    proxy.hang();
    const { outcome, tookMs } = await timed(store.append(stream, 0, someEvents(1)));
    expect(outcome).toBeInstanceOf(OutcomeUnknown);
    expect(tookMs).toBeLessThan(TIMEOUT_MS + GRACE_MS);
  });
  it('is known not to have been made while it waited for another that hangs', async () => {
    const [one, two] = [await aWrittenStream(store, 1), await aWrittenStream(store, 1)];
    proxy.hang();
    const first = settled(store.append(one.stream, 0, someEvents(1)));
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const second = await timed(store.append(two.stream, 0, someEvents(1)));
    expect(await first).toBeInstanceOf(OutcomeUnknown);
    expect(second.outcome).toBeInstanceOf(Unavailable);
    expect(second.tookMs).toBeLessThan(TIMEOUT_MS + GRACE_MS);
  });
});

describe('a server that cannot be reached', () => {
  it('fails every call as unavailable within its time', async () => {
    proxy.refuse();
    // The first may still go out on a connection whose end has not been noticed.
    await settled(store.append(aStream(), 'NoStream', someEvents(1)));
    const calls = [
      store.append(aStream(), 'NoStream', someEvents(1)),
      store.read(aStream()),
      store.head(),
      store.truncate(aStream(), 1),
    ];
    for (const { outcome, tookMs } of await Promise.all(calls.map((call) => timed<unknown>(call)))) {
      expect(outcome).toBeInstanceOf(Unavailable);
      expect(tookMs).toBeLessThan(TIMEOUT_MS + GRACE_MS);
    }
  });
  it('fails at once after it has been away for long', async () => {
    proxy.refuse();
    await settled(store.read(aStream()));
    await settled(store.read(aStream()));
    const { outcome, tookMs } = await timed(store.read(aStream()));
    expect(outcome).toBeInstanceOf(Unavailable);
    expect(tookMs).toBeLessThan(TIMEOUT_MS / 2);
  });
  it('is waited for when it comes back in time', async () => {
    const { stream, events } = await aWrittenStream(store, 1);
    await Promise.all([store.head(), store.head()]);
    proxy.refuse();
    const readings = [store.read(stream), store.read(stream), store.read(stream)];
    setTimeout(() => proxy.mend(), TIMEOUT_MS / 4);
    for (const recorded of await Promise.all(readings)) expect(idsOf(recorded)).toEqual(idsOf(events));
    expect(await store.append(stream, 0, someEvents(1))).toMatchObject({ revision: 1 });
  });
  it('is said in the health of the store, in words', async () => {
    proxy.refuse();
    expect(await store.health()).toMatchObject({
      ok: false,
      engine: 'postgres',
      detail: expect.stringContaining('PostgreSQL cannot be reached'),
    });
    proxy.mend();
    await eventually('health', async () => (await store.health()).ok);
  });
  it('fails the opening of a store', async () => {
    const nobody = Object.assign(new URL(database.gatewayUrl), { port: String(await freePort()) }).href;
    const opening = openPostgresEventStore({ connectionString: nobody, timeoutMs: 200 });
    await expect(opening).rejects.toThrow(Unavailable);
  });
});

describe('a server that does not answer', () => {
  it('fails reads within their time', async () => {
    await store.head();
    proxy.hang();
    const reads = [store.read(aStream()), store.head(), store.read(aStream())];
    for (const { outcome, tookMs } of await Promise.all(reads.map((read) => timed<unknown>(read)))) {
      expect(outcome).toBeInstanceOf(Unavailable);
      expect(tookMs).toBeLessThan(TIMEOUT_MS + GRACE_MS);
    }
  });
  it('lets a store close within its time', async () => {
    const closing = await openPostgresEventStore({
      connectionString: proxy.url(database.gatewayUrl),
      timeoutMs: TIMEOUT_MS,
    });
    proxy.hang();
    const append = settled(closing.append(aStream(), 'NoStream', someEvents(1)));
    const { tookMs } = await timed(closing.close());
    expect(await append).toBeInstanceOf(Error);
    expect(tookMs).toBeLessThan(2 * TIMEOUT_MS + GRACE_MS);
  });
});

describe('a log that somebody else holds', () => {
  it('fails appends as unavailable within their time, and serves them once it is let go', async () => {
    const { stream } = await aWrittenStream(store, 1);
    await admin.query('begin');
    await admin.query(`select pg_advisory_xact_lock(hashtextextended('alongside log log', 0))`);
    const { outcome, tookMs } = await timed(store.append(stream, 0, someEvents(1)));
    await admin.query('rollback');
    expect(outcome).toBeInstanceOf(Unavailable);
    expect(tookMs).toBeLessThan(TIMEOUT_MS + GRACE_MS);
    await eventually(
      'an append',
      async () => !((await settled(store.append(aStream(), 'NoStream', someEvents(1)))) instanceof Error),
    );
  });
});

describe('a subscription', () => {
  it('goes on after every connection was cut, without loss or repetition', async () => {
    const aggregate = anAggregate();
    const stream = aStream(aggregate);
    const listening = listen(store, { after: BEGINNING, prefixes: [`${aggregate}-`] });
    const written: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      const events = someEvents(5);
      await direct.append(stream, round === 0 ? 'NoStream' : round * 5 - 1, events);
      written.push(...idsOf(events));
      if (round % 2 === 0) proxy.cut();
      await listening.until(`round ${round}`, () => listening.events().length >= written.length);
    }
    await listening.stop();
    expect(idsOf(listening.events())).toEqual(written);
  });
  it('goes on after an outage longer than a call may take', async () => {
    const aggregate = anAggregate();
    const stream = aStream(aggregate);
    const listening = listen(store, { after: BEGINNING, prefixes: [`${aggregate}-`] });
    const before = someEvents(2);
    const { position } = await direct.append(stream, 'NoStream', before);
    await listening.untilCaughtUp(position);
    proxy.refuse();
    const after = someEvents(2);
    await direct.append(stream, 1, after);
    expect(await settled(store.read(stream))).toBeInstanceOf(Unavailable);
    expect(listening.events()).toHaveLength(2);
    proxy.mend();
    await listening.until('the rest', () => listening.events().length >= 4);
    await listening.stop();
    expect(idsOf(listening.events())).toEqual(idsOf([...before, ...after]));
  });
  it('finds by looking what no notification told of', async () => {
    const deaf = await openPostgresEventStore({ connectionString: database.gatewayUrl, pollMs: 50 });
    const aggregate = anAggregate();
    const listening = listen(deaf, { after: BEGINNING, prefixes: [`${aggregate}-`] });
    await listening.untilCaughtUp(await direct.head());
    await admin.query(`
      insert into log.event (position, id, revision, stream, type, data, metadata)
      select max(position) + 1, gen_random_uuid(), 0, '${aStream(aggregate)}', 'Silent', '{"effectiveOn":"2026-04-01"}', '{}'
      from log.event`);
    await listening.until('the silent event', () => listening.events().length > 0);
    await listening.stop();
    await deaf.close();
    expect(listening.events()[0]?.type).toBe('Silent');
  });
  it('is not misled by what others say on its channel', async () => {
    const aggregate = anAggregate();
    const listening = listen(direct, { after: BEGINNING, prefixes: [`${aggregate}-`] });
    await listening.untilCaughtUp(await direct.head());
    for (const lie of ['', 'no number', '-1', '9223372036854775807', '1e9', '99999999999999999999999'])
      await admin.query('select pg_notify($1, $2)', ['log_appended', lie]);
    const { events, position } = await aWrittenStream(direct, 2, aStream(aggregate));
    await listening.untilCaughtUp(position);
    await listening.stop();
    expect(idsOf(listening.events())).toEqual(idsOf(events));
  });
  it('comes back after the server has ended its connections', async () => {
    const aggregate = anAggregate();
    const listening = listen(store, { after: BEGINNING, prefixes: [`${aggregate}-`] });
    await listening.untilCaughtUp(await direct.head());
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'behind the proxy' and datname = current_database()`,
    );
    const { events } = await aWrittenStream(direct, 3, aStream(aggregate));
    await listening.until('the events', () => listening.events().length >= 3);
    await listening.stop();
    expect(idsOf(listening.events())).toEqual(idsOf(events));
  });
});
