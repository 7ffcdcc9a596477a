import { setTimeout as pause } from 'node:timers/promises';
import { openClient } from '@alongside/postgres';
import type { ClientBase } from 'pg';
import { withoutValues } from '../sql/failures.js';
import type { Logger } from './logger.js';

export interface SessionOptions {
  readonly databaseUrl: string;
  /** Shown in `pg_stat_activity`. */
  readonly name: string;
  /** The advisory lock that only one process holds at a time. */
  readonly lock: number;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  readonly onFault: (fault: string | undefined) => void;
}

const RETRY_MS = [100, 250, 500, 1_000, 2_000, 5_000];
const ASK_FOR_LOCK_MS = 250;

/** Waits, or returns at once when stopped. */
export const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  pause(milliseconds, undefined, { signal }).catch(() => undefined);

const locked = async (client: ClientBase, lock: number, signal: AbortSignal): Promise<boolean> => {
  while (!signal.aborted) {
    const { rows } = await client.query<{ readonly got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [
      lock,
    ]);
    if (rows[0]!.got) return true;
    await rest(ASK_FOR_LOCK_MS, signal);
  }
  return false;
};

/**
 * Does the work on a connection that holds the lock: for as long as that connection lives there is no other worker.
 * After a failure, or when the connection is lost, starts anew with a new connection, at growing intervals, until
 * stopped. `work` must end when the signal it is given is aborted.
 */
export const inSessions = async (
  { databaseUrl, name, lock, signal, logger, onFault }: SessionOptions,
  work: (client: ClientBase, signal: AbortSignal) => Promise<void>,
): Promise<void> => {
  for (let failures = 0; !signal.aborted;) {
    const session = new AbortController();
    const end = (): void => session.abort();
    signal.addEventListener('abort', end);
    const started = Date.now();
    try {
      const client = await openClient(databaseUrl, { name }, end);
      try {
        await client.query('SET synchronous_commit = off');
        if (await locked(client, lock, session.signal)) {
          onFault(undefined);
          await work(client, session.signal);
        }
        if (session.signal.aborted && !signal.aborted) throw new Error('the connection was lost');
      } finally {
        await client.end().catch(() => undefined);
      }
    } catch (error) {
      if (signal.aborted) return;
      // A session that lasted is no sign of a lasting fault.
      failures = Date.now() - started > 30_000 ? 1 : failures + 1;
      onFault(withoutValues(error));
      logger.warn(`${name} stopped and starts again`, { error: withoutValues(error), failures });
      await rest(RETRY_MS[Math.min(failures, RETRY_MS.length) - 1]!, signal);
    } finally {
      signal.removeEventListener('abort', end);
    }
  }
};
