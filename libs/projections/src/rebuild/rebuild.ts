import { BEGINNING } from '@alongside/event-store';
import { openClient } from '@alongside/postgres';
import pg, { type ClientBase } from 'pg';
import { applyCarefully } from '../runner/apply-carefully.js';
import { preparing } from '../runner/prepared-event.js';
import { countRebuild, holdFeed, readFeed } from '../runtime/feed.js';
import { rememberProjections } from '../runtime/known-projections.js';
import { parkStatement, type Park } from '../runtime/parked.js';
import { isRefusal } from '../sql/failures.js';
import { tableName, tableOf } from '../sql/table.js';
import {
  dropSpilled,
  eventsUpTo,
  spill,
  startFolding,
  writeHeld,
  type FoldedTable,
  type Folding,
  type FoldingOptions,
} from './folding.js';

export interface RebuildOptions extends FoldingOptions {
  /** As the projector role. */
  readonly databaseUrl: string;
}

export interface Rebuilt {
  readonly events: number;
  /** Streams that the projections wait with afterwards. */
  readonly parked: readonly Park[];
}

/** Held by whoever exchanges tables, and shared by whoever must not have them exchanged underneath. */
export const REBUILDING = 4_032_012;

/**
 * Builds projections anew from the log while the program goes on: the log is folded beside the tables, and for the
 * moment of the exchange alone the tables stand still. A runner that is at work takes notice. Streams that were parked
 * get another chance. Either all is exchanged or nothing.
 */
export const rebuild = async ({ databaseUrl, ...options }: RebuildOptions): Promise<Rebuilt> => {
  const client = await openClient(databaseUrl, { name: 'alongside rebuild' });
  try {
    await client.query('SET synchronous_commit = off');
    return await rebuildInto(client, options);
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** As `rebuild`, on a connection of the projector's. */
export const rebuildInto = async (client: ClientBase, options: FoldingOptions): Promise<Rebuilt> => {
  await client.query('SELECT pg_advisory_lock($1)', [REBUILDING]);
  const folding = startFolding(client, options);
  try {
    await folding.upTo((await readFeed(client)).position);
    await client.query('BEGIN');
    const parked = await exchange(client, folding, options);
    await client.query('COMMIT');
    return { events: folding.events(), parked };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await dropSpilled(client, folding).catch(() => undefined);
    await client.query('SELECT pg_advisory_unlock($1)', [REBUILDING]).catch(() => undefined);
  }
};

const exchange = async (
  client: ClientBase,
  folding: Folding,
  options: FoldingOptions,
): Promise<readonly Park[]> => {
  const { position } = await holdFeed(client);
  await folding.upTo(position);
  let parks = folding.parks;
  for (const folded of folding.tables) {
    if (await exchanged(client, folded)) continue;
    const others = parks.filter(({ projection }) => projection !== folded.projection.name);
    parks = [...others, ...(await exchangeCarefully(client, folded, position, options))];
  }
  await rememberProjections(client, options.projections);
  for (const park of parks) await client.query(parkStatement(park));
  await countRebuild(client);
  return parks;
};

/** False where PostgreSQL refuses one of the rows; the table is then as it was. */
const exchanged = async (client: ClientBase, folded: FoldedTable): Promise<boolean> => {
  const { projection, rows } = folded;
  const target = tableName(projection.table);
  await client.query('SAVEPOINT exchange');
  try {
    await client.query(`TRUNCATE ${target}`);
    if (folded.spilled) {
      const columns = Object.keys(projection.columns).map(pg.escapeIdentifier).join(', ');
      const { name } = await spill(client, folded);
      await client.query(`INSERT INTO ${target} (${columns}) SELECT ${columns} FROM ${name}`);
    } else await writeHeld(client, tableOf(projection), rows);
    await client.query('RELEASE exchange');
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await client.query('ROLLBACK TO exchange');
    return false;
  }
};

/** Event by event where it must be, so that only the streams at fault are left out. */
const exchangeCarefully = async (
  client: ClientBase,
  { projection }: FoldedTable,
  position: string,
  { store, codec, signal }: FoldingOptions,
): Promise<readonly Park[]> => {
  const prepare = preparing(codec, [projection]);
  const target = { projection, table: tableOf(projection) };
  const parked = new Map();
  const parks: Park[] = [];
  await client.query(`TRUNCATE ${target.table.name}`);
  for await (const events of eventsUpTo(store, BEGINNING, position, signal))
    parks.push(...(await applyCarefully(client, target, await prepare(events), parked)));
  return parks;
};
