import type { Pool, PoolClient, QueryArrayResult, QueryResult, QueryResultRow } from 'pg';
import { scopeStatement, type ReadScope } from './scope.js';

export interface ScopedStatement {
  /** A name makes PostgreSQL keep the plan: the same name must always come with the same text. */
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/**
 * Reads as one flight of BEGIN, scope, statement, COMMIT. It fails closed: when setting the scope fails the
 * transaction is broken and the statement is refused, so it never runs with an earlier reader's scope.
 * The pool must be one of `openPool`. @throws what PostgreSQL answers
 */
export const scopedQuery = async <Result extends QueryResultRow = QueryResultRow>(
  pool: Pool,
  scope: ReadScope,
  statement: ScopedStatement,
): Promise<readonly Result[]> => {
  const result = await flight(pool, scope, (client) => client.query<Result>(configOf(statement)));
  return result.rows;
};

/** As `scopedQuery`, with each row as an array of values in the order of the columns. Cheaper for long lists. */
export const scopedArrays = async <Result extends unknown[] = unknown[]>(
  pool: Pool,
  scope: ReadScope,
  statement: ScopedStatement,
): Promise<readonly Result[]> => {
  const result = await flight(pool, scope, (client) =>
    client.query<Result>({ ...configOf(statement), rowMode: 'array' as const }),
  );
  return result.rows;
};

const configOf = ({ name, text, values }: ScopedStatement) => ({
  ...(name === undefined ? {} : { name }),
  text,
  values: [...(values ?? [])],
});

const flight = async <Result extends QueryResult | QueryArrayResult>(
  pool: Pool,
  scope: ReadScope,
  read: (client: PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  const answers = await Promise.allSettled([
    client.query('BEGIN READ ONLY'),
    client.query(scopeStatement(scope)),
    read(client),
    client.query('COMMIT'),
  ]);
  // Where the transaction did not open or close, nobody knows what the connection holds: it is not used again.
  client.release(answers[0].status === 'rejected' || answers[3].status === 'rejected');
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
  return (answers[2] as PromiseFulfilledResult<Result>).value;
};
