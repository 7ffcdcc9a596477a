import { projections, type Foundation } from '@alongside/deployment';
import { verify as verifyReadModels } from '@alongside/projections';
import type { Output } from '../console.js';

/** Folds the whole log afresh and compares every row of every read model with it. Answers whether they agree. */
export const verify = async ({ store, codec, urls }: Foundation, output: Output): Promise<boolean> => {
  const bar = output.progress('Folding the log');
  const result = await verifyReadModels({ store, codec, projections, databaseUrl: urls.projectorUrl });
  bar.end();
  const { events, rows, differences, first } = result;
  output.answer(
    result,
    differences === 0
      ? `${events} events, ${rows} rows, 0 differences.`
      : `${events} events, ${rows} rows, ${differences} differences. The first: ${first?.table} ${JSON.stringify(first?.key)} ${first?.column} is ${JSON.stringify(first?.found)}, and the log says ${JSON.stringify(first?.expected)}. Run \`alongside rebuild ${first?.projection}\`.`,
  );
  return differences === 0;
};
