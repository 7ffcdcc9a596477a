import type { Json } from '@alongside/kernel';
import { organisationOfClient } from '@alongside/localities/contracts';
import { openPool } from '@alongside/postgres';

/** A public key as it is published: a JSON Web Key. */
export type PublishedKey = Readonly<Record<string, string>>;

/** The keys by which organisations' own systems prove themselves, for whoever must check them. */
export interface ClientKeys {
  /**
   * Those in force of a client, as the read model has them now; undefined where no such client is registered, it has
   * none, it is disabled, or its organisation is closed. @throws TooManyAsking, and what PostgreSQL answers
   */
  readonly of: (client: string) => Promise<readonly PublishedKey[] | undefined>;
  readonly close: () => Promise<void>;
}

/** More ask at once than are answered. */
export class TooManyAsking extends Error {
  override readonly name = 'TooManyAsking';
}

/** Anybody may ask, so that it is done beside what people wait for. */
const CONNECTIONS = 2;
const MOST_WAITING = 100;
const STATEMENT_TIMEOUT_MS = 2_000;

/** Whatever a key holds, nothing but these is ever published. */
const PUBLIC_MEMBERS = ['kty', 'kid', 'use', 'alg', 'n', 'e', 'crv', 'x', 'y'];

const published = (key: Readonly<Record<string, Json>>): PublishedKey =>
  Object.fromEntries(
    PUBLIC_MEMBERS.flatMap((name) => (typeof key[name] === 'string' ? [[name, key[name]]] : [])),
  );

interface Row {
  readonly keys: readonly Readonly<Record<string, Json>>[] | null;
}

/** Reads keys by the one function that answers them to somebody who has not signed in. */
export const openClientKeys = (gatewayUrl: string): ClientKeys => {
  const pool = openPool(gatewayUrl, {
    name: 'alongside client keys',
    max: CONNECTIONS,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  const asked = new Map<string, Promise<readonly PublishedKey[] | undefined>>();

  const find = async (client: string): Promise<readonly PublishedKey[] | undefined> => {
    const { rows } = await pool.query<Row>({
      name: 'identity.client_keys',
      text: 'SELECT localities.client_keys($1) AS keys',
      values: [client],
    });
    return rows[0]?.keys?.map(published);
  };

  return {
    of: (client) => {
      if (organisationOfClient(client) === undefined) return Promise.resolve(undefined);
      const before = asked.get(client);
      if (before) return before;
      if (asked.size >= MOST_WAITING)
        return Promise.reject(new TooManyAsking('More ask for keys at once than are answered.'));
      const answer = find(client).finally(() => asked.delete(client));
      asked.set(client, answer);
      return answer;
    },
    close: () => pool.end(),
  };
};
