import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  BEGINNING,
  installPostgresEventStore,
  openPostgresEventStore,
  type EventStore,
  type RecordedEvent,
} from '@alongside/event-store';
import { stopOwnServer, testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import type { LoadOrder, LoadReport } from '../../test/load-appender.js';
import { listen } from '../testing/contract/listening.js';

const EVENTS = 18_000;
const EVENTS_EACH = 900;
/** Twenty writers in three processes. */
const WRITERS = [7, 7, 6];
const CONTENDED = Array.from({ length: 4 }, () => `load-${randomUUID()}`);

const script = new URL('../../test/load-appender.ts', import.meta.url);
const runTypescript = new URL('../../test/run-typescript.mjs', import.meta.url).href;

let database: TestDatabase;
let store: EventStore;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await installPostgresEventStore(database.ownerUrl, {
    writers: ['alongside_gateway'],
    readers: ['alongside_projector'],
  });
  store = await openPostgresEventStore({ connectionString: database.projectorUrl });
}, 60_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await store.close();
  await database.drop();
  await stopOwnServer();
}, 60_000);

const startAppender = async (): Promise<ChildProcess> => {
  const child = fork(script, {
    execArgv: ['--conditions=source', '--no-warnings', '--import', runTypescript],
  });
  children.push(child);
  await once(child, 'message');
  return child;
};

const report = async (child: ChildProcess, order: LoadOrder): Promise<LoadReport> => {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`An appender ended early with ${code}`);
  });
  ended.catch(() => undefined);
  const reported = once(child, 'message') as Promise<[LoadReport]>;
  child.send(order);
  const [answer] = await Promise.race([reported, ended]);
  return answer;
};

const revisionsByStream = (events: readonly RecordedEvent[]): ReadonlyMap<string, readonly number[]> => {
  const streams = new Map<string, number[]>();
  for (const { stream, revision } of events) {
    const known = streams.get(stream);
    if (known) known.push(revision);
    else streams.set(stream, [revision]);
  }
  return streams;
};

const isCounting = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => number === index);

describe('eighteen thousand events from twenty writers in three processes', () => {
  it('reach a subscription that listens meanwhile: each once, in the order of its stream and of the log', async () => {
    const appenders = await Promise.all(WRITERS.map(startAppender));
    const listening = listen(store, { after: BEGINNING });
    const start = performance.now();
    const reports = await Promise.all(
      appenders.map((child, index) =>
        report(child, {
          connectionString: database.gatewayUrl,
          writers: WRITERS[index]!,
          eventsEach: EVENTS_EACH,
          contended: CONTENDED,
        }),
      ),
    );
    const tookMs = performance.now() - start;
    await listening.until('all are delivered', () => listening.events().length >= EVENTS);
    await listening.untilCaughtUp(await store.head());
    await listening.stop();

    const conflicts = reports.reduce((sum, each) => sum + each.conflicts, 0);
    const rate = Math.round(EVENTS / (tookMs / 1000));
    process.stdout.write(
      `load: ${EVENTS} events, ${rate} appends/s, ${conflicts} conflicts on ${CONTENDED.length} streams\n`,
    );

    const delivered = listening.events();
    const written = reports.flatMap(({ ids }) => ids);
    expect(written).toHaveLength(EVENTS);
    expect(delivered).toHaveLength(EVENTS);
    expect(delivered.map(({ id }) => id).toSorted()).toEqual(written.toSorted());
    const positions = delivered.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].toSorted());
    const streams = revisionsByStream(delivered);
    expect(streams.size).toBe(20 + CONTENDED.length);
    expect([...streams.values()].every(isCounting)).toBe(true);
    expect(conflicts).toBeGreaterThan(0);
  }, 60_000);
});
