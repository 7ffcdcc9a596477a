import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '@alongside/event-store';
import { openPool } from '@alongside/postgres';
import { projectionsHealth, waitFor, type AnyProjection } from '@alongside/projections';
import { toyRun, until, type ToyRun } from '../testing/toy-run.js';
import { closed, days, opened, placeId, places, record, taken, toyEvent } from '../testing/toy.js';

let toy: ToyRun;
let store: EventStore;
beforeEach(async () => {
  toy = await toyRun();
  store = toy.store;
});
afterEach(() => toy.end());

const stream = (number: number): string => `place-${placeId(number)}`;

describe('the runner of projections', () => {
  it('holds the rows that the fold of the log makes', async () => {
    for (let place = 0; place < 40; place += 1)
      await record(store, place, opened(place), taken(place, 2), taken(place));
    toy.run();
    await record(store, 7, closed(7));
    await toy.reached(await record(store, 8, taken(8, 3)));
    await toy.expectFolded();
  });
  it('goes on after a restart where it stopped', async () => {
    const first = toy.run();
    await toy.reached(await record(store, 1, opened(1), taken(1, 4)));
    await first.stop();
    const position = await record(store, 1, taken(1, 5));
    toy.run();
    await toy.reached(position);
    await toy.expectFolded();
  });
  it('takes an event once though the log delivers it again and again', async () => {
    const stuttering: EventStore = Object.create(store, {
      subscribe: {
        value: async function* (options: Parameters<EventStore['subscribe']>[0]) {
          for await (const delivery of store.subscribe(options))
            for (let times = 0; times < 3; times += 1) yield delivery;
        },
      },
    }) as EventStore;
    await record(store, 1, opened(1), taken(1, 4), taken(1));
    toy.run(undefined, { store: stuttering });
    await toy.reached(await record(store, 1, taken(1)));
    await toy.expectFolded();
  });
  it('parks the stream of an event that a fold refuses, for that projection alone', async () => {
    const runner = toy.run();
    await record(store, 1, opened(1), taken(1), toyEvent('SeatTaken', 1, { seats: 0 }), taken(1, 5));
    await toy.reached(await record(store, 2, opened(2), taken(2)));
    await toy.expectFolded(({ stream: name, revision }) => name === stream(1) && revision >= 2);
    const { parked } = await projectionsHealth(toy.pool);
    expect(parked).toMatchObject([
      {
        projection: 'places',
        stream: stream(1),
        eventType: 'SeatTaken',
        error: 'Error: nobody takes a place',
      },
    ]);
    await until(() => runner.status().parked === 1);
  });
  it('parks the streams of rows that PostgreSQL refuses, and keeps all others of the batch', async () => {
    for (let place = 0; place < 60; place += 1) await record(store, place, opened(place), taken(place));
    for (const place of [61, 62])
      await record(store, place, toyEvent('PlaceOpened', place, { title: null }), taken(place));
    for (const place of [63, 64]) await record(store, place, opened(place), taken(place, 3_000_000_000));
    const odd = toyEvent('PlaceOpened', 65, { placeId: 'no uuid', title: 'Odd' });
    await record(store, 65, odd);
    toy.run();
    await toy.reached(await record(store, 3, taken(3)));
    const missed = new Map([
      [stream(61), 0],
      [stream(62), 0],
      [stream(63), 1],
      [stream(64), 1],
      [stream(65), 0],
    ]);
    await toy.expectFolded(({ stream: name, revision }) => revision >= (missed.get(name) ?? Infinity));
    const { parked } = await projectionsHealth(toy.pool);
    expect(parked.map(({ error }) => error.slice(0, 5)).sort()).toEqual([
      '22003',
      '22003',
      '22P02',
      '23502',
      '23502',
    ]);
    expect(JSON.stringify(parked)).not.toContain('no uuid');
  });
  it('leaves the work to one process at a time, and hands it over', async () => {
    const [one, other] = [toy.run(), toy.run()];
    await toy.reached(await record(store, 1, opened(1), taken(1)));
    expect([one.status().owner, other.status().owner].filter(Boolean)).toHaveLength(1);
    const [working, standingBy] = one.status().owner ? [one, other] : [other, one];
    await working.stop();
    await toy.reached(await record(store, 1, taken(1, 2)));
    expect(standingBy.status().owner).toBe(true);
    await toy.expectFolded();
  });
  it('refuses a batch of a process that was taken over from', async () => {
    toy.run();
    const position = await record(store, 1, opened(1));
    await toy.reached(position);
    const { rows } = await toy.pool.query<{ epoch: number }>('SELECT epoch FROM runtime.feed');
    const late = toy.pool.query('SELECT runtime.advance($1, 0, $2, $2, now())', [
      rows[0]!.epoch - 1,
      position,
    ]);
    await expect(late).rejects.toMatchObject({ code: 'AL001' });
  });
  it('goes on by itself when its connections are cut', async () => {
    const runner = toy.run();
    const admin = openPool(toy.database.adminUrl, { name: 'spec', max: 1 });
    for (let round = 1; round <= 5; round += 1) {
      const position = await record(store, round, opened(round), taken(round), taken(round));
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'alongside projections' AND datname = $1`,
        [toy.database.database],
      );
      await toy.reached(position);
    }
    await admin.end();
    expect(runner.status().fault).toBeUndefined();
    await toy.expectFolded();
  });
  it('says what is wrong while tables are missing, and starts once they are there', async () => {
    const moved: AnyProjection = { ...days, name: 'moved days', table: 'toy.moved_day' };
    const runner = toy.run([places, moved]);
    const position = await record(store, 1, opened(1));
    await until(() => runner.status().fault?.includes('there is no table toy.moved_day') ?? false);
    const owner = openPool(toy.database.ownerUrl, { name: 'spec', max: 1 });
    await owner.query(
      'CREATE TABLE toy.moved_day (LIKE toy.day INCLUDING ALL); GRANT ALL ON toy.moved_day TO alongside_projector',
    );
    await owner.end();
    await toy.reached(position, ['places', 'moved days']);
  });
  it('builds a projection that is new from the beginning of the log', async () => {
    const first = toy.run([places]);
    await toy.reached(await record(store, 1, opened(1), taken(1)), ['places']);
    await first.stop();
    const position = await record(store, 2, opened(2));
    toy.run([places, days]);
    await toy.reached(position);
    await toy.expectFolded();
  });
  it('builds a projection anew when its version changes, and gives parked streams another chance', async () => {
    const first = toy.run();
    await record(store, 1, opened(1), toyEvent('SeatTaken', 1, { seats: 0 }), taken(1));
    await toy.reached(await record(store, 2, opened(2)));
    await first.stop();
    const patient: AnyProjection = {
      ...places,
      version: 2,
      on: { ...places.on, SeatTaken: () => undefined },
    };
    toy.run([patient, days]);
    await until(async () => (await projectionsHealth(toy.pool)).versions['places'] === 2);
    expect((await toy.rows('toy.place', 'title')).map(({ title, taken: seats }) => [title, seats])).toEqual([
      ['Place 1', 0],
      ['Place 2', 0],
    ]);
    expect((await projectionsHealth(toy.pool)).parked).toEqual([]);
  });
  it('refuses two projections of one table', () => {
    expect(() => toy.run([places, { ...places, name: 'other places' }])).toThrow(
      'Two projections have the table toy.place',
    );
  });
});

describe('waiting for projections', () => {
  it('answers behind when the time is over', async () => {
    const position = await record(store, 1, opened(1));
    expect(await waitFor(toy.pool, ['places'], position, 50)).toBe('behind');
  });
  it('answers behind for a projection that was never built, wherever the others are', async () => {
    toy.run();
    const position = await record(store, 1, opened(1));
    await toy.reached(position);
    expect(await waitFor(toy.pool, ['places', 'never built'], position, 50)).toBe('behind');
  });
  it('hears of progress as it happens', async () => {
    toy.run();
    await toy.reached(await record(store, 1, opened(1)));
    const times: number[] = [];
    for (let place = 2; place < 40; place += 1) {
      const started = performance.now();
      await toy.reached(await record(store, place, opened(place)));
      times.push(performance.now() - started);
    }
    // Far below the interval of polling: most of the answers came with a notification.
    expect(times.toSorted((a, b) => a - b)[19]).toBeLessThan(50);
  });
});
