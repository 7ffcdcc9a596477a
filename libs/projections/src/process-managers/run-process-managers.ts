import type { EventCodec, EventStore, Position, RecordedEvent } from '@alongside/event-store';
import type { ClientBase } from 'pg';
import { silent, type Logger } from '../runner/logger.js';
import { readAhead } from '../runner/read-ahead.js';
import { inSessions, rest } from '../runner/session.js';
import { moveCheckpoint, parkedStreamNames, readCheckpoint } from './manager-records.js';
import type { ProcessManager } from './process-manager.js';
import { reacting, type Reacting } from './reacting.js';

export interface ProcessManagersOptions {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly managers: readonly ProcessManager[];
  /** As the projector role. */
  readonly databaseUrl: string;
  readonly signal: AbortSignal;
  readonly logger?: Logger;
  /** Pauses before a failed reaction is tried again; after the last one it waits for `retryParked`. */
  readonly retryMs?: readonly number[];
}

export interface ManagersStatus {
  /** Whether this process runs the managers now; another may. */
  readonly owner: boolean;
  /** Reactions of this process since it started. */
  readonly handled: number;
  /** Why nothing moves at the moment. */
  readonly fault?: string;
}

export interface ProcessManagersRunner {
  readonly status: () => ManagersStatus;
  /** Settles once stopped by the signal; the reactions that were under way have ended. */
  readonly finished: Promise<void>;
}

const RUNNING_MANAGERS = 4_032_013;
const BATCH = 500;
const RETRY_MS = [250, 1_000, 5_000, 30_000, 120_000, 600_000];
const LOOK_FOR_DUE_MS = 200;

/**
 * Lets process managers react to the log until stopped. Of all processes that do so one works and the others stand by.
 * A manager's place in the log moves only after the reaction, so each event is handled at least once; commands carry
 * ids that make a second time harmless. A reaction that fails parks its stream for that manager, is tried again at
 * growing intervals, and at last waits for an operator; other streams go on meanwhile.
 */
export const runProcessManagers = (options: ProcessManagersOptions): ProcessManagersRunner => {
  const { databaseUrl, signal, logger = silent, managers } = options;
  const names = managers.map(({ name }) => name);
  if (new Set(names).size < names.length)
    throw new Error(`Two process managers have one name: ${names.join(', ')}`);
  let status: ManagersStatus = { owner: false, handled: 0 };
  const tell = (owner: boolean, fault?: string): void => {
    status = { owner, handled: status.handled, ...(fault === undefined ? {} : { fault }) };
  };
  const onHandled = (): void => {
    status = { ...status, handled: status.handled + 1 };
  };
  const finished = inSessions(
    {
      databaseUrl,
      name: 'alongside process managers',
      lock: RUNNING_MANAGERS,
      signal,
      logger,
      onFault: (fault) => tell(fault === undefined, fault),
    },
    (client, session) =>
      allEnded(
        session,
        managers.map(
          (manager) => (stopped) => own(client, stopped, manager, { ...options, logger }, onHandled),
        ),
      ),
  ).finally(() => tell(false));
  return { status: () => status, finished };
};

/** Does all works at once; when one ends the others are stopped, and waited for. @throws what the first threw */
const allEnded = async (
  signal: AbortSignal,
  works: readonly ((stopped: AbortSignal) => Promise<void>)[],
): Promise<void> => {
  const stopping = new AbortController();
  // Also heard where the signal was given before anybody listened.
  const stopped = AbortSignal.any([signal, stopping.signal]);
  const ended = await Promise.allSettled(works.map((work) => work(stopped).finally(() => stopping.abort())));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
};

const own = async (
  client: ClientBase,
  signal: AbortSignal,
  manager: ProcessManager,
  { store, codec, logger, retryMs = RETRY_MS }: ProcessManagersOptions & { readonly logger: Logger },
  onHandled: () => void,
): Promise<void> => {
  const parked = new Set(await parkedStreamNames(client, manager.name));
  const start = await readCheckpoint(client, manager.name);
  const reaction = reacting({ client, store, codec, manager, logger, retryMs, start, parked, onHandled });
  await allEnded(signal, [
    (stopped) => follow(client, stopped, store, manager, reaction, start),
    (stopped) => retry(stopped, reaction),
  ]);
};

const follow = async (
  client: ClientBase,
  signal: AbortSignal,
  store: EventStore,
  manager: ProcessManager,
  reaction: Reacting,
  start: Position,
): Promise<void> => {
  const reader = readAhead(store.subscribe({ after: start, signal }), 2 * BATCH);
  const react = async (event: RecordedEvent): Promise<void> => {
    await reaction.take(event);
    if (Object.hasOwn(manager.on, event.type)) await moveCheckpoint(client, manager.name, event.position);
  };
  try {
    while (!signal.aborted) {
      const events = await reader.take(BATCH);
      if (events === undefined) break;
      for (const event of events) {
        if (signal.aborted) return;
        await react(event);
      }
      await moveCheckpoint(client, manager.name, events.at(-1)!.position);
    }
    if (!signal.aborted) throw new Error('the log ended its feed');
  } finally {
    reader.close();
  }
};

const retry = async (signal: AbortSignal, reaction: Reacting): Promise<void> => {
  while (!signal.aborted) {
    await rest(LOOK_FOR_DUE_MS, signal);
    if (!signal.aborted) await reaction.retryDue();
  }
};
