import { escapeIdentifier, type Client, type ClientConfig } from 'pg';
import { OutcomeUnknown, StreamDeleted } from '../errors.js';
import {
  type AppendResult,
  type Delivery,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadOptions,
  type RecordedEvent,
  type StoreHealth,
  type SubscribeOptions,
} from '../port.js';
import { serialise } from '../serialise.js';
import { Appender } from './appender.js';
import { failureOf, ReplyLost } from './failures.js';
import { feed } from './feed.js';
import { refuseLayout } from './install.js';
import { Lane } from './lane.js';
import { channelOf } from './layout.sql.js';
import { headStatement, streamStatement, toHead, toRecorded, type StreamRow } from './statements.js';
import { Waker } from './waker.js';

export interface PostgresEventStoreOptions extends ClientConfig {
  /** Schema of the log; `log` where absent. */
  readonly schema?: string;
  /** Bound on every call, in milliseconds; 3,000 where absent. */
  readonly timeoutMs?: number;
  /** How often to look for events that no notification told of, in milliseconds; 1,000 where absent. */
  readonly pollMs?: number;
  /** Most events that a subscription fetches at once; 1,000 where absent. */
  readonly pageSize?: number;
}

const HIDE_ALL = 2_147_483_647;

/**
 * The log in PostgreSQL, for one process: one connection that appends, two that read streams, one for the pages of all
 * subscriptions and one that listens. All are made when first needed and mend themselves.
 * @throws Unavailable, AccessDenied, WrongLayout
 */
export const openPostgresEventStore = async (options: PostgresEventStoreOptions): Promise<EventStore> => {
  const store = new PostgresEventStore(options);
  try {
    await store.head();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
};

class PostgresEventStore implements EventStore {
  readonly #log: string;
  readonly #pageSize: number;
  readonly #appending: Lane;
  readonly #reading: readonly Lane[];
  readonly #feeding: Lane;
  readonly #listening: Lane;
  readonly #appender: Appender;
  readonly #waker: Waker;
  readonly #closing = new AbortController();

  constructor({
    schema = 'log',
    timeoutMs = 3_000,
    pollMs = 1_000,
    pageSize = 1_000,
    ...config
  }: PostgresEventStoreOptions) {
    this.#log = escapeIdentifier(schema);
    this.#pageSize = pageSize;
    const prepare = prepareWith(schema, timeoutMs);
    const lane = (pipeline: boolean): Lane => new Lane({ config, timeoutMs, pipeline, prepare });
    this.#appending = lane(false);
    this.#reading = [lane(true), lane(true)];
    this.#feeding = lane(true);
    this.#listening = new Lane({
      config,
      timeoutMs,
      prepare: async (client) => {
        await prepare(client);
        client.on('notification', ({ payload }) => this.#waker.hear(payload));
        await client.query(`listen ${escapeIdentifier(channelOf(schema))}`);
      },
      onEnd: () => this.#waker.onEnd(),
    });
    this.#waker = new Waker(this.#listening, { schema, pollMs });
    const onAppended = (position: Position): void => this.#waker.tell(position);
    this.#appender = new Appender(this.#appending, { schema, timeoutMs, onAppended });
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    if (events.length === 0) throw new RangeError('An append has at least one event.');
    return this.#appender.append(stream, expected, serialise(stream, events));
  }

  async read(stream: string, options: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    const rows = await this.#reader().ask<StreamRow>(streamStatement(this.#log, stream, options));
    if (rows[0]?.[0]) throw new StreamDeleted(stream);
    return rows.flatMap(([, ...row]) => (row[0] === null ? [] : [toRecorded(row)]));
  }

  async *subscribe({ after, prefixes, signal }: SubscribeOptions): AsyncGenerator<Delivery, void, undefined> {
    const stopping = new AbortController();
    const stop = (): void => stopping.abort();
    const signals = [this.#closing.signal, ...(signal ? [signal] : [])];
    if (signals.some(({ aborted }) => aborted)) return;
    for (const each of signals) each.addEventListener('abort', stop);
    try {
      yield* feed({
        lane: this.#feeding,
        waker: this.#waker,
        log: this.#log,
        pageSize: this.#pageSize,
        after,
        prefixes,
        signal: stopping.signal,
      });
    } finally {
      stop();
      for (const each of signals) each.removeEventListener('abort', stop);
    }
  }

  async head(): Promise<Position> {
    return toHead(await this.#reader().ask(headStatement(this.#log)));
  }

  truncate(stream: string, before: number): Promise<void> {
    return this.#keepHouse(stream, 'o', before);
  }

  delete(stream: string): Promise<void> {
    return this.#keepHouse(stream, 'd', HIDE_ALL);
  }

  tombstone(stream: string): Promise<void> {
    return this.#keepHouse(stream, 't', HIDE_ALL);
  }

  async health(): Promise<StoreHealth> {
    try {
      const [row] = await this.#reader().ask<readonly [boolean, string]>({
        name: 'health',
        text: `select current_setting('transaction_read_only')::boolean, coalesce((select max(position) from ${this.#log}.event), 0)::text`,
      });
      return row?.[0]
        ? {
            ok: false,
            engine: 'postgres',
            detail: 'The log can be read but not written: PostgreSQL is a replica, or was set to read only.',
          }
        : { ok: true, engine: 'postgres', detail: `The log answers; it holds ${row?.[1]} events.` };
    } catch (error) {
      return { ok: false, engine: 'postgres', detail: (error as Error).message };
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#appender.close();
    this.#waker.close();
    await Promise.all(
      [this.#appending, ...this.#reading, this.#feeding, this.#listening].map((lane) => lane.close()),
    );
  }

  #reader(): Lane {
    const [one, two] = this.#reading;
    return two!.busy < one!.busy ? two! : one!;
  }

  async #keepHouse(stream: string, state: 'o' | 'd' | 't', before: number): Promise<void> {
    const values = [stream, state, before];
    const text = `select ${this.#log}.keep_house($1, $2, $3)`;
    try {
      const [row] = await this.#appending.run<readonly [boolean]>({ name: 'keep_house', text, values });
      if (!row?.[0]) throw new StreamDeleted(stream);
    } catch (error) {
      throw error instanceof ReplyLost ? new OutcomeUnknown(error.message) : failureOf(error);
    }
  }
}

/** The server gives up before the caller does, so that what it refuses is known not to have happened. */
const SERVERS_SHARE_OF_TIME = 0.8;

/** What a connection needs before it may touch the log: that it is this layout, and that an answer means durable. */
const prepareWith =
  (schema: string, timeoutMs: number) =>
  async (client: Client): Promise<void> => {
    await client.query(
      `set statement_timeout = ${Math.ceil(timeoutMs * SERVERS_SHARE_OF_TIME)}; set jit = off; set enable_seqscan = off;
       set default_transaction_isolation = 'read committed';
       select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`,
    );
    const { rows } = await client.query<{ version: number }>(
      `select version from ${escapeIdentifier(schema)}.layout`,
    );
    refuseLayout(schema, rows[0]?.version);
  };
