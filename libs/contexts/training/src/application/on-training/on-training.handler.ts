import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { trainingIdOf, trainingStream } from '../../contracts.js';
import { trainingOn, type TrainingRefusal } from '../../domain/index.js';
import { ownerOfTraining, type OnTrainingCommand } from './owner-of-training.js';

/** A command on the training record of the person whom it names. */
export class OnTraining extends Command<Outcome<TrainingRefusal>> {
  constructor(
    readonly act: Act,
    readonly command: OnTrainingCommand,
    /** What the caller sent, where the command says more. */
    readonly payload: object = command,
  ) {
    super();
  }
}

@CommandHandler(OnTraining)
export class OnTrainingHandler implements ICommandHandler<OnTraining> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, command, payload }: OnTraining): Promise<Outcome<TrainingRefusal>> {
    return this.commanding.run(act, {
      area: 'training',
      decider: trainingOn(act.actor.today),
      stream: trainingStream(trainingIdOf(command.personId)),
      command,
      payload,
      owner: ownerOfTraining(act, command),
    });
  }
}
