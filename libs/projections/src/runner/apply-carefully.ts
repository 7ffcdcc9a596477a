import type { ClientBase } from 'pg';
import type { Row } from '../fold.js';
import type { AnyProjection } from '../projection.js';
import { addPark, isParked, parkOf, type Park, type Parked } from '../runtime/parked.js';
import { isRefusal } from '../sql/failures.js';
import type { Table } from '../sql/table.js';
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

export interface Target {
  readonly projection: AnyProjection;
  readonly table: Table;
}

/** Fetches rows, folds items and writes what came of it, within the caller's transaction. @throws what PostgreSQL refuses */
const apply = async (
  client: ClientBase,
  { projection, table }: Target,
  items: readonly Item[],
  parked: Parked,
) => {
  const rows: HeldRows = new Map();
  const keys = missingKeys(items, rows);
  holdRows(projection, keys, (await client.query<Row>(table.load(keys))).rows, rows);
  const parks = foldItems(projection, items, rows, parked);
  const { upserts, removes } = unwritten(rows);
  if (upserts.length > 0) await client.query(table.upsert(upserts));
  if (removes.length > 0) await client.query(table.remove(removes));
  return parks;
};

/**
 * Applies a batch to one table within the caller's transaction, where something in it is refused: halves it until the
 * events at fault stand alone, parks their streams and keeps all else. `parked` grows by what is answered.
 * @throws failures that are not the rows' fault
 */
export const applyCarefully = async (
  client: ClientBase,
  target: Target,
  events: readonly PreparedEvent[],
  parked: Parked,
): Promise<readonly Park[]> => {
  const { name } = target.projection;
  const all: Park[] = [];
  const keep = (parks: readonly Park[]): void => {
    for (const park of parks) addPark(parked, park);
    all.push(...parks);
  };
  const half = async (candidates: readonly Item[]): Promise<void> => {
    const items = candidates.filter(({ event }) => !isParked(parked, name, event));
    if (items.length === 0) return;
    await client.query('SAVEPOINT part');
    try {
      const parks = await apply(client, target, items, parked);
      await client.query('RELEASE part');
      keep(parks);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await client.query('ROLLBACK TO part');
      await client.query('RELEASE part');
      if (items.length === 1) return keep([parkOf(name, items[0]!.event, error)]);
      const middle = Math.ceil(items.length / 2);
      await half(items.slice(0, middle));
      await half(items.slice(middle));
    }
  };
  const { items, parks } = itemsFor(target.projection, events, parked);
  keep(parks);
  await half(items);
  return all;
};
