import type { ClientBase } from 'pg';
import type { Row } from '../fold.js';
import { advanceStatement, type Feed } from '../runtime/feed.js';
import { addPark, parkStatement, type Park, type Parked } from '../runtime/parked.js';
import { isRefusal, together } from '../sql/failures.js';
import { applyCarefully, type Target } from './apply-carefully.js';
import {
  foldItems,
  holdRows,
  itemsFor,
  missingKeys,
  unwritten,
  type HeldRows,
  type Item,
} from './fold-batch.js';
import type { PreparedEvent } from './prepared-event.js';

interface Work extends Target {
  readonly items: readonly Item[];
  readonly rows: HeldRows;
  readonly keys: readonly (readonly string[])[];
}

/**
 * Takes a batch into all tables and moves the feed to its end, in one transaction. Returns the feed as it is then.
 * `parked` grows by the streams that could not be taken.
 * @throws SUPERSEDED and failures that pass; then nothing of the batch was taken
 */
export const applyBatch = async (
  client: ClientBase,
  targets: readonly Target[],
  events: readonly PreparedEvent[],
  feed: Feed,
  parked: Parked,
): Promise<{ readonly feed: Feed; readonly parks: readonly Park[] }> => {
  const last = events.at(-1)!.recorded;
  const advance = advanceStatement(feed, last.position, last.metadata.recordedAt);
  const moved = { ...feed, position: last.position };
  try {
    const parks = await applyTogether(client, targets, events, parked, advance);
    for (const park of parks) addPark(parked, park);
    return { feed: moved, parks };
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const parks: Park[] = [];
  await client.query('BEGIN');
  try {
    await client.query(advance);
    for (const target of targets) parks.push(...(await applyCarefully(client, target, events, parked)));
    for (const park of parks) await client.query(parkStatement(park));
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  return { feed: moved, parks };
};

/** Two flights: all rows that are needed; then the whole transaction. */
const applyTogether = async (
  client: ClientBase,
  targets: readonly Target[],
  events: readonly PreparedEvent[],
  parked: Parked,
  advance: ReturnType<typeof advanceStatement>,
): Promise<readonly Park[]> => {
  const parks: Park[] = [];
  const works = targets.flatMap((target): Work[] => {
    const found = itemsFor(target.projection, events, parked);
    parks.push(...found.parks);
    if (found.items.length === 0) return [];
    const rows: HeldRows = new Map();
    return [{ ...target, items: found.items, rows, keys: missingKeys(found.items, rows) }];
  });
  const fetched = await together(works.map(({ table, keys }) => client.query<Row>(table.load(keys))));
  const statements = works.flatMap(({ projection, table, items, rows, keys }, index) => {
    holdRows(projection, keys, fetched[index]!.rows, rows);
    parks.push(...foldItems(projection, items, rows, parked));
    const { upserts, removes } = unwritten(rows);
    return [
      ...(upserts.length > 0 ? [table.upsert(upserts)] : []),
      ...(removes.length > 0 ? [table.remove(removes)] : []),
    ];
  });
  await together([
    client.query('BEGIN'),
    ...[advance, ...statements, ...parks.map(parkStatement)].map((statement) => client.query(statement)),
    client.query('COMMIT'),
  ]);
  return parks;
};
