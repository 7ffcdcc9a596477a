import { Unavailable } from '../errors.js';
import type { EventStore } from '../port.js';
import { appendEvents } from './appending.js';
import { checkConnectionString } from './connection.settings.js';
import { checkHealth } from './health.js';
import { deleteStream, tombstoneStream, truncateStream } from './housekeeping.js';
import { readHead, readStream } from './reading.js';
import { shareClient } from './shared.client.js';
import { subscribeTo } from './subscribing.js';

export interface EventStoreDbSettings {
  /** `esdb://…` or `esdb+discover://…` */
  readonly connectionString: string;
  /** How long a call may go without a sign of the server, its one repetition included. Milliseconds. */
  readonly timeoutMs?: number;
  /** Told what an operator should know of and the program has mended. */
  readonly warn?: (message: string) => void;
}

const TIMEOUT_MS = 2_500;

/**
 * A log in EventStoreDB or KurrentDB. Connects with the first call. All stores of a process share one client, so they
 * have to be on one server.
 * @throws Error for a connection string that cannot be used safely, and for a second server
 */
export const openEventStoreDb = ({
  connectionString,
  timeoutMs = TIMEOUT_MS,
  warn = (message) => process.emitWarning(message, 'EventStoreDB'),
}: EventStoreDbSettings): EventStore => {
  checkConnectionString(connectionString);
  const share = shareClient(connectionString);
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();

  const during = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    if (closing.signal.aborted) throw new Unavailable('This store has been closed.');
    const answer = call();
    underWay.add(answer);
    try {
      return await answer;
    } finally {
      underWay.delete(answer);
    }
  };

  return {
    append: (stream, expected, events) =>
      during(() => appendEvents(share, timeoutMs, stream, expected, events)),
    read: (stream, options = {}) => during(() => readStream(share, timeoutMs, stream, options)),
    subscribe: (options) => subscribeTo(share, { timeoutMs, warn, closing: closing.signal }, options),
    head: () => during(() => readHead(share, timeoutMs)),
    truncate: (stream, before) => during(() => truncateStream(share, timeoutMs, stream, before)),
    delete: (stream) => during(() => deleteStream(share, timeoutMs, stream)),
    tombstone: (stream) => during(() => tombstoneStream(share, timeoutMs, stream)),
    health: () => during(() => checkHealth(share, timeoutMs)),
    close: async () => {
      closing.abort();
      await Promise.allSettled([...underWay]);
      await share.release();
    },
  };
};
