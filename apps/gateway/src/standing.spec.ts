import { describe, expect, it } from '@jest/globals';
import type { Standing } from '@alongside/graphql-kit';
import { keptStanding } from './standing.js';

const level: Standing = { behindSeconds: 0, parkedStreams: {} };

const asking = (...answers: (() => Promise<Standing>)[]) => {
  let now = 0;
  let asked = 0;
  const standing = keptStanding(
    () => {
      asked += 1;
      return (answers.shift() ?? (() => Promise.reject(new Error('The database is away.'))))();
    },
    () => now,
  );
  return { standing, asked: () => asked, at: (ms: number) => (now = ms) };
};

describe('the standing of the read models', () => {
  it('is found out once a second, however often it is asked for', async () => {
    const { standing, asked, at } = asking(
      async () => ({ ...level, behindSeconds: 1 }),
      async () => ({ ...level, behindSeconds: 2 }),
    );
    expect(await Promise.all([standing(), standing()])).toEqual([
      { ...level, behindSeconds: 1 },
      { ...level, behindSeconds: 1 },
    ]);
    at(999);
    await standing();
    expect(asked()).toBe(1);
    at(1_000);
    await standing();
    expect([asked(), await standing()]).toEqual([2, { ...level, behindSeconds: 2 }]);
  });

  it('holds up nobody for what was known a moment ago', async () => {
    let answer: (standing: Standing) => void = () => undefined;
    const { standing, at } = asking(
      async () => level,
      () => new Promise((resolve) => (answer = resolve)),
    );
    await standing();
    at(1_500);
    expect(await standing()).toEqual(level);
    answer({ ...level, behindSeconds: 7 });
    await new Promise((resolve) => setImmediate(resolve));
    expect((await standing()).behindSeconds).toBe(7);
  });

  it('grows older while it cannot be found out', async () => {
    const { standing, at } = asking(async () => ({ behindSeconds: 3, parkedStreams: { posts: 1 } }));
    await standing();
    at(10_000);
    expect(await standing()).toEqual({ behindSeconds: 13, parkedStreams: { posts: 1 } });
    at(20_000);
    expect((await standing()).behindSeconds).toBe(23);
  });

  it('is answered in bounded time where the log does not answer', async () => {
    const { standing } = asking(() => new Promise(() => undefined));
    const began = performance.now();
    await standing();
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
