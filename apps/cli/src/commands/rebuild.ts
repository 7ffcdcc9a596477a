import { projections, type Foundation } from '@alongside/deployment';
import { rebuild as rebuildReadModels } from '@alongside/projections';
import { CommandFault } from '../command-fault.js';
import type { Output } from '../console.js';

/** Builds one projection, or all, anew from the log. */
export const rebuild = async (
  { store, codec, urls }: Foundation,
  name: string | undefined,
  output: Output,
): Promise<void> => {
  const chosen =
    name === undefined ? projections : projections.filter((projection) => projection.name === name);
  if (chosen.length === 0)
    throw new CommandFault(
      `There is no projection ${name}. There are: ${projections.map((p) => p.name).join(', ')}.`,
    );
  const bar = output.progress('Folding the log');
  const { events, parked } = await rebuildReadModels({
    store,
    codec,
    projections: chosen,
    databaseUrl: urls.projectorUrl,
  });
  bar.end();
  output.answer(
    { projections: chosen.map((projection) => projection.name), events, parked: parked.length },
    `${chosen.length} projections built from ${events} events; ${parked.length} streams wait.`,
  );
};
