import { describe, expect, it } from '@jest/globals';
import { eachOf, isStream } from './each-of.js';

async function* told(...values: readonly unknown[]): AsyncGenerator<unknown> {
  try {
    yield* values;
  } finally {
    closed += 1;
  }
}
let closed = 0;

describe('each value of a stream', () => {
  it('is handed on after it was dealt with', async () => {
    const done: unknown[] = [];
    const heard: unknown[] = [];
    for await (const value of eachOf(told('one', 'two'), async (one) => done.push(one)))
      heard.push([value, [...done]]);
    expect(heard).toEqual([
      ['one', ['one']],
      ['two', ['one', 'two']],
    ]);
  });

  it('is kept back where that fails, and the stream is closed', async () => {
    closed = 0;
    const heard: unknown[] = [];
    const failing = async (value: unknown) => {
      if (value === 'two') throw new Error('not written');
    };
    const listen = async () => {
      for await (const value of eachOf(told('one', 'two', 'three'), failing)) heard.push(value);
    };
    await expect(listen()).rejects.toThrow('not written');
    expect([heard, closed]).toEqual([['one'], 1]);
  });

  it('closes the stream once nobody listens', async () => {
    closed = 0;
    for await (const _ of eachOf(told('one', 'two'), async () => undefined)) break;
    expect(closed).toBe(1);
  });

  it('is told from an answer that is one value', () => {
    expect(isStream(told())).toBe(true);
    expect([null, 'text', [], { nodes: [] }].map(isStream)).toEqual([false, false, false, false]);
  });
});
