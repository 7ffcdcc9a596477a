import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig, type QueryArrayConfig } from 'pg';
import { Unavailable } from '../errors.js';
import { failureOf, isRefusal, ReplyLost, wordsOf } from './failures.js';

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

export interface LaneOptions {
  readonly config: ClientConfig;
  /** Bound on every call, in milliseconds. */
  readonly timeoutMs: number;
  /** Statements are sent without waiting for the answers to those before. */
  readonly pipeline?: boolean;
  /** Run on each new connection before anything else. */
  readonly prepare: (client: Client) => Promise<void>;
  readonly onEnd?: () => void;
}

interface Connection {
  readonly client: Client;
  /** Lets go at once: everything on its way fails as lost. */
  readonly drop: () => void;
}

const PAUSE_MS = 40;

/**
 * One connection that mends itself. It is made when first needed and again after each loss; a short outage is waited
 * out within a call's time, a long one is answered at once.
 */
export class Lane {
  #open: Connection | undefined;
  #opening: Promise<Connection> | undefined;
  /** Of the failures to connect that followed one another. */
  #failing: { readonly since: number; readonly last: number } | undefined;
  #closed = false;
  readonly #running = new Set<Promise<unknown>>();

  constructor(private readonly options: LaneOptions) {}

  /** Statements on their way. */
  get busy(): number {
    return this.#running.size;
  }

  /** Rows as arrays. @throws Unavailable (not sent), ReplyLost (perhaps carried out), DatabaseError (refused) */
  async run<Row extends readonly unknown[]>(
    statement: Statement,
    deadline = Date.now() + this.options.timeoutMs,
  ): Promise<Row[]> {
    const running = this.#run<Row>(statement, deadline);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** For statements that may be carried out twice. @throws Unavailable, AccessDenied, WrongLayout, DatabaseError */
  async ask<Row extends readonly unknown[]>(statement: Statement): Promise<Row[]> {
    const deadline = Date.now() + this.options.timeoutMs;
    for (;;)
      try {
        return await this.run<Row>(statement, deadline);
      } catch (error) {
        if (!(error instanceof ReplyLost)) throw failureOf(error);
        if (this.#closed || Date.now() + PAUSE_MS > deadline) throw new Unavailable(error.message);
      }
  }

  /** Lets go of the connection once what is on its way has been answered, or has run out of time. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled([...this.#running]);
    const connection = this.#open ?? (await this.#opening?.catch(() => undefined));
    this.#open = undefined;
    if (!connection) return;
    const timer = setTimeout(connection.drop, this.options.timeoutMs);
    await connection.client.end().catch(() => undefined);
    clearTimeout(timer);
  }

  async #run<Row extends readonly unknown[]>(statement: Statement, deadline: number): Promise<Row[]> {
    const connection = this.#open ?? (await this.#ready(deadline));
    const timer = setTimeout(() => this.#leave(connection), deadline - Date.now());
    const query: QueryArrayConfig = { ...statement, values: [...(statement.values ?? [])], rowMode: 'array' };
    try {
      return (await connection.client.query<Row[number][]>(query)).rows as unknown as Row[];
    } catch (error) {
      if (isRefusal(error)) throw error;
      this.#leave(connection);
      throw new ReplyLost(`No answer from PostgreSQL: ${wordsOf(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whatever else is on its way on this connection fails as lost, too. */
  #leave(connection: Connection): void {
    if (this.#open === connection) this.#open = undefined;
    connection.drop();
  }

  async #ready(deadline: number): Promise<Connection> {
    for (;;) {
      if (this.#closed) throw new Unavailable('The event store has been closed.');
      try {
        return this.#open ?? (await within(deadline, (this.#opening ??= this.#connect())));
      } catch (error) {
        const failure = failureOf(error);
        const isWorthWaiting = this.#failsFor() < this.options.timeoutMs && Date.now() + PAUSE_MS < deadline;
        if (!(failure instanceof Unavailable) || !isWorthWaiting) throw failure;
        await delay(PAUSE_MS);
      }
    }
  }

  /** How long it has been known that there is no connection to be had, in milliseconds. */
  #failsFor(): number {
    if (!this.#failing || Date.now() - this.#failing.last > this.options.timeoutMs) return 0;
    return Date.now() - this.#failing.since;
  }

  async #connect(): Promise<Connection> {
    const { config, timeoutMs, pipeline = false, prepare, onEnd } = this.options;
    const socket = new Socket();
    const client = new Client({ keepAlive: true, ...config, pipeline, stream: () => socket });
    const connection: Connection = { client, drop: () => void socket.destroy() };
    const timer = setTimeout(connection.drop, timeoutMs);
    client.on('error', () => this.#leave(connection));
    client.on('end', () => {
      this.#leave(connection);
      onEnd?.();
    });
    try {
      await client.connect();
      await prepare(client);
      this.#failing = undefined;
      if (!this.#closed && !socket.destroyed) this.#open = connection;
      return connection;
    } catch (error) {
      this.#failing = { since: Date.now() - this.#failsFor(), last: Date.now() };
      connection.drop();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#opening = undefined;
    }
  }
}

const within = async <Value>(deadline: number, promise: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Unavailable('PostgreSQL did not answer in time.')),
      deadline - Date.now(),
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
