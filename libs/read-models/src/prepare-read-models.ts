import { openClient } from '@alongside/postgres';
import { installRuntime, type AnyProjection } from '@alongside/projections';
import { migrate } from './migrations/migrate.js';
import { applyRowLevelSecurity } from './row-level-security/apply-row-level-security.js';

/**
 * Brings a database to where this version of the program can work with it: migrations, what the runners keep, and who
 * may see which rows. May be done at every start, by several processes at once.
 * @throws MigrationFailed, and where a projection's table is missing
 */
export const prepareReadModels = async (
  ownerUrl: string,
  projections: readonly AnyProjection[],
): Promise<void> => {
  await migrate(ownerUrl);
  const owner = await openClient(ownerUrl, { name: 'alongside migrations' });
  try {
    await installRuntime(owner);
  } finally {
    await owner.end();
  }
  await applyRowLevelSecurity(ownerUrl, projections);
};
