import { setTimeout as pause } from 'node:timers/promises';
import type { News } from '@alongside/application';
import type { RightsWatch } from '@alongside/identity';
import { openClient } from '@alongside/postgres';
import { CHANNEL as MOVED } from '@alongside/projections';

/** Told in the transaction that changes rights: ids of their holders, or `*`. */
const RIGHTS = 'alongside_rights';
const RETRY_MS = [50, 250, 1_000, 5_000];
/** Of holders heard of since the last `*`; more of them are forgotten together. */
const MOST_HOLDERS = 10_000;

export interface OpenRightsWatch extends RightsWatch, News {
  readonly close: () => Promise<void>;
}

/**
 * Hears of every change of rights, and of the read models' progress, from the moment it is committed. While it cannot
 * hear, it gives no marks, so that nothing is kept; when it hears again, everything from before is taken for changed.
 */
export const openRightsWatch = (databaseUrl: string): OpenRightsWatch => {
  const stopped = new AbortController();
  const listeners = new Set<() => void>();
  const holders = new Map<string, number>();
  let hearing = false;
  let changes = 0;
  let everybody = 0;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const changed = (payload: string): void => {
    changes += 1;
    if (payload === '*' || holders.size > MOST_HOLDERS) {
      everybody = changes;
      holders.clear();
    } else for (const holder of payload.split(',')) holders.set(holder, changes);
    tell();
  };

  const hear = async (): Promise<void> => {
    const lost = new AbortController();
    const end = (): void => lost.abort();
    stopped.signal.addEventListener('abort', end);
    const client = await openClient(databaseUrl, { name: 'alongside rights' }, end);
    try {
      client.on('end', end);
      client.on('notification', ({ channel, payload }) => {
        if (channel === MOVED) tell();
        else if (channel === RIGHTS && payload) changed(payload);
      });
      await client.query(`LISTEN ${RIGHTS}`);
      await client.query(`LISTEN ${MOVED}`);
      hearing = true;
      changed('*');
      if (!lost.signal.aborted)
        await new Promise<void>((resolve) => lost.signal.addEventListener('abort', () => resolve()));
    } finally {
      hearing = false;
      stopped.signal.removeEventListener('abort', end);
      await client.end().catch(() => undefined);
      changed('*');
    }
  };

  const listening = (async () => {
    for (let failures = 0; !stopped.signal.aborted; failures += 1) {
      const started = Date.now();
      await hear().catch(() => undefined);
      if (Date.now() - started > 10_000) failures = 0;
      await pause(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]!, undefined, {
        signal: stopped.signal,
      }).catch(() => undefined);
    }
  })();

  return {
    markOf: (holder) => {
      if (!hearing) return null;
      return holder === undefined ? `${changes}` : `${everybody}:${holders.get(holder) ?? 0}`;
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      stopped.abort();
      await listening;
    },
  };
};
