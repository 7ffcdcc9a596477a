import { openClient } from '@alongside/postgres';
import pg, { type ClientBase } from 'pg';
import type { AnyProjection } from '../projection.js';
import { readFeed } from '../runtime/feed.js';
import { readParked } from '../runtime/parked.js';
import { tableName } from '../sql/table.js';
import { REBUILDING } from './rebuild.js';
import { spill, startFolding, type FoldedTable, type FoldingOptions } from './folding.js';

export interface VerifyOptions extends FoldingOptions {
  /** As the projector role. */
  readonly databaseUrl: string;
}

/** One value that is not what the log says. A whole row that is missing or too many stands under its first key column. */
export interface Difference {
  readonly projection: string;
  readonly table: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly column: string;
  readonly expected: unknown;
  readonly found: unknown;
}

export interface Verified {
  readonly events: number;
  /** Rows as the log makes them. */
  readonly rows: number;
  /** Rows that differ, are missing, or are too many. */
  readonly differences: number;
  readonly first?: Difference;
}

/**
 * Folds the whole log afresh and compares every row of every table with it, as of one moment, while the program goes
 * on. What is parked counts as not yet applied, in both.
 */
export const verify = async ({ databaseUrl, ...options }: VerifyOptions): Promise<Verified> => {
  const client = await openClient(databaseUrl, { name: 'alongside verify' });
  try {
    await client.query('SELECT pg_advisory_lock_shared($1)', [REBUILDING]);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const { position } = await readFeed(client);
    const folding = startFolding(client, options, await readParked(client));
    await folding.upTo(position);
    let rows = 0;
    let differences = 0;
    let first: Difference | undefined;
    for (const folded of folding.tables) {
      const compared = await compare(client, folded);
      rows += compared.rows;
      differences += compared.differences;
      first ??= compared.first;
    }
    return { events: folding.events(), rows, differences, ...(first ? { first } : {}) };
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    await client.end().catch(() => undefined);
  }
};

type Values = Readonly<Record<string, unknown>>;

const compare = async (
  client: ClientBase,
  folded: FoldedTable,
): Promise<{ readonly rows: number; readonly differences: number; readonly first?: Difference }> => {
  const { projection } = folded;
  const { name } = await spill(client, folded);
  await client.query(`ANALYZE ${name}`);
  const columns = Object.keys(projection.columns).map(pg.escapeIdentifier);
  const key = projection.key.map(pg.escapeIdentifier);
  const row = (alias: string): string => `ROW(${columns.map((column) => `${alias}.${column}`).join(', ')})`;
  const different = `FROM ${name} e FULL JOIN ${tableName(projection.table)} f ON ${key
    .map((column) => `e.${column} = f.${column}`)
    .join(
      ' AND ',
    )} WHERE e.${key[0]!} IS NULL OR f.${key[0]!} IS NULL OR ${row('e')} IS DISTINCT FROM ${row('f')}`;
  const counts = await client.query<{ rows: number; differences: number }>(
    `SELECT (SELECT count(*)::integer FROM ${name}) AS rows, (SELECT count(*)::integer ${different}) AS differences`,
  );
  const { rows, differences } = counts.rows[0]!;
  if (differences === 0) return { rows, differences };
  const order = key.map((column) => `coalesce(e.${column}, f.${column})`).join(', ');
  const found = await client.query<{ expected: Values | null; found: Values | null }>(
    `SELECT to_jsonb(e) AS expected, to_jsonb(f) AS found ${different} ORDER BY ${order} LIMIT 1`,
  );
  return {
    rows,
    differences,
    first: differenceOf(projection, found.rows[0]!.expected, found.rows[0]!.found),
  };
};

const differenceOf = (
  projection: AnyProjection,
  expected: Values | null,
  found: Values | null,
): Difference => {
  const columns = Object.keys(projection.columns);
  const column =
    expected && found
      ? (columns.find((name) => JSON.stringify(expected[name]) !== JSON.stringify(found[name])) ??
        columns[0]!)
      : projection.key[0]!;
  return {
    projection: projection.name,
    table: projection.table,
    key: Object.fromEntries(projection.key.map((name) => [name, (expected ?? found)![name]])),
    column,
    expected: expected?.[column] ?? null,
    found: found?.[column] ?? null,
  };
};
