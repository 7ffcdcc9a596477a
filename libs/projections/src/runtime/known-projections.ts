import type { ClientBase } from 'pg';
import type { AnyProjection } from '../projection.js';
import { tableName } from '../sql/table.js';

/**
 * The versions in which projections stand in step with the feed, by name. Those that are not run any more are
 * forgotten: from here on they miss events, so that they must be built anew should they come back.
 */
export const forgetOthers = async (
  client: ClientBase,
  projections: readonly AnyProjection[],
): Promise<ReadonlyMap<string, number>> => {
  const names = projections.map(({ name }) => name);
  await client.query('DELETE FROM runtime.projection WHERE name <> ALL ($1)', [names]);
  await client.query('DELETE FROM runtime.parked WHERE projection <> ALL ($1)', [names]);
  const { rows } = await client.query<{ name: string; version: number }>(
    'SELECT name, version FROM runtime.projection',
  );
  return new Map(rows.map(({ name, version }) => [name, version]));
};

/** Says that the projections stand in step with the feed in their present versions, with nothing parked. */
export const rememberProjections = async (
  client: ClientBase,
  projections: readonly AnyProjection[],
): Promise<void> => {
  await client.query(
    `INSERT INTO runtime.projection (name, version, table_name)
     SELECT * FROM unnest($1::text[], $2::integer[], $3::text[])
     ON CONFLICT (name) DO UPDATE SET version = excluded.version, table_name = excluded.table_name, built_at = now()`,
    [
      projections.map(({ name }) => name),
      projections.map(({ version }) => version),
      projections.map(({ table }) => table),
    ],
  );
  await client.query('DELETE FROM runtime.parked WHERE projection = ANY ($1)', [
    projections.map(({ name }) => name),
  ]);
};

/** Empties the tables, for a feed that stands at the beginning of the log. */
export const startEmpty = async (
  client: ClientBase,
  projections: readonly AnyProjection[],
): Promise<void> => {
  await client.query('BEGIN');
  await client.query(`TRUNCATE ${projections.map(({ table }) => tableName(table)).join(', ')}`);
  await rememberProjections(client, projections);
  await client.query('COMMIT');
};
