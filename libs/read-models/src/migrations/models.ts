import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SchemasContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { everything } from './migrations-folder.js';
import { withSchemaEngine } from './schema-engine.js';

const passedOver = new Set(['node_modules', 'dist', 'generated']);

/** The workspaces' folder, in a checkout. */
const workspaces = fileURLToPath(new URL('../../..', import.meta.url));

const modelFiles = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : modelFiles(path);
      return entry.name.endsWith('.prisma') ? [path] : [];
    }),
  );
  return found.flat().sort();
};

/** All models, from beside the contexts that they belong to. */
export const readModels = async (folder = workspaces): Promise<SchemasContainer> => ({
  files: await Promise.all(
    (await modelFiles(folder)).map(async (path) => ({ path, content: await readFile(path, 'utf8') })),
  ),
});

const NOTHING = '-- This is an empty migration.';

/**
 * The SQL that would bring the database to the models; empty where it is there.
 * @throws MigrationFailed where the models contradict each other
 */
export const missingSql = (ownerUrl: string, models: SchemasContainer): Promise<string> =>
  withSchemaEngine(ownerUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', configDir: workspaces, ...models },
      to: { tag: 'schemaDatamodel', ...models },
      script: true,
      exitCode: null,
      filters: everything,
    });
    const sql = (stdout ?? '').trim();
    return sql === NOTHING ? '' : sql;
  });
