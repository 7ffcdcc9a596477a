import { projections, type Foundation } from '@alongside/deployment';
import { openPool } from '@alongside/postgres';
import { parkedStreams, verify as verifyReadModels, type Difference } from '@alongside/projections';
import type { Output } from '../console.js';

const UNSHOWN = 'not shown: it may be personal';

/** The difference as an operator may see it: operators read none of the data. */
const shown = (first: Difference): Difference =>
  projections.find(({ name }) => name === first.projection)?.access.class === 'C0'
    ? first
    : { ...first, expected: UNSHOWN, found: UNSHOWN };

const told = ({ table, key, column, found, expected, projection }: Difference): string =>
  `The first: ${table} ${JSON.stringify(key)} ${column} is ${JSON.stringify(found)}, and the log says ${JSON.stringify(expected)}. Run \`alongside rebuild ${projection}\`.`;

/**
 * Folds the whole log afresh and compares every row of every read model with it. Answers whether they agree and no
 * stream waits with an event that a projection could not apply: what is parked is left out of both sides.
 */
export const verify = async ({ store, codec, urls }: Foundation, output: Output): Promise<boolean> => {
  const bar = output.progress('Folding the log');
  const { first, ...counts } = await verifyReadModels({
    store,
    codec,
    projections,
    databaseUrl: urls.projectorUrl,
  });
  bar.end();
  const pool = openPool(urls.gatewayUrl, { name: 'alongside verify', max: 1 });
  const parked = await parkedStreams(pool)
    .then((streams) => streams.length)
    .finally(() => pool.end());
  const { events, rows, differences } = counts;
  const summary = [
    `${events} events, ${rows} rows, ${differences} differences.`,
    ...(first ? [told(shown(first))] : []),
    ...(parked > 0
      ? [`${parked} streams wait with an event that a projection could not apply: see \`alongside doctor\`.`]
      : []),
  ];
  output.answer({ ...counts, parked, ...(first ? { first: shown(first) } : {}) }, summary.join(' '));
  return differences === 0 && parked === 0;
};
