import pg from 'pg';
import { types } from './types.js';

export interface ConnectionOptions {
  /** Shown in `pg_stat_activity`. */
  readonly name: string;
  /** Connections at most. */
  readonly max?: number;
  /** A statement that runs longer is cancelled by the server. None where absent. */
  readonly statementTimeoutMs?: number;
}

const configOf = (url: string, { name, statementTimeoutMs }: ConnectionOptions): pg.ClientConfig => ({
  connectionString: url,
  application_name: name,
  types,
  pipeline: true,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  // A server that no longer hears from this machine lets go of its locks within half a minute.
  options: [
    'TimeZone=UTC',
    'tcp_keepalives_idle=10',
    'tcp_keepalives_interval=5',
    'tcp_keepalives_count=3',
    ...(statementTimeoutMs === undefined ? [] : [`statement_timeout=${statementTimeoutMs}`]),
  ]
    .map((setting) => `-c ${setting}`)
    .join(' '),
});

/**
 * Connections with this program's types, in UTC, that take statements one behind the other without waiting for each
 * answer. A lost idle connection is replaced without a word: whoever asks next gets another.
 */
export const openPool = (url: string, options: ConnectionOptions): pg.Pool => {
  const pool = new pg.Pool({ ...configOf(url, options), max: options.max ?? 10, idleTimeoutMillis: 30_000 });
  pool.on('error', () => undefined);
  return pool;
};

/** One connection of the same kind, for whoever holds a lock or listens. `onLost` is told when it breaks. */
export const openClient = async (
  url: string,
  options: ConnectionOptions,
  onLost: (error: Error) => void = () => undefined,
): Promise<pg.Client> => {
  const client = new pg.Client(configOf(url, options));
  client.on('error', onLost);
  await client.connect();
  return client;
};
