import { describe, expect, it } from '@jest/globals';
import { instantOf } from '@alongside/postgres';

describe('instants from PostgreSQL', () => {
  it.each([
    ['2026-03-29 00:30:00+00', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29 00:30:00.5+00', '2026-03-29T00:30:00.500Z'],
    ['2026-03-29 00:30:00.123456+00', '2026-03-29T00:30:00.123Z'],
    ['2026-03-29 01:30:00.25+01', '2026-03-29T00:30:00.250Z'],
    ['2026-03-29 06:00:00+05:30', '2026-03-29T00:30:00.000Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });
});
