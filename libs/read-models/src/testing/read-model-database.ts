import { createHash } from 'node:crypto';
import type { DatabaseUrls } from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import type { AnyProjection } from '@alongside/projections';
import { readMigrations, shippedMigrations } from '../migrations/migrations-folder.js';
import { prepareReadModels } from '../prepare-read-models.js';

/** What a spec's database holds beside the read models: the same key stands for the same content. */
export interface Beside {
  readonly key: string;
  readonly prepare: (urls: DatabaseUrls) => Promise<void>;
}

/**
 * A new database with everything migrated, the runtime, and row-level security for the projections. Made once a run
 * for the same projections, then copied.
 */
export const readModelDatabase = async (
  projections: readonly AnyProjection[],
  beside?: Beside,
): Promise<TestDatabase> => {
  const { migrationDirectories } = await readMigrations(shippedMigrations);
  const tables = projections.map(({ table, columns, access }) => ({ table, columns, access }));
  const content = JSON.stringify([migrationDirectories, tables, beside?.key]);
  return testDatabase({
    key: `read_models_${createHash('sha256').update(content).digest('hex').slice(0, 16)}`,
    prepare: async (urls) => {
      await prepareReadModels(urls.ownerUrl, projections);
      await beside?.prepare(urls);
    },
  });
};
