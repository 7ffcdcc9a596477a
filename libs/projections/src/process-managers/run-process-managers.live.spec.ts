import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reject, uuid5 } from '@alongside/kernel';
import { Unavailable, type EventStore, type RecordedEvent } from '@alongside/event-store';
import { identityCodec } from '@alongside/event-store/testing';
import { openPool } from '@alongside/postgres';
import type { TestDatabase } from '@alongside/postgres/testing';
import {
  retryParkedReactions,
  runProcessManagers,
  type ProcessManager,
  type ProcessManagersOptions,
  type ProcessManagersRunner,
  type Published,
} from '@alongside/projections';
import { MemoryEventStore } from '@alongside/projections/testing';
import { until } from '../testing/toy-run.js';
import { closed, opened, placeId, record, taken, toyDatabase } from '../testing/toy.js';

let database: TestDatabase;
let pool: ReturnType<typeof openPool>;
let store: EventStore;
let runners: { readonly stop: () => Promise<void> }[];

beforeEach(async () => {
  database = await toyDatabase();
  pool = openPool(database.projectorUrl, { name: 'spec' });
  store = new MemoryEventStore();
  runners = [];
});
afterEach(async () => {
  for (const { stop } of runners) await stop();
  await pool.end();
  await database.drop();
});

const run = (
  managers: readonly ProcessManager[],
  over: Partial<ProcessManagersOptions> = {},
): ProcessManagersRunner & { readonly stop: () => Promise<void> } => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const databaseUrl = database.projectorUrl;
  const runner = runProcessManagers({
    store,
    codec: identityCodec,
    managers,
    databaseUrl,
    signal,
    retryMs: [10, 20],
    ...over,
  });
  const stop = async (): Promise<void> => {
    stopping.abort();
    await runner.finished;
  };
  runners.push({ stop });
  return { ...runner, stop };
};

/** Hears of opened places and seats taken; `deal` is what it does about an event. */
const listening = (deal: (event: Published) => unknown = () => undefined, name = 'greeter') => {
  const heard: string[] = [];
  const on = (event: Published): undefined => {
    const made = deal(event);
    heard.push(event.id);
    return made as undefined;
  };
  return { heard, manager: { name, on: { PlaceOpened: on, SeatTaken: on } } satisfies ProcessManager };
};
const idsOf = async (number: number): Promise<readonly string[]> =>
  (await store.read(`place-${placeId(number)}`))
    .filter(({ type }) => type !== 'PlaceClosed')
    .map(({ id }) => id);
const parkedRows = async () =>
  (await pool.query<Record<string, unknown>>('SELECT * FROM runtime.process_manager_parked ORDER BY stream'))
    .rows;
const checkpoint = async (): Promise<string> =>
  (await pool.query<{ position: string }>('SELECT position FROM runtime.process_manager_checkpoint')).rows[0]
    ?.position ?? '';

describe('the runner of process managers', () => {
  it('hands each manager the events it listens to, in order, and none of them again after a restart', async () => {
    await record(store, 1, opened(1), closed(1), taken(1));
    const { heard, manager } = listening();
    const first = run([manager]);
    const position = await record(store, 1, taken(1));
    await until(async () => (await checkpoint()) >= position);
    await first.stop();
    expect(heard).toEqual(await idsOf(1));
    run([manager]);
    const later = await record(store, 2, opened(2));
    await until(async () => (await checkpoint()) >= later);
    expect(heard).toEqual([...(await idsOf(1)), ...(await idsOf(2))]);
  });
  it('gives the commands of an event the same ids each time', async () => {
    await record(store, 1, opened(1));
    const [event] = (await store.read(`place-${placeId(1)}`)) as [RecordedEvent];
    const contexts: unknown[] = [];
    run([
      {
        name: 'greeter',
        on: {
          PlaceOpened: (_, reaction) => {
            contexts.push([reaction.context(), reaction.commandId('second')]);
            if (contexts.length === 1) throw new Error('first time');
            return undefined;
          },
        },
      },
    ]);
    await until(() => contexts.length === 2);
    const chain = { client: 'manager:greeter', correlation: event.metadata.correlation, causation: event.id };
    const expected = [
      { ...chain, commandId: uuid5(`greeter:${event.id}`) },
      uuid5(`greeter:${event.id}:second`),
    ];
    expect(contexts).toEqual([expected, expected]);
  });
  it('puts refusals on record and goes on', async () => {
    const position = await record(store, 1, opened(1), taken(1));
    const { manager } = listening(({ type }) =>
      type === 'SeatTaken' ? reject('PlaceFull', { seats: 3 }) : undefined,
    );
    run([manager]);
    await until(async () => (await checkpoint()) >= position);
    const { rows } = await pool.query<Record<string, unknown>>(
      'SELECT manager, event_id, reason, details FROM runtime.process_manager_refusal',
    );
    expect(rows).toEqual([
      { manager: 'greeter', event_id: (await idsOf(1))[1], reason: 'PlaceFull', details: { seats: 3 } },
    ]);
  });
  it('goes on with other streams while one fails, and hands over its events in order once it heals', async () => {
    let ill = true;
    const { heard, manager } = listening(({ stream }) => {
      if (ill && stream === `place-${placeId(1)}`) throw new TypeError('no');
    });
    run([manager], { retryMs: [10, 10, 10, 10, 10, 10_000] });
    await record(store, 1, opened(1), taken(1));
    await record(store, 2, opened(2));
    await record(store, 1, taken(1));
    const position = await record(store, 2, taken(2));
    await until(async () => (await checkpoint()) >= position);
    expect(heard).toEqual(await idsOf(2));
    expect(await parkedRows()).toMatchObject([
      { stream: `place-${placeId(1)}`, error: 'TypeError: no', revision: 0 },
    ]);
    ill = false;
    await retryParkedReactions(pool);
    await until(async () => (await parkedRows()).length === 0);
    expect(heard).toEqual([...(await idsOf(2)), ...(await idsOf(1))]);
    await record(store, 1, taken(1));
    await until(async () => heard.length === 6);
    expect(heard.at(-1)).toEqual((await idsOf(1)).at(-1));
  });
  it('gives up after so many attempts and waits for an operator, also across a restart', async () => {
    let attempts = 0;
    let ill = true;
    const { heard, manager } = listening(() => {
      attempts += 1;
      if (ill) throw new Error('no');
    });
    await record(store, 1, opened(1));
    const first = run([manager]);
    await until(async () => (await parkedRows())[0]?.['next_attempt_at'] === null);
    expect(attempts).toBe(3);
    await first.stop();
    ill = false;
    run([manager]);
    const position = await record(store, 2, opened(2));
    await until(async () => (await checkpoint()) >= position);
    expect(heard).toEqual(await idsOf(2));
    expect(await retryParkedReactions(pool, 'greeter')).toBe(1);
    await until(() => heard.length === 2);
  });
  it('waits without end for what passes by itself', async () => {
    let attempts = 0;
    const { heard, manager } = listening(() => {
      attempts += 1;
      if (attempts < 6) throw new Unavailable('The event store is away');
    });
    await record(store, 1, opened(1));
    run([manager]);
    await until(() => heard.length === 1);
    expect(attempts).toBe(6);
  });
  it('leaves the work to one process, and goes on when its connection is cut', async () => {
    const { heard, manager } = listening();
    const [one, other] = [run([manager]), run([manager])];
    await record(store, 1, opened(1));
    await until(() => heard.length === 1);
    expect([one, other].filter((runner) => runner.status().owner)).toHaveLength(1);
    const admin = openPool(database.adminUrl, { name: 'spec', max: 1 });
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'alongside process managers' AND datname = $1`,
      [database.database],
    );
    await admin.end();
    await record(store, 2, opened(2));
    await until(() => heard.length >= 2);
    expect(new Set(heard)).toEqual(new Set([...(await idsOf(1)), ...(await idsOf(2))]));
  });
  it('stops when it is told to while it reads where it had got to', async () => {
    const runner = run([listening().manager]);
    // In the turn in which it becomes the owner, its first questions are still on their way.
    for (const end = Date.now() + 5_000; !runner.status().owner && Date.now() < end;)
      await new Promise((resolve) => setImmediate(resolve));
    expect(runner.status().owner).toBe(true);
    const stopped = runner.stop().then(() => 'stopped');
    const late = new Promise((resolve) => setTimeout(() => resolve('still running'), 3_000).unref());
    expect(await Promise.race([stopped, late])).toBe('stopped');
  });
  it('keeps the managers apart', async () => {
    const well = listening(() => undefined, 'well');
    const ill = listening(() => {
      throw new Error('no');
    }, 'ill');
    run([ill.manager, well.manager]);
    await record(store, 1, opened(1), taken(1));
    await until(() => well.heard.length === 2);
    await until(async () => (await parkedRows()).length === 1);
    expect(await parkedRows()).toMatchObject([{ manager: 'ill' }]);
  });
  it('refuses two managers of one name', () => {
    const { manager } = listening();
    expect(() => run([manager, manager])).toThrow('Two process managers have one name');
  });
});
