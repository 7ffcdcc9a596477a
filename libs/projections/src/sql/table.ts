import pg from 'pg';
import type { Row } from '../fold.js';
import type { AnyProjection } from '../projection.js';
import { columnText, received, sentType } from './column-lists.js';

export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: string[];
}

/** How the rows of one projection are read and written: many at once, by key. */
export interface Table {
  readonly name: string;
  readonly load: (keys: readonly (readonly string[])[]) => Statement;
  readonly upsert: (rows: readonly Row[]) => Statement;
  readonly remove: (keys: readonly (readonly string[])[]) => Statement;
}

const identifier = pg.escapeIdentifier;

/** `schema.table` for SQL. */
export const tableName = (table: string): string => table.split('.').map(identifier).join('.');

/**
 * The statements for a projection's own table, or for another with the same columns. Statements are prepared once a
 * connection under the table's name; `temporary` tables come and go, so theirs are not.
 */
export const tableOf = (projection: AnyProjection, temporary?: string): Table => {
  const target = tableName(temporary ?? projection.table);
  const named = (kind: string, text: string, values: string[]): Statement =>
    temporary === undefined
      ? { name: `${kind} ${projection.table}`.slice(0, 63), text, values }
      : { text, values };
  const columns = Object.entries(projection.columns);
  const types = projection.key.map((column) => projection.columns[column]!);
  const list = columns.map(([column]) => identifier(column)).join(', ');
  const keyList = projection.key.map(identifier).join(', ');
  const keys = `unnest(${types.map((type, index) => `$${index + 1}::${sentType(type)}`).join(', ')}) AS k (${keyList})`;
  const sameKey = projection.key
    .map((column) => `t.${identifier(column)} = k.${identifier(column)}`)
    .join(' AND ');
  const sent = columns.map(([, type], index) => `$${index + 1}::${sentType(type)}`).join(', ');
  const taken = columns.map(([column, type]) => received(`v.${identifier(column)}`, type)).join(', ');
  const others = columns.filter(([column]) => !projection.key.includes(column));
  const replaced = others
    .map(([column]) => `${identifier(column)} = excluded.${identifier(column)}`)
    .join(', ');

  const load = `SELECT ${columns.map(([column]) => `t.${identifier(column)}`).join(', ')} FROM ${keys} JOIN ${target} t ON ${sameKey}`;
  const upsert =
    `INSERT INTO ${target} (${list}) SELECT ${taken} FROM unnest(${sent}) AS v (${list}) ` +
    `ON CONFLICT (${keyList}) DO ${replaced === '' ? 'NOTHING' : `UPDATE SET ${replaced}`}`;
  const remove = `DELETE FROM ${target} t USING ${keys} WHERE ${sameKey}`;

  const keyValues = (wanted: readonly (readonly string[])[]): string[] =>
    projection.key.map((column, index) =>
      columnText(
        column,
        types[index]!,
        wanted.map((key) => key[index]!),
      ),
    );
  return {
    name: target,
    load: (wanted) => named('load', load, keyValues(wanted)),
    remove: (wanted) => named('remove', remove, keyValues(wanted)),
    upsert: (rows) =>
      named(
        'upsert',
        upsert,
        columns.map(([column, type]) =>
          columnText(
            column,
            type,
            rows.map((row) => row[column]),
          ),
        ),
      ),
  };
};
