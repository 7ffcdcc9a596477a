import { describe, expect, it } from '@jest/globals';
import { createAttempts, WRONG_CODES_AN_HOUR } from './attempts.js';

const often = (times: number, work: () => void): void => {
  for (let n = 0; n < times; n += 1) work();
};

describe('wrong codes', () => {
  it('are looked at ten times an hour', () => {
    let now = 0;
    const attempts = createAttempts(() => now);
    often(WRONG_CODES_AN_HOUR - 1, () => attempts.wrong('ana'));
    expect(attempts.spent('ana')).toBe(false);
    now = 60_000;
    attempts.wrong('ana');
    expect(attempts.spent('ana')).toBe(true);
    now = 3_599_999;
    expect(attempts.spent('ana')).toBe(true);
    now = 3_600_000;
    expect(attempts.spent('ana')).toBe(false);
  });
  it('of one login are nobody else’s', () => {
    const attempts = createAttempts(() => 0);
    often(WRONG_CODES_AN_HOUR, () => attempts.wrong('ana'));
    expect(attempts.spent('hal')).toBe(false);
  });
  it('are remembered of those who keep trying while others come and go', () => {
    const attempts = createAttempts(() => 0);
    for (let n = 0; n < 10_001; n += 1) {
      if (n % 1_000 === 0) attempts.wrong('ana');
      attempts.wrong(`other ${n}`);
    }
    expect([attempts.spent('ana'), attempts.spent('other 0')]).toEqual([true, false]);
  });
});
