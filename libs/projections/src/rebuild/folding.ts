import {
  BEGINNING,
  type EventCodec,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '@alongside/event-store';
import pg, { type ClientBase } from 'pg';
import type { Row } from '../fold.js';
import type { AnyProjection } from '../projection.js';
import { addPark, type Park, type Parked } from '../runtime/parked.js';
import {
  foldItems,
  holdRows,
  itemsFor,
  missingKeys,
  unwritten,
  type HeldRows,
} from '../runner/fold-batch.js';
import { preparing } from '../runner/prepared-event.js';
import { readAhead } from '../runner/read-ahead.js';
import { tableName, tableOf, type Table } from '../sql/table.js';

export interface FoldingOptions {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly projections: readonly AnyProjection[];
  readonly signal?: AbortSignal | undefined;
  /** Rows held in memory, of all projections together; more are kept in temporary tables. 200,000 where absent. */
  readonly maxHeld?: number;
  /** Events folded at once. 5,000 where absent. */
  readonly batch?: number;
  /** Events folded so far. */
  readonly onProgress?: ((events: number) => void) | undefined;
}

/** The rows of one projection as the log makes them: in memory, and in a temporary table where they grew too many. */
export interface FoldedTable {
  readonly projection: AnyProjection;
  readonly rows: HeldRows;
  spilled?: { readonly name: string; readonly table: Table };
}

export interface Folding {
  /** Goes on to that place in the log, inclusive. @throws where the log ends before it */
  readonly upTo: (position: Position) => Promise<void>;
  readonly tables: readonly FoldedTable[];
  readonly parks: readonly Park[];
  readonly events: () => number;
}

const BATCH = 5_000;
const MAX_HELD = 200_000;
const WRITE_AT_ONCE = 5_000;

let temporaries = 0;

/** Statements that write the rows in memory to a table, some thousands at a time. */
export const writeHeld = async (client: ClientBase, table: Table, rows: HeldRows): Promise<void> => {
  const { upserts, removes } = unwritten(rows);
  for (let at = 0; at < upserts.length; at += WRITE_AT_ONCE)
    await client.query(table.upsert(upserts.slice(at, at + WRITE_AT_ONCE)));
  for (let at = 0; at < removes.length; at += WRITE_AT_ONCE)
    await client.query(table.remove(removes.slice(at, at + WRITE_AT_ONCE)));
};

/** Moves the rows in memory to the projection's temporary table, which is made where there is none. */
export const spill = async (client: ClientBase, folded: FoldedTable): Promise<{ readonly name: string }> => {
  const { projection, rows } = folded;
  const columns = Object.keys(projection.columns).map(pg.escapeIdentifier).join(', ');
  if (!folded.spilled) {
    temporaries += 1;
    const name = `pg_temp.folded_${temporaries}`;
    const key = projection.key.map(pg.escapeIdentifier).join(', ');
    await client.query(
      `CREATE TEMPORARY TABLE ${name.slice(8)} AS SELECT ${columns} FROM ${tableName(projection.table)} WITH NO DATA`,
    );
    await client.query(`ALTER TABLE ${name} ADD PRIMARY KEY (${key})`);
    folded.spilled = { name, table: tableOf(projection, name) };
  }
  await writeHeld(client, folded.spilled.table, rows);
  rows.clear();
  return folded.spilled;
};

export const dropSpilled = async (client: ClientBase, { tables }: Folding): Promise<void> => {
  for (const { spilled } of tables) if (spilled) await client.query(`DROP TABLE IF EXISTS ${spilled.name}`);
};

/** Folds the log afresh, beside the tables that are in use. Streams in `parked` are left out from their place on. */
export const startFolding = (
  client: ClientBase,
  { store, codec, projections, signal, onProgress, maxHeld = MAX_HELD, batch = BATCH }: FoldingOptions,
  parked: Parked = new Map(),
): Folding => {
  const tables = projections.map((projection): FoldedTable => ({ projection, rows: new Map() }));
  const prepare = preparing(codec, projections);
  const parks: Park[] = [];
  let at: Position = BEGINNING;
  let count = 0;

  const take = async (events: readonly RecordedEvent[]): Promise<void> => {
    const prepared = await prepare(events);
    for (const { projection, rows, spilled } of tables) {
      const { items, parks: unread } = itemsFor(projection, prepared, parked);
      if (spilled) {
        const keys = missingKeys(items, rows);
        holdRows(projection, keys, (await client.query<Row>(spilled.table.load(keys))).rows, rows);
      }
      const refused = foldItems(projection, items, rows, parked);
      for (const park of [...unread, ...refused]) addPark(parked, park);
      parks.push(...unread, ...refused);
    }
    count += events.length;
    onProgress?.(count);
    await makeRoom();
  };

  const makeRoom = async (): Promise<void> => {
    while (tables.reduce((sum, { rows }) => sum + rows.size, 0) > maxHeld)
      await spill(
        client,
        tables.reduce((most, folded) => (folded.rows.size > most.rows.size ? folded : most)),
      );
  };

  return {
    tables,
    parks,
    events: () => count,
    upTo: async (position) => {
      for await (const events of eventsUpTo(store, at, position, signal, batch)) await take(events);
      at = position > at ? position : at;
    },
  };
};

/** The events after one place up to another, inclusive. @throws where the log ends before it, or when stopped */
export async function* eventsUpTo(
  store: EventStore,
  after: Position,
  upTo: Position,
  signal?: AbortSignal,
  batch = BATCH,
): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  if (upTo <= after) return;
  if ((await store.head()) < upTo)
    throw new Error(
      `The log ends before ${upTo}, where the read models stand: it is not the log they were made from.`,
    );
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  signal?.addEventListener('abort', stop);
  // The head was waited for: the signal may have been given meanwhile.
  if (signal?.aborted) stop();
  const reader = readAhead(store.subscribe({ after, signal: stopping.signal }), 2 * batch, upTo);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const events = await reader.take(batch);
      if (events === undefined) break;
      yield events;
    }
    signal?.throwIfAborted();
  } finally {
    reader.close();
    stop();
    signal?.removeEventListener('abort', stop);
  }
}
