import { setTimeout as pause } from 'node:timers/promises';
import type { News } from '@alongside/application';

/** However little is heard, rights and tokens are looked at again so often. */
const LOOK_AGAIN_MS = 5_000;
/** News come in bursts: they are answered together. */
const GATHER_MS = 50;

/**
 * Asks `next` whenever there may be something new, and gives on what it answers: the first time at once. It goes on
 * until `next` answers undefined, the listener stops, or `next` fails, which is the listener's to know.
 */
export const listening = <Value>(
  news: News,
  next: () => Promise<{ readonly value: Value | null } | undefined>,
): AsyncIterableIterator<Value> => {
  const stop = new AbortController();
  let wake: (() => void) | undefined;
  let heard = true;
  const unlisten = news.onNews(() => {
    heard = true;
    wake?.();
  });
  const end = (): void => {
    stop.abort();
    wake?.();
    unlisten();
  };

  const somethingNew = async (): Promise<void> => {
    if (!heard) {
      const over = new AbortController();
      wake = () => over.abort();
      await pause(LOOK_AGAIN_MS, undefined, { signal: over.signal, ref: false }).catch(() => undefined);
      wake = undefined;
      await pause(GATHER_MS, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
    heard = false;
  };

  const following = async (): Promise<IteratorResult<Value>> => {
    try {
      while (!stop.signal.aborted) {
        await somethingNew();
        if (stop.signal.aborted) break;
        const found = await next();
        if (!found) break;
        if (found.value !== null) {
          heard = true;
          return { value: found.value, done: false };
        }
      }
    } catch (error) {
      end();
      throw error;
    }
    end();
    return { value: undefined, done: true };
  };

  return {
    next: following,
    return: async () => {
      end();
      return { value: undefined, done: true };
    },
    throw: async (error) => {
      end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
