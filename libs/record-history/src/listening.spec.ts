import { describe, expect, it } from '@jest/globals';
import { listening } from './listening.js';

/** News that a spec makes up. */
const madeUpNews = () => {
  const listeners = new Set<() => void>();
  return {
    onNews: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: () => listeners.forEach((listener) => listener()),
    heardBy: () => listeners.size,
  };
};

describe('listening', () => {
  it('asks at once, then with each piece of news, and gives on what there is', async () => {
    const news = madeUpNews();
    const answers = ['first', null, 'second'];
    const heard = listening(news, async () => ({ value: answers.shift() ?? null }));
    expect(await heard.next()).toEqual({ value: 'first', done: false });
    const second = heard.next();
    news.tell();
    expect(await second).toEqual({ value: 'second', done: false });
    await heard.return!();
  });
  it('misses no news that comes while it asks', async () => {
    const news = madeUpNews();
    let asked = 0;
    const heard = listening(news, async () => {
      asked += 1;
      if (asked === 1) news.tell();
      return { value: asked === 2 ? 'late' : null };
    });
    expect(await heard.next()).toEqual({ value: 'late', done: false });
    await heard.return!();
  });
  it('is over where there is nothing more to come, and listens no longer', async () => {
    const news = madeUpNews();
    const heard = listening(news, async () => undefined);
    expect(await heard.next()).toEqual({ value: undefined, done: true });
    expect(news.heardBy()).toBe(0);
  });
  it('stops at once when whoever listens goes, also while it waits', async () => {
    const news = madeUpNews();
    const heard = listening<string>(news, async () => ({ value: null }));
    const waiting = heard.next();
    await heard.return!();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(news.heardBy()).toBe(0);
  });
  it('hands on what fails, and listens no longer', async () => {
    const news = madeUpNews();
    const heard = listening<string>(news, async () => Promise.reject(new Error('away')));
    await expect(heard.next()).rejects.toThrow('away');
    expect(news.heardBy()).toBe(0);
  });
});
