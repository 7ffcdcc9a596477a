import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { supervisionStream } from '../../contracts.js';
import {
  supervision,
  type ArrangeSupervision,
  type SupervisionCommand,
  type SupervisionRefusal,
} from '../../domain/index.js';
import { ownerOfSupervision } from './owner-of-supervision.js';

type WithoutToday<Command> = Command extends unknown ? Omit<Command, 'today'> : never;

/** A command on a supervision that exists, given on the actor's today. */
export class OnSupervision extends Command<Outcome<SupervisionRefusal>> {
  constructor(
    readonly act: Act,
    readonly supervisionId: Uuid,
    readonly command: WithoutToday<Exclude<SupervisionCommand, ArrangeSupervision>>,
  ) {
    super();
  }
}

@CommandHandler(OnSupervision)
export class OnSupervisionHandler implements ICommandHandler<OnSupervision> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, supervisionId, command }: OnSupervision): Promise<Outcome<SupervisionRefusal>> {
    return this.commanding.run(act, {
      area: 'supervision',
      decider: supervision,
      stream: supervisionStream(supervisionId),
      command: { ...command, today: act.actor.today },
      // Without today, so that the same command is the same when it is sent again tomorrow.
      payload: command,
      owner: (state) => ownerOfSupervision(state, act.actor.id, command.type),
    });
  }
}
