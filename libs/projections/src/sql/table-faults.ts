import type { ClientBase } from 'pg';
import type { AnyProjection, ColumnType } from '../projection.js';

const types: Readonly<Record<ColumnType, readonly string[]>> = {
  uuid: ['uuid'],
  text: ['text'],
  date: ['date'],
  instant: ['timestamp(3) with time zone', 'timestamp with time zone'],
  integer: ['integer'],
  number: ['double precision'],
  boolean: ['boolean'],
  json: ['jsonb'],
  'uuid[]': ['uuid[]'],
  'text[]': ['text[]'],
};

interface Found {
  readonly table: string;
  readonly columns:
    readonly { readonly name: string; readonly type: string; readonly filled: boolean }[] | null;
  readonly keys: readonly (readonly string[])[] | null;
}

const question = `
SELECT asked.name AS table,
  (SELECT jsonb_agg(jsonb_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
      'filled', attgenerated <> '' OR atthasdef OR NOT attnotnull))
    FROM pg_attribute WHERE attrelid = to_regclass(asked.name) AND attnum > 0 AND NOT attisdropped) AS columns,
  (SELECT jsonb_agg((SELECT jsonb_agg(attname) FROM pg_attribute
      WHERE attrelid = indrelid AND attnum = ANY (indkey::smallint[])))
    FROM pg_index WHERE indrelid = to_regclass(asked.name) AND indisunique AND indpred IS NULL AND indexprs IS NULL) AS keys
FROM unnest($1::text[]) AS asked(name)`;

const same = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

const faultsOf = (
  { name, table, columns, key }: AnyProjection,
  found: Found | undefined,
): readonly string[] => {
  if (!found?.columns) return [`${name}: there is no table ${table}`];
  const wrong = Object.entries(columns).flatMap(([column, type]) => {
    const is = found.columns!.find((candidate) => candidate.name === column)?.type;
    if (is === undefined) return [`${name}: ${table} has no column ${column}`];
    return types[type].includes(is) ? [] : [`${name}: ${table}.${column} is ${is}, not ${types[type][0]!}`];
  });
  const unknown = found.columns
    .filter((column) => !Object.hasOwn(columns, column.name) && !column.filled)
    .map((column) => `${name}: ${table}.${column.name} must be filled, and the projection does not know it`);
  const keyed = found.keys?.some((candidate) => same(candidate, key)) ?? false;
  return [
    ...wrong,
    ...unknown,
    ...(keyed ? [] : [`${name}: ${table} has no unique key of ${key.join(', ')}`]),
  ];
};

/** Where the database's tables are not those that the projections write; nothing where all agree. */
export const tableFaults = async (
  client: ClientBase,
  projections: readonly AnyProjection[],
): Promise<readonly string[]> => {
  const { rows } = await client.query<Found>(question, [projections.map(({ table }) => table)]);
  return projections.flatMap((projection) =>
    faultsOf(
      projection,
      rows.find((row) => row.table === projection.table),
    ),
  );
};
