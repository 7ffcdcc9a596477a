import { describe, expect, it } from '@jest/globals';
import type { GraphQLScalarType } from 'graphql';
import { CalendarDate, Instant, JsonValue, LongText, ShortText } from './scalars.js';

const accepts = (scalar: GraphQLScalarType<unknown, unknown>, value: unknown): boolean => {
  try {
    scalar.parseValue(value);
    return true;
  } catch {
    return false;
  }
};

const nested = (levels: number): unknown => (levels === 0 ? 'x' : { inner: nested(levels - 1) });

describe('what is given to the graph', () => {
  it.each(['1900-01-01', '2024-02-29', '2199-12-31'])('can be the day %s', (day) => {
    expect(CalendarDate.parseValue(day)).toBe(day);
  });

  it.each(['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2023-02-29'])(
    'is not the day %s, which could be recorded and never shown',
    (day) => {
      expect(accepts(CalendarDate, day)).toBe(false);
    },
  );

  it('is no moment that leaves these years in UTC', () => {
    expect(Instant.parseValue('2026-03-01T09:30:00+01:00')).toBe('2026-03-01T08:30:00.000Z');
    for (const moment of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00', '2199-12-31T23:59:59-01:00'])
      expect(accepts(Instant, moment)).toBe(false);
  });

  it.each(['a\u0000b', '\ud800', 'ok \udfff', '\udc00\ud800'])(
    'is no text that cannot be kept: %j',
    (text) => {
      for (const scalar of [ShortText, LongText]) expect(accepts(scalar, text)).toBe(false);
      for (const value of [text, [text], { [text]: 1 }, { deep: [{ text }] }])
        expect(accepts(JsonValue, value)).toBe(false);
    },
  );

  it('is text in any script, also beyond the first plane', () => {
    expect(ShortText.parseValue('Zoë 😀 字')).toBe('Zoë 😀 字');
    expect(JsonValue.parseValue({ title: '😀', count: 3, none: null })).toEqual({
      title: '😀',
      count: 3,
      none: null,
    });
  });

  it('is JSON of no more than twenty levels, however deep it is sent', () => {
    expect(accepts(JsonValue, nested(20))).toBe(true);
    for (const levels of [21, 5_000]) expect(accepts(JsonValue, nested(levels))).toBe(false);
  });
});
