import { describe, expect, it } from '@jest/globals';
import { turnstile } from './turnstile.js';

const LONG_MS = 10_000;

describe('a turnstile', () => {
  it('lets as many through as it has places, and the next one when one leaves', async () => {
    const gate = turnstile(2);
    const first = await gate.enter(LONG_MS);
    await gate.enter(LONG_MS);
    let third = false;
    const waiting = gate.enter(LONG_MS).then(() => (third = true));
    await Promise.resolve();
    expect(third).toBe(false);
    first!();
    await waiting;
    expect(third).toBe(true);
  });
  it('lets them through in the order in which they came', async () => {
    const gate = turnstile(1);
    const order: number[] = [];
    const leave = await gate.enter(LONG_MS);
    const others = [1, 2, 3].map(async (each) => {
      const out = await gate.enter(LONG_MS);
      order.push(each);
      out!();
    });
    leave!();
    await Promise.all(others);
    expect(order).toEqual([1, 2, 3]);
  });
  it('sends away who has waited too long, and keeps no place for them', async () => {
    const gate = turnstile(1);
    const leave = await gate.enter(LONG_MS);
    expect(await gate.enter(5)).toBeUndefined();
    leave!();
    expect(await gate.enter(5)).toBeDefined();
  });
  it('counts a leaving once', async () => {
    const gate = turnstile(1);
    const leave = await gate.enter(LONG_MS);
    leave!();
    leave!();
    expect(await gate.enter(5)).toBeDefined();
    expect(await gate.enter(5)).toBeUndefined();
  });
});
