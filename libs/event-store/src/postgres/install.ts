import { Client, escapeIdentifier, escapeLiteral, type ClientConfig } from 'pg';
import { WrongLayout } from '../errors.js';
import { LAYOUT_VERSION, layoutSql } from './layout.sql.js';

export interface InstallOptions {
  /** Schema of the log; `log` where absent. */
  readonly schema?: string;
  /** Roles that may append, and read. */
  readonly writers?: readonly string[];
  /** Roles that may only read. */
  readonly readers?: readonly string[];
}

/**
 * Makes the log's tables and functions, or brings the functions and rights of an existing log up to date. May be run
 * at every start, by several processes at once. The connection's role becomes the owner; nobody else can write to the
 * tables but through `append_many`.
 * @throws WrongLayout when the tables were made by another version of the program; nothing is changed then
 */
export const installPostgresEventStore = async (
  adminConnection: string | ClientConfig,
  { schema = 'log', writers = [], readers = [] }: InstallOptions = {},
): Promise<void> => {
  const client = new Client(adminConnection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select pg_advisory_xact_lock(hashtextextended(${escapeLiteral(`alongside install ${schema}`)}, 0))`,
    );
    if (await hasLayout(client, schema)) await refuseOtherLayouts(client, schema);
    else await client.query(`create schema if not exists ${escapeIdentifier(schema)}`);
    await client.query(layoutSql(schema, writers, readers));
    await client.query('commit');
  } finally {
    await client.end();
  }
};

const hasLayout = async (client: Client, schema: string): Promise<boolean> => {
  const { rows } = await client.query<{ found: boolean }>(
    'select exists (select from pg_tables where schemaname = $1 and tablename = $2) as found',
    [schema, 'layout'],
  );
  return rows[0]?.found === true;
};

const refuseOtherLayouts = async (client: Client, schema: string): Promise<void> => {
  const { rows } = await client.query<{ version: number }>(
    `select version from ${escapeIdentifier(schema)}.layout`,
  );
  refuseLayout(schema, rows[0]?.version);
};

/** @throws WrongLayout unless the version is the one that this program reads and writes */
export const refuseLayout = (schema: string, version: number | undefined): void => {
  if (version === LAYOUT_VERSION) return;
  throw new WrongLayout(
    `The event log in schema "${schema}" has layout ${version ?? 'unknown'}; this version of Alongside reads layout ${LAYOUT_VERSION}. ` +
      'Start the version that wrote it, or restore a backup into an empty database.',
  );
};
