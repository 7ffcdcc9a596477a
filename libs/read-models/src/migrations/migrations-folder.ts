import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList, SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The migrations that this program ships with: one folder each, in the order of their names. */
export const shippedMigrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

export const everything: SchemaFilter = { externalTables: [], externalEnums: [] };

const LOCK = 'migration_lock.toml';

/** Migrations as Prisma keeps them: `<timestamp>_<name>/migration.sql`. */
export const readMigrations = async (folder: string): Promise<MigrationList> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return {
    baseDir: folder,
    lockfile: { path: LOCK, content: await readFile(join(folder, LOCK), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(folder, path, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  };
};
