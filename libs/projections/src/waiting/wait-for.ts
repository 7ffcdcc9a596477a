import { setTimeout as pause } from 'node:timers/promises';
import { BEGINNING, type Position } from '@alongside/event-store';
import pg, { type Pool } from 'pg';
import { CHANNEL } from '../runtime/install-runtime.js';

const DEFAULT_TIMEOUT_MS = 2_000;
/** How often to ask while no notification comes: notifications are lost behind some connection poolers. */
const POLL_MS = 100;

interface Seen {
  readonly position: Position;
  /** Projections that stand in step with the feed. */
  readonly names: ReadonlySet<string>;
}

interface Waiter {
  readonly position: Position;
  readonly wake: () => void;
}

/** One for each pool: what was last seen there, and who waits for more. */
interface Watch {
  seen: Seen;
  readonly waiters: Set<Waiter>;
  listening: boolean;
}

const watches = new WeakMap<Pool, Watch>();

/**
 * Waits until the projections have applied everything up to the position. `behind` where they have not within the
 * time, or where one of them has never been built. The pool must be able to read the runtime schema.
 * @throws where the database cannot be asked
 */
export const waitFor = async (
  pool: Pool,
  projections: readonly string[],
  position: Position,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<'reached' | 'behind'> => {
  const watch = watchOf(pool);
  const reached = (): boolean =>
    watch.seen.position >= position && projections.every((name) => watch.seen.names.has(name));
  const end = Date.now() + timeoutMs;
  while (!reached()) {
    await look(pool, watch);
    if (reached()) break;
    const left = end - Date.now();
    if (left <= 0) return 'behind';
    listen(pool, watch);
    await news(watch, position, Math.min(left, POLL_MS));
  }
  return 'reached';
};

const watchOf = (pool: Pool): Watch => {
  const known = watches.get(pool);
  if (known) return known;
  const made: Watch = {
    seen: { position: BEGINNING, names: new Set() },
    waiters: new Set(),
    listening: false,
  };
  watches.set(pool, made);
  return made;
};

const look = async (pool: Pool, watch: Watch): Promise<void> => {
  const { rows } = await pool.query<{ position: string; names: string[] | null }>({
    name: 'projections seen',
    text: `SELECT position, (SELECT array_agg(name) FROM runtime.projection) AS names FROM runtime.feed WHERE name = 'projections'`,
  });
  const { position = BEGINNING, names } = rows[0] ?? { names: null };
  watch.seen = {
    position: position > watch.seen.position ? position : watch.seen.position,
    names: new Set(names),
  };
};

const news = async (watch: Watch, position: Position, timeoutMs: number): Promise<void> => {
  const stop = new AbortController();
  const waiter: Waiter = { position, wake: () => stop.abort() };
  watch.waiters.add(waiter);
  await pause(timeoutMs, undefined, { signal: stop.signal }).catch(() => undefined);
  watch.waiters.delete(waiter);
};

const tell = (watch: Watch, position: Position): void => {
  if (position <= watch.seen.position) return;
  watch.seen = { ...watch.seen, position };
  for (const waiter of watch.waiters) if (waiter.position <= position) waiter.wake();
};

/** Opens a connection beside the pool's, once; when it is lost the next who waits opens another. */
const listen = (pool: Pool, watch: Watch): void => {
  if (watch.listening || pool.ending) return;
  watch.listening = true;
  void listenWhileOpen(pool, watch)
    .catch(() => undefined)
    .finally(() => (watch.listening = false));
};

const LOOK_AT_POOL_MS = 1_000;

const listenWhileOpen = async (pool: Pool, watch: Watch): Promise<void> => {
  const lost = new AbortController();
  const client = new pg.Client(pool.options);
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  client.on('notification', ({ channel, payload }) => {
    if (channel === CHANNEL && payload) tell(watch, payload);
  });
  await client.connect();
  // Neither this connection nor the timer shall keep a program alive that is otherwise done.
  (client as pg.Client & { unref(): void }).unref();
  try {
    await client.query(`LISTEN ${CHANNEL}`);
    while (!lost.signal.aborted && !pool.ending)
      await pause(LOOK_AT_POOL_MS, undefined, { signal: lost.signal, ref: false }).catch(() => undefined);
  } finally {
    await client.end().catch(() => undefined);
  }
};
