import { describe, expect, it } from '@jest/globals';
import { momentInWords } from './calendar-date.js';

describe('a moment in words', () => {
  it.each([
    ['2026-01-31T23:59:59.999Z', '23:59 on 31 January 2026'],
    ['2026-07-01T23:05:00.000Z', '00:05 on 2 July 2026'],
    ['2026-10-25T01:00:00.000Z', '01:00 on 25 October 2026'],
  ])('%s is told by the clock of the United Kingdom', (instant, words) => {
    expect(momentInWords(instant)).toBe(words);
  });
});
