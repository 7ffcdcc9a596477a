import { EventStoreDBClient } from '@eventstore/db-client';
import { setTimeout as delay } from 'node:timers/promises';
import { withoutConnectionString } from './connection.settings.js';

const LETTING_GO_MS = 1_000;

/** One connection of the client. It is given up when it answers no more, and everything on its way with it. */
export interface Connection {
  readonly client: EventStoreDBClient;
  /** Answers how to stop listening. */
  readonly onGivenUp: (listener: () => void) => () => void;
}

/** A share in the one client of the process. */
export interface ClientShare {
  readonly connection: () => Connection;
  /** Connects afresh, unless somebody did already. */
  readonly giveUp: (connection: Connection) => void;
  readonly release: () => Promise<void>;
}

interface Shared {
  readonly connectionString: string;
  users: number;
  connection: Connection & { readonly end: () => Promise<void> };
}

let shared: Shared | undefined;

/**
 * Opens the process's client, or a share in it. One only: all clients of a process keep the appends they wait for in
 * one list, and the failure of one rejects those of all.
 * @throws Error when the process has a client of another server
 */
export const shareClient = (connectionString: string): ClientShare => {
  shared ??= { connectionString, users: 0, connection: connect(connectionString) };
  const mine = shared;
  if (mine.connectionString !== connectionString)
    throw new Error('This process is connected to another EventStoreDB. Close that store first.');
  mine.users += 1;
  let released = false;
  return {
    connection: () => mine.connection,
    giveUp: (connection) => {
      if (connection !== mine.connection || mine.users === 0) return;
      const old = mine.connection;
      mine.connection = connect(connectionString);
      void old.end();
    },
    release: async () => {
      if (released) return;
      released = true;
      mine.users -= 1;
      if (mine.users > 0) return;
      if (shared === mine) shared = undefined;
      await mine.connection.end();
    },
  };
};

const makeClient = (connectionString: string): EventStoreDBClient => {
  try {
    return EventStoreDBClient.connectionString(connectionString);
  } catch (error) {
    throw withoutConnectionString(error);
  }
};

const connect = (connectionString: string): Shared['connection'] => {
  const client = makeClient(connectionString);
  const listeners = new Set<() => void>();
  let used = false;
  return {
    get client() {
      used = true;
      return client;
    },
    onGivenUp: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: async () => {
      for (const listener of [...listeners]) listener();
      if (!used) return;
      await soon(client.dispose());
      await soon(closeChannel(client));
    },
  };
};

/** Waits for what may take for ever, not for ever. */
const soon = (work: Promise<void>): Promise<void> =>
  Promise.race([work.catch(() => undefined), delay(LETTING_GO_MS, undefined, { ref: false })]);

/** The client has no call for this; disposing ends its streams and leaves the sockets. */
const closeChannel = async (client: EventStoreDBClient): Promise<void> => {
  const { getChannel } = client as unknown as { getChannel(): Promise<{ close(): void }> };
  (await getChannel()).close();
};
