import { describe, expect, it } from '@jest/globals';
import { holdsOn, overlap, through } from './period.js';

const april = { from: '2025-04-01', until: '2025-05-01' };

describe('a period', () => {
  it('holds from its first day to the day before its end', () => {
    expect([holdsOn(april, '2025-03-31'), holdsOn(april, '2025-04-01')]).toEqual([false, true]);
    expect([holdsOn(april, '2025-04-30'), holdsOn(april, '2025-05-01')]).toEqual([true, false]);
  });
  it('is said by its last day', () => {
    expect(through('2025-04-01', '2025-04-30')).toEqual(april);
    expect(through('2025-04-01', null)).toEqual({ from: '2025-04-01', until: null });
  });
  it('holds for ever where it has no end', () => {
    expect(holdsOn({ from: '2025-04-01', until: null }, '2099-01-01')).toBe(true);
  });
  it('does not overlap the one that begins on the day it ends', () => {
    expect(overlap(april, { from: '2025-05-01', until: null })).toBe(false);
    expect(overlap({ from: '2025-05-01', until: null }, april)).toBe(false);
  });
  it('overlaps one that shares a single day', () => {
    expect(overlap(april, { from: '2025-04-30', until: '2025-06-01' })).toBe(true);
    expect(overlap({ from: '2025-04-30', until: null }, april)).toBe(true);
  });
  it('overlaps nothing when it ended on its first day', () => {
    expect(overlap({ from: '2025-04-10', until: '2025-04-10' }, april)).toBe(false);
    expect(overlap(april, { from: '2025-04-10', until: '2025-04-10' })).toBe(false);
  });
});
