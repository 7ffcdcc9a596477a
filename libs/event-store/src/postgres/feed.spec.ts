import { afterEach, describe, expect, it } from '@jest/globals';
import { Unavailable } from '../errors.js';
import { toPosition, type Delivery } from '../port.js';
import { feed } from './feed.js';
import type { Lane, Statement } from './lane.js';
import { Waker } from './waker.js';

const nothing = [null, null, null, null, null, null, null];

const wakers: Waker[] = [];
afterEach(() => wakers.splice(0).forEach((waker) => waker.close()));

/** A log that ends at `head` and holds nothing that the subscriber wants. */
const aLog = (head: number, fail: (asked: number) => Error | undefined = () => undefined) => {
  const pages: Statement[] = [];
  const lane = {
    ask: async (statement: Statement) => {
      if (statement.name === 'head') return [[String(head)]];
      pages.push(statement);
      await turns(1);
      const error = fail(pages.length);
      if (error) throw error;
      return [[String(head), ...nothing]];
    },
  } as unknown as Lane;
  const waker = new Waker(lane, { schema: 'log', pollMs: 60_000 });
  wakers.push(waker);
  return { lane, pages, waker };
};

const follow = ({ lane, waker }: ReturnType<typeof aLog>, after: number, signal: AbortSignal) => {
  const deliveries: Delivery[] = [];
  const options = { lane, waker, log: 'log', pageSize: 4, prefixes: undefined, signal };
  const ended = (async () => {
    for await (const delivery of feed({ ...options, after: toPosition(after) })) deliveries.push(delivery);
  })();
  return { deliveries, ended };
};

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('the feed of a subscription', () => {
  it('looks once, and no more, for what was rumoured and is not there', async () => {
    const log = aLog(5);
    const stopping = new AbortController();
    const following = follow(log, 5, stopping.signal);
    await turns(10);
    const before = log.pages.length;
    log.waker.hear('9223372036854775807');
    await turns(50);
    expect(log.pages.length).toBe(before + 1);
    stopping.abort();
    await following.ended;
  });
  it('does not mind what is no position', async () => {
    const log = aLog(5);
    const stopping = new AbortController();
    const following = follow(log, 5, stopping.signal);
    await turns(10);
    const before = log.pages.length;
    for (const payload of ['', '-1', 'six', '1e9', '99999999999999999999999', undefined])
      log.waker.hear(payload);
    await turns(20);
    expect(log.pages.length).toBe(before);
    stopping.abort();
    await following.ended;
  });
  it('asks for less and less of a log that does not answer, but never for nothing', async () => {
    const log = aLog(5, (asked) => (asked <= 4 ? new Unavailable('slow') : undefined));
    const stopping = new AbortController();
    const following = follow(log, 0, stopping.signal);
    const end = Date.now() + 5_000;
    while (following.deliveries.length === 0 && Date.now() < end) await turns(5);
    stopping.abort();
    await following.ended;
    expect(log.pages.map(({ values }) => values?.[1])).toEqual([4, 1, 1, 1, 1]);
    expect(following.deliveries[0]).toEqual({ kind: 'caughtUp', position: toPosition(5) });
  });
  it('fails where trying again would not help', async () => {
    const log = aLog(5, () => new TypeError('not to be had'));
    const following = follow(log, 0, new AbortController().signal);
    await expect(following.ended).rejects.toThrow('not to be had');
  });
});
