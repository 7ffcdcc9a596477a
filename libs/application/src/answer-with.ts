import {
  isRejected,
  uuid5,
  type Decider,
  type DomainEvent,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type { Area } from '@alongside/identity';
import type { Published } from '@alongside/projections';
import type { Commanding } from './commanding.js';

/** A process manager's answer to an event: a command, the stream it is for, and whose record it becomes. */
export interface Answer<Command, State, Event extends DomainEvent, Reason extends string> {
  readonly area: Area;
  readonly decider: Decider<Command, State, Event, Reason>;
  readonly stream: string;
  readonly command: Command;
  readonly controller: { readonly organisation: Uuid; readonly locality: Uuid };
}

/**
 * Gives the command by the program's own authority. Its id is made from the manager and the event, so that an event
 * delivered again is answered as the first time. Answers the refusal, if there is one.
 */
export const answerWith = async <Command, State, Event extends DomainEvent, Reason extends string>(
  commanding: Commanding,
  manager: string,
  event: Published,
  { area, decider, stream, command, controller }: Answer<Command, State, Event, Reason>,
): Promise<Rejected | undefined> => {
  const outcome = await commanding.run(
    {
      actor: 'system',
      client: manager,
      commandId: uuid5(`${manager}:${event.id}`),
      correlation: event.metadata.correlation,
      causation: event.id,
    },
    {
      area,
      decider,
      stream,
      command,
      payload: command,
      owner: () => ({ organisations: [controller.organisation], localities: [controller.locality] }),
    },
  );
  return isRejected(outcome) ? outcome : undefined;
};
