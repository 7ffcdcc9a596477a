import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig, type QueryArrayConfig } from 'pg';
import { Unavailable } from '../errors.js';
import { failureOf, isRefusal, ReplyLost } from './failures.js';

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
  #connection: Promise<Connection> | undefined;
  #open: Connection | undefined;
  #downSince: number | undefined;
  #closed = false;
  #busy = 0;

  constructor(private readonly options: LaneOptions) {}

  /** Statements on their way. */
  get busy(): number {
    return this.#busy;
  }

  /** Rows as arrays. @throws Unavailable (not sent), ReplyLost (perhaps carried out), DatabaseError (refused) */
  async run<Row extends readonly unknown[]>(
    statement: Statement,
    deadline = Date.now() + this.options.timeoutMs,
  ): Promise<Row[]> {
    this.#busy += 1;
    try {
      const { client, drop } = this.#open ?? (await this.#ready(deadline));
      const timer = setTimeout(drop, deadline - Date.now());
      try {
        const query: QueryArrayConfig = {
          ...statement,
          values: [...(statement.values ?? [])],
          rowMode: 'array',
        };
        return (await client.query<Row[number][]>(query)).rows as unknown as Row[];
      } catch (error) {
        throw isRefusal(error)
          ? error
          : new ReplyLost(`No answer from PostgreSQL: ${(error as Error).message}`);
      } finally {
        clearTimeout(timer);
      }
    } finally {
      this.#busy -= 1;
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
        if (Date.now() + PAUSE_MS > deadline) throw new Unavailable(error.message);
      }
  }

  /** Lets go of the connection once what is on its way has been answered, or has run out of time. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#open = undefined;
    const connection = await this.#connection?.catch(() => undefined);
    if (!connection) return;
    const timer = setTimeout(connection.drop, this.options.timeoutMs);
    await connection.client.end().catch(() => undefined);
    clearTimeout(timer);
  }

  async #ready(deadline: number): Promise<Connection> {
    for (;;) {
      if (this.#closed) throw new Unavailable('The event store has been closed.');
      try {
        return await within(deadline, (this.#connection ??= this.#connect()));
      } catch (error) {
        const failure = failureOf(error);
        const downFor = this.#downSince === undefined ? 0 : Date.now() - this.#downSince;
        const isWorthWaiting = downFor < this.options.timeoutMs && Date.now() + PAUSE_MS < deadline;
        if (!(failure instanceof Unavailable) || !isWorthWaiting) throw failure;
        await delay(PAUSE_MS);
      }
    }
  }

  #connect(): Promise<Connection> {
    const { config, timeoutMs, pipeline = false, prepare, onEnd } = this.options;
    const socket = new Socket();
    const drop = (): void => void socket.destroy();
    const client = new Client({ keepAlive: true, ...config, pipeline, stream: () => socket });
    const timer = setTimeout(drop, timeoutMs);
    let over = false;
    let connection: Promise<Connection> | undefined;
    client.on('error', () => undefined);
    client.on('end', () => {
      over = true;
      if (this.#connection === connection) this.#connection = this.#open = undefined;
      onEnd?.();
    });
    connection = (async () => {
      try {
        await client.connect();
        await prepare(client);
        if (over) throw new Unavailable('PostgreSQL closed the connection.');
        this.#downSince = undefined;
        return (this.#open = { client, drop });
      } catch (error) {
        this.#downSince ??= Date.now();
        if (this.#connection === connection) this.#connection = undefined;
        drop();
        throw error;
      } finally {
        clearTimeout(timer);
      }
    })();
    return connection;
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
