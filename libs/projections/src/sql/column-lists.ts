import type { ColumnType } from '../projection.js';

/** A value that no column of its type can hold. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
}

interface Column {
  /** Type of the array in which the values of many rows are sent. */
  readonly sent: string;
  /** From the sent text to the column's type, where those differ. */
  readonly cast?: string;
  /** Element of PostgreSQL's array text. */
  readonly element: (value: unknown) => string;
}

const quoted = (text: string): string =>
  text.includes('"') || text.includes('\\') ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new RowFault(`text was expected, not ${typeof value}`);
  return quoted(value);
};

const number = (value: unknown): string => {
  if (typeof value !== 'number' && typeof value !== 'string')
    throw new RowFault(`a number was expected, not ${typeof value}`);
  return quoted(String(value));
};

const boolean = (value: unknown): string => {
  if (typeof value !== 'boolean') throw new RowFault(`true or false was expected, not ${typeof value}`);
  return value ? 't' : 'f';
};

const json = (value: unknown): string => quoted(JSON.stringify(value));

const list = (value: unknown): string => {
  if (!Array.isArray(value)) throw new RowFault(`a list was expected, not ${typeof value}`);
  return quoted(`{${value.map(text).join(',')}}`);
};

const columns: Readonly<Record<ColumnType, Column>> = {
  uuid: { sent: 'uuid', element: text },
  text: { sent: 'text', element: text },
  date: { sent: 'date', element: text },
  instant: { sent: 'timestamptz', element: text },
  integer: { sent: 'integer', element: number },
  number: { sent: 'float8', element: number },
  boolean: { sent: 'boolean', element: boolean },
  json: { sent: 'text', cast: 'jsonb', element: json },
  'uuid[]': { sent: 'text', cast: 'uuid[]', element: list },
  'text[]': { sent: 'text', cast: 'text[]', element: list },
};

/** Type of the parameter that carries a column of many rows. */
export const sentType = (type: ColumnType): string => `${columns[type].sent}[]`;

/** SQL that turns a sent value into the column's. */
export const received = (expression: string, type: ColumnType): string => {
  const { cast } = columns[type];
  return cast === undefined ? expression : `${expression}::${cast}`;
};

/** The values of one column for many rows, as the text of one array. @throws RowFault naming the column */
export const columnText = (name: string, type: ColumnType, values: readonly unknown[]): string => {
  const { element } = columns[type];
  try {
    return `{${values.map((value) => (value === null ? 'NULL' : element(value))).join(',')}}`;
  } catch (error) {
    throw error instanceof RowFault ? new RowFault(`${name}: ${error.message}`) : error;
  }
};
