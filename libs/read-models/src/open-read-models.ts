import { PrismaPg } from '@prisma/adapter-pg';
import {
  openPool,
  scopedArrays,
  scopedQuery,
  scopeStatement,
  type ReadScope,
  type ScopedStatement,
} from '@alongside/postgres';
import type { Pool, QueryResultRow } from 'pg';
import { PrismaClient, type Prisma } from './generated/client.js';

export type { Prisma } from './generated/client.js';

export interface ReadModelsOptions {
  /** Connections at most. 10 where absent. */
  readonly max?: number;
  /** After which the database gives a statement up. 5,000 where absent. */
  readonly statementTimeoutMs?: number;
}

/** The read models as a reader may see them. Every read says its scope; there is no other way in. */
export interface ReadModels {
  /** Hot lists: one flight, plan kept under the statement's name. */
  readonly query: <Row extends QueryResultRow = QueryResultRow>(
    scope: ReadScope,
    statement: ScopedStatement,
  ) => Promise<readonly Row[]>;
  /** As `query`, each row an array of values. */
  readonly arrays: <Row extends unknown[] = unknown[]>(
    scope: ReadScope,
    statement: ScopedStatement,
  ) => Promise<readonly Row[]>;
  /** Typed reads of low volume, in one read-only transaction that holds the scope. */
  readonly prisma: <Result>(
    scope: ReadScope,
    read: (transaction: Prisma.TransactionClient) => Promise<Result>,
  ) => Promise<Result>;
  /** For `waitFor` and health. Without a scope, no row of a read model can be seen through it. */
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

const STATEMENT_TIMEOUT_MS = 5_000;

/** Opens the read models for the gateway role. Connections are made when first needed. */
export const openReadModels = (gatewayUrl: string, options: ReadModelsOptions = {}): ReadModels => {
  const { max = 10, statementTimeoutMs = STATEMENT_TIMEOUT_MS } = options;
  const pool = openPool(gatewayUrl, { name: 'alongside gateway', max, statementTimeoutMs });
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    query: (scope, statement) => scopedQuery(pool, scope, statement),
    arrays: (scope, statement) => scopedArrays(pool, scope, statement),
    prisma: (scope, read) =>
      client.$transaction(
        async (transaction) => {
          const { text, values } = scopeStatement(scope);
          await transaction.$executeRawUnsafe('SET TRANSACTION READ ONLY');
          await transaction.$queryRawUnsafe(text, ...values);
          // Prisma's promises start when they are awaited: that must happen in here.
          return await read(transaction);
        },
        { maxWait: statementTimeoutMs, timeout: 2 * statementTimeoutMs },
      ),
    pool,
    close: async () => {
      await client.$disconnect();
      await pool.end();
    },
  };
};
