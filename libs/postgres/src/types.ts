import pg from 'pg';

type Parse = (text: string) => unknown;

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

/** PostgreSQL's text for a timestamptz, whatever the session's time zone, as ISO 8601 in UTC with milliseconds. */
export const instantOf = (text: string): string => {
  if (!text.endsWith('+00'))
    return new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')).toISOString();
  const [seconds, fraction = ''] = text.slice(0, -3).split('.');
  return `${seconds!.replace(' ', 'T')}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
};

const countOf = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
};

const own = new Map<number, Parse>([
  [DATE, (text) => text],
  [TIMESTAMPTZ, instantOf],
  [INT8, countOf],
]);

/**
 * How values come out of PostgreSQL in this program: calendar dates as `YYYY-MM-DD`, instants as ISO 8601 text,
 * bigint as a number (@throws RangeError beyond 2^53). Given to each connection; nothing global is changed.
 */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && own.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};
