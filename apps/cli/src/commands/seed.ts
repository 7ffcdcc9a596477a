import type { Configuration, Foundation } from '@alongside/deployment';
import type { Extent } from '@alongside/demonstration';
import { startProjector } from '@alongside/projector';
import { findRunning } from '@alongside/deployment';
import { CommandFault } from '../command-fault.js';
import type { Output } from '../console.js';
import { readDemonstration, tellDemonstration } from '../demonstration.js';

export interface SeedOptions {
  readonly people?: number;
  readonly seed?: string;
  readonly extent?: Extent;
  readonly signal: AbortSignal;
}

/** Tells the demonstration through the real rules. Interrupted, it goes on where it was when it is given again. */
export const seed = async (
  configuration: Configuration,
  foundation: Foundation,
  { signal, ...asked }: SeedOptions,
  output: Output,
): Promise<void> => {
  if (configuration.production)
    throw new CommandFault(
      'The demonstration is for trying out: it is not told where NODE_ENV is production.',
    );
  const before = await readDemonstration(configuration.home);
  // Where no program runs, nobody else turns what is told into read models.
  const projector = (await findRunning(configuration.home))
    ? undefined
    : startProjector(foundation, { info: () => undefined, warn: output.say });
  const bar = output.progress('Telling the demonstration');
  try {
    const told = await tellDemonstration({
      home: configuration.home,
      foundation,
      asked,
      extend: true,
      onProgress: bar.to,
      signal,
    });
    bar.end();
    output.answer(
      told ? { commands: told.commands, ...told.state } : { commands: 0, ...before },
      told ? `Told: ${told.commands} commands.` : 'The demonstration was told before. Nothing was done.',
    );
  } finally {
    await projector?.close();
  }
};
