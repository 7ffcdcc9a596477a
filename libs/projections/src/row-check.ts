import { isCalendarDate, isUuid } from '@alongside/kernel';
import type { AnyProjection, ColumnType } from './projection.js';
import type { Row } from './fold.js';

const isText = (value: unknown): boolean => typeof value === 'string' && !value.includes('\u0000');
const isListOf =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(check);

const fits: Readonly<Record<ColumnType, (value: unknown) => boolean>> = {
  uuid: isUuid,
  text: isText,
  date: isCalendarDate,
  instant: (value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  json: (value) => JSON.stringify(value) !== undefined,
  'uuid[]': isListOf(isUuid),
  'text[]': isListOf(isText),
};

/** What is wrong with a row against the projection's columns; nothing where it fits. Null fits every column. */
export const faultsOf = (projection: AnyProjection, row: Row): readonly string[] => [
  ...Object.entries(projection.columns).flatMap(([column, type]) => {
    const value = row[column];
    if (value === undefined) return [`${column} is missing`];
    return value === null || fits[type](value)
      ? []
      : [`${column} is not of type ${type}: ${JSON.stringify(value)}`];
  }),
  ...Object.keys(row)
    .filter((column) => !Object.hasOwn(projection.columns, column))
    .map((column) => `${column} is not a column of ${projection.table}`),
];
