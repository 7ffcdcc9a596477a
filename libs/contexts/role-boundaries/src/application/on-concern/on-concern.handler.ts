import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import { concernStream } from '../../contracts.js';
import { concern, type ConcernRefusal, type ResolveConcern, type ShareConcern } from '../../domain/index.js';
import { ownerOfConcern } from './owner-of-concern.js';

type Asked<Given> = Given extends unknown
  ? Omit<Given, 'effectiveOn'> & { readonly effectiveOn: CalendarDate | null }
  : never;

/** A command on a concern that the actor may see; today where no day is given. */
export class OnConcern extends Command<Outcome<ConcernRefusal>> {
  constructor(
    readonly act: Act,
    readonly concernId: Uuid,
    readonly command: Asked<ShareConcern | ResolveConcern>,
  ) {
    super();
  }
}

@CommandHandler(OnConcern)
export class OnConcernHandler implements ICommandHandler<OnConcern> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, concernId, command }: OnConcern): Promise<Outcome<ConcernRefusal>> {
    return this.commanding.run(act, {
      area: 'boundaries',
      decider: concern,
      stream: concernStream(concernId),
      command: { ...command, effectiveOn: command.effectiveOn ?? act.actor.today },
      payload: command,
      owner: (state) => ownerOfConcern(state, act.actor.id),
    });
  }
}
