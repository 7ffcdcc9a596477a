import { describe, expect, it } from '@jest/globals';
import { dayOfOwnApplication, reasonableDay } from './reasonable-day.js';

describe('the day of a fact', () => {
  it('may be in the past, today, or up to a year ahead', () => {
    for (const day of ['2019-05-01', '2026-03-01', '2027-03-01'])
      expect(reasonableDay(day, '2026-03-01')).toBe(day);
  });

  it('is refused as a slip where it is more than a year ahead', () => {
    expect(() => reasonableDay('2027-03-02', '2026-03-01')).toThrow('up to 2027-03-01');
  });
});

describe('the day of one’s own application', () => {
  it('is today, said or not', () => {
    expect(dayOfOwnApplication(null, '2026-03-01')).toBeNull();
    expect(dayOfOwnApplication('2026-03-01', '2026-03-01')).toBe('2026-03-01');
  });

  it('cannot be put before a closing date that has passed', () => {
    expect(() => dayOfOwnApplication('2026-02-28', '2026-03-01')).toThrow('made today');
  });
});
