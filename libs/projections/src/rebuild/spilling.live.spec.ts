import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identityCodec } from '@alongside/event-store/testing';
import { openClient } from '@alongside/postgres';
import { toyRun, type ToyRun } from '../testing/toy-run.js';
import { closed, days, opened, places, record, taken } from '../testing/toy.js';
import { rebuildInto } from './rebuild.js';

describe('a rebuild of more rows than memory shall hold', () => {
  let toy: ToyRun;
  beforeEach(async () => {
    toy = await toyRun();
  });
  afterEach(() => toy.end());

  it('keeps them in the database meanwhile, with the same result', async () => {
    const runner = toy.run();
    for (let place = 0; place < 60; place += 1)
      await record(toy.store, place, opened(place), taken(place), ...(place % 3 ? [] : [closed(place)]));
    for (let place = 0; place < 60; place += 7) await record(toy.store, place, taken(place, 2));
    await toy.reached(await record(toy.store, 61, opened(61)));
    await runner.stop();
    await toy.pool.query('DELETE FROM toy.place; DELETE FROM toy.day');
    const client = await openClient(toy.database.projectorUrl, { name: 'spec' });
    const folding = { store: toy.store, codec: identityCodec, projections: [places, days] };
    await rebuildInto(client, { ...folding, maxHeld: 5, batch: 4 });
    const { rows } = await client.query(`SELECT 1 FROM pg_class WHERE relname LIKE 'folded_%'`);
    await client.end();
    await toy.expectFolded();
    expect(rows).toEqual([]);
  });
});
