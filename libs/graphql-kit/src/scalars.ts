import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isPosition } from '@alongside/event-store';
import { isCalendarDate, isUuid } from '@alongside/kernel';

const textScalar = (
  name: string,
  description: string,
  accept: (text: unknown) => string | undefined,
  expected: string,
): GraphQLScalarType<string, string> => {
  const parse = (value: unknown, node?: ValueNode): string => {
    const text = accept(value);
    if (text === undefined)
      throw new GraphQLError(`Expected ${expected}.`, {
        nodes: node ?? null,
        extensions: { code: 'BAD_USER_INPUT' },
      });
    return text;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
    serialize: (value) => String(value),
  });
};

/**
 * The years in which a fact can lie. PostgreSQL knows no year 0, and sums of days beyond the year 9999 are no dates: a
 * fact of such a day would be recorded and never shown.
 */
const isWithinReach = (text: string): boolean => text >= '1900-01-01' && text < '2200-01-01';

/** What neither PostgreSQL nor UTF-8 can hold: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /[\u0000\p{Surrogate}]/u;

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

export const CalendarDate = textScalar(
  'CalendarDate',
  'A day as `YYYY-MM-DD`, in the United Kingdom, from 1900 to 2199.',
  (value) => (isCalendarDate(value) && isWithinReach(value) ? value : undefined),
  'a day that exists, as YYYY-MM-DD, from 1900 to 2199',
);

const momentIn = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || !instant.test(value) || Number.isNaN(Date.parse(value))) return undefined;
  const moment = new Date(value).toISOString();
  return isWithinReach(moment) ? moment : undefined;
};

export const Instant = textScalar(
  'Instant',
  'A moment in ISO 8601 with its offset, for example `2026-03-01T09:30:00.000Z`, from 1900 to 2199. Answered in UTC to the millisecond.',
  momentIn,
  'a moment in ISO 8601 with its offset, such as 2026-03-01T09:30:00Z',
);

export const Uuid = textScalar(
  'UUID',
  'The id of a record, a command or an event: an RFC 9562 UUID in lower case. Means nothing by itself.',
  (value) => (isUuid(value) ? value : undefined),
  'a UUID in lower case',
);

export const Position = textScalar(
  'Position',
  'A place in the record that a command answered with. Give it as `atLeast` to a query to read what you wrote. Text order is the order of the record.',
  (value) => (isPosition(value) ? value : undefined),
  'a position that a command answered with',
);

const limited = (name: string, length: number, what: string): GraphQLScalarType<string, string> =>
  textScalar(
    name,
    `${what} Between 1 and ${length} characters, not blank; no control characters but line breaks.`,
    (value) =>
      typeof value === 'string' &&
      value.length <= length &&
      value.trim() !== '' &&
      !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(value) &&
      !UNSTORABLE.test(value)
        ? value.trim()
        : undefined,
    `1 to ${length} characters of text`,
  );

export const ShortText = limited('ShortText', 200, 'A name or a title.');
export const LongText = limited('LongText', 4000, 'Some sentences.');

const MAX_DEPTH = 20;

const isStorable = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return !UNSTORABLE.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return (
    depth < MAX_DEPTH &&
    Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part, depth + 1))
  );
};

/** Data of several shapes, such as the rule of a clause. Its shape is checked by the command that takes it. */
export const JsonValue = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description:
    'A JSON value whose shape depends on its kind. The field that has it says what shapes there are.',
  parseValue: (value) => {
    if (isStorable(value)) return value;
    throw new GraphQLError(
      `Expected JSON of at most ${MAX_DEPTH} levels, with no NUL and no broken character in its texts.`,
      { extensions: { code: 'BAD_USER_INPUT' } },
    );
  },
});
