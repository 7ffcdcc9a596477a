import { everything, readMigrations, shippedMigrations } from './migrations-folder.js';
import { withSchemaEngine } from './schema-engine.js';

/**
 * Applies the migrations that the database does not have yet, in process, and answers their names. It keeps Prisma's
 * own books (`_prisma_migrations`), so `prisma migrate deploy` can be used as well. Several processes may do so at
 * once: the engine holds a lock.
 * @throws MigrationFailed in the engine's words; what a failed migration did is undone, and it must be resolved first
 */
export const migrate = (ownerUrl: string, folder = shippedMigrations): Promise<readonly string[]> =>
  withSchemaEngine(ownerUrl, async (engine) => {
    const migrationsList = await readMigrations(folder);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: everything });
    return appliedMigrationNames;
  });
