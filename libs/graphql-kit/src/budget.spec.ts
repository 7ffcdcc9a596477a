import { describe, expect, it } from '@jest/globals';
import { createBudget } from './budget.js';

describe('the budget of a subject', () => {
  it('is spent and fills evenly', () => {
    let now = 0;
    const budget = createBudget(600, () => now);
    expect(budget.spend('ana', 600)).toBe(true);
    expect(budget.spend('ana', 1)).toBe(false);
    now = 1_000;
    expect(budget.spend('ana', 11)).toBe(false);
    expect(budget.spend('ana', 10)).toBe(true);
  });
  it('never holds more than a minute gives', () => {
    let now = 0;
    const budget = createBudget(600, () => now);
    expect(budget.spend('ana', 1)).toBe(true);
    now = 3_600_000;
    expect(budget.spend('ana', 601)).toBe(false);
  });
  it('is nobody else’s', () => {
    const budget = createBudget(10, () => 0);
    expect(budget.spend('ana', 10)).toBe(true);
    expect(budget.spend('hal', 10)).toBe(true);
  });
  it('is remembered of those who keep asking while others come and go', () => {
    const budget = createBudget(10_001, () => 0);
    let refused = 0;
    for (let n = 0; n < 10_002; n += 1) {
      if (!budget.spend('ana', 1)) refused += 1;
      budget.spend(`other ${n}`, 1);
    }
    expect(refused).toBe(1);
  });
});
