import { setTimeout as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identityCodec } from '@alongside/event-store/testing';
import { projectionsHealth, rebuild, verify, type AnyProjection } from '@alongside/projections';
import { toyRun, until, type ToyRun } from '../testing/toy-run.js';
import { closed, days, opened, placeId, places, record, taken, toyEvent } from '../testing/toy.js';

let toy: ToyRun;
beforeEach(async () => {
  toy = await toyRun();
});
afterEach(() => toy.end());

const options = (projections: readonly AnyProjection[] = [places, days]) => ({
  store: toy.store,
  codec: identityCodec,
  projections,
  databaseUrl: toy.database.projectorUrl,
});
const fill = async (count: number): Promise<string> => {
  for (let place = 0; place < count; place += 1)
    await record(
      toy.store,
      place,
      opened(place),
      taken(place, 2),
      ...(place % 5 === 0 ? [closed(place)] : [taken(place)]),
    );
  return record(toy.store, count, opened(count));
};

describe('building anew', () => {
  it('makes the tables what the log says, whatever was in them', async () => {
    const runner = toy.run();
    await toy.reached(await fill(30));
    await runner.stop();
    await toy.pool.query(`UPDATE toy.place SET title = 'wrong', taken = 99; DELETE FROM toy.day`);
    const { events, parked } = await rebuild(options());
    expect([events, parked]).toEqual([91, []]);
    await toy.expectFolded();
  });
  it('can be done while events come in, and the runner goes on from there', async () => {
    const runner = toy.run();
    await fill(20);
    let rebuilding = true;
    const writing = (async () => {
      for (let place = 100; rebuilding && place < 2_000; place += 1) {
        await record(toy.store, place, opened(place), taken(place));
        await nextTurn();
      }
    })();
    for (let times = 0; times < 4; times += 1) await rebuild(options(times % 2 ? [places] : [places, days]));
    rebuilding = false;
    await writing;
    await toy.reached(await record(toy.store, 1, taken(1)));
    await toy.expectFolded();
    expect(runner.status().fault).toBeUndefined();
  });
  it('gives parked streams another chance, and parks again what still does not fit', async () => {
    const runner = toy.run();
    await record(toy.store, 1, opened(1), toyEvent('SeatTaken', 1, { seats: 0 }), taken(1));
    await record(toy.store, 2, toyEvent('PlaceOpened', 2, { title: null }), taken(2));
    await toy.reached(await fill(0));
    expect((await projectionsHealth(toy.pool)).parked).toHaveLength(2);
    const untitled = `place-${placeId(2)}`;
    const patient: AnyProjection = { ...places, on: { ...places.on, SeatTaken: () => undefined } };
    const { parked } = await rebuild(options([patient]));
    expect(parked).toMatchObject([{ stream: untitled, error: expect.stringContaining('23502') }]);
    expect((await projectionsHealth(toy.pool)).parked).toMatchObject([{ stream: untitled }]);
    expect((await toy.rows('toy.place', 'title')).map(({ title }) => title)).toEqual(['Place 0', 'Place 1']);
    await until(() => runner.status().owner);
  });
  it('leaves everything as it was when it is stopped', async () => {
    const runner = toy.run();
    await toy.reached(await fill(10));
    await runner.stop();
    const stop = new AbortController();
    const stopping = rebuild({ ...options(), signal: stop.signal, onProgress: () => stop.abort() });
    await expect(stopping).rejects.toThrow('aborted');
    await toy.expectFolded();
    expect((await verify(options())).differences).toBe(0);
  });
  it('refuses a log that ends before the read models do', async () => {
    const runner = toy.run();
    await toy.reached(await fill(3));
    await runner.stop();
    const { MemoryEventStore } = await import('../testing/memory.event-store.js');
    await expect(rebuild({ ...options(), store: new MemoryEventStore() })).rejects.toThrow(
      'The log ends before',
    );
    await toy.expectFolded();
  });
});

describe('verifying', () => {
  const verified = async () => {
    const runner = toy.run();
    await toy.reached(await fill(12));
    await runner.stop();
  };

  it('finds no difference where there is none, with what is parked left out', async () => {
    toy.run();
    await record(toy.store, 50, opened(50), toyEvent('SeatTaken', 50, { seats: 0 }), taken(50));
    await record(toy.store, 51, toyEvent('PlaceOpened', 51, { title: null }), taken(51));
    await toy.reached(await fill(12));
    const places12 = 12 - 3 + 1 + 1;
    const { rows: dayRows } = await toy.pool.query('SELECT 1 FROM toy.day');
    expect(await verify(options())).toEqual({ events: 42, rows: places12 + dayRows.length, differences: 0 });
  });
  it('names a value that was changed', async () => {
    await verified();
    await toy.pool.query('UPDATE toy.place SET taken = taken + 1 WHERE place_id = $1', [placeId(1)]);
    expect(await verify(options())).toMatchObject({
      differences: 1,
      first: {
        projection: 'places',
        table: 'toy.place',
        key: { place_id: placeId(1) },
        column: 'taken',
        expected: 3,
        found: 4,
      },
    });
  });
  it('tells a small difference within a document or a list', async () => {
    await verified();
    await toy.pool.query(
      `UPDATE toy.place SET days = jsonb_set(days, '{hours,1}', '17.25') WHERE place_id = $1`,
      [placeId(1)],
    );
    await toy.pool.query(`UPDATE toy.place SET notes = notes || 'more'::text WHERE place_id = $1`, [
      placeId(2),
    ]);
    expect((await verify(options())).differences).toBe(2);
  });
  it('names a row that is missing', async () => {
    await verified();
    await toy.pool.query('DELETE FROM toy.day WHERE kind = $1', ['PlaceClosed']);
    const result = await verify(options());
    expect(result.differences).toBe(3);
    expect(result.first).toMatchObject({
      projection: 'days',
      column: 'day',
      found: null,
      key: { kind: 'PlaceClosed' },
    });
  });
  it('names a row that should not be there', async () => {
    await verified();
    await toy.pool.query(`INSERT INTO toy.day VALUES ('2020-01-01', 'PlaceOpened', 1)`);
    expect(await verify(options())).toMatchObject({
      differences: 1,
      first: {
        projection: 'days',
        key: { day: '2020-01-01', kind: 'PlaceOpened' },
        expected: null,
        found: '2020-01-01',
      },
    });
  });
});
