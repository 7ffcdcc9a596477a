import { uuid5, type Uuid } from '@alongside/kernel';
import type { CommandContext, Outcome } from '@alongside/event-store';
import type { Published } from '../projection.js';

/** What a reaction came to: nothing to do, or what each command answered. Refusals are put on record. */
export type Handled = Outcome<string> | readonly Outcome<string>[] | undefined;

/** What the commands of one reaction have in common. */
export interface Reaction {
  /** The same for the same event, however often it is handled; `label` tells several commands of one reaction apart. */
  readonly commandId: (label?: string) => Uuid;
  /** For the command's context: who caused it and in which chain. */
  readonly context: (
    label?: string,
  ) => Pick<CommandContext, 'client' | 'commandId' | 'correlation' | 'causation'>;
}

/**
 * Events in, commands out. Every event of the named types is handled at least once, those of one stream in order. A
 * handler must be safe to run again: its commands carry ids that derive from the event, so that a second run is
 * answered from the first.
 */
export interface ProcessManager {
  readonly name: string;
  readonly on: {
    readonly [EventType: string]: (event: Published, reaction: Reaction) => Promise<Handled> | Handled;
  };
}

export const reactionTo = (manager: string, event: Published): Reaction => {
  const commandId = (label?: string): Uuid =>
    uuid5(`${manager}:${event.id}${label === undefined ? '' : `:${label}`}`);
  return {
    commandId,
    context: (label) => ({
      client: `manager:${manager}`,
      commandId: commandId(label),
      correlation: event.metadata.correlation,
      causation: event.id,
    }),
  };
};
