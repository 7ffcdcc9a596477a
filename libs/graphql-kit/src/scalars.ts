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

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

export const CalendarDate = textScalar(
  'CalendarDate',
  'A day as `YYYY-MM-DD`, in the United Kingdom.',
  (value) => (isCalendarDate(value) ? value : undefined),
  'a day that exists, as YYYY-MM-DD',
);

export const Instant = textScalar(
  'Instant',
  'A moment in ISO 8601 with its offset, for example `2026-03-01T09:30:00.000Z`. Answered in UTC to the millisecond.',
  (value) =>
    typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value))
      ? new Date(value).toISOString()
      : undefined,
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
      !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(value)
        ? value.trim()
        : undefined,
    `1 to ${length} characters of text`,
  );

export const ShortText = limited('ShortText', 200, 'A name or a title.');
export const LongText = limited('LongText', 4000, 'Some sentences.');

/** Data of several shapes, such as the rule of a clause. Its shape is checked by the command that takes it. */
export const JsonValue = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description:
    'A JSON value whose shape depends on its kind. The field that has it says what shapes there are.',
});
