import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { applicationStream } from '../../contracts.js';
import {
  application,
  type ApplicationRefusal,
  type AppointToReserve,
  type DecideDbsLevel,
  type DeclineApplication,
  type MoveCheck,
  type PassStage,
  type ReinstateApplication,
} from '../../domain/index.js';
import { recruitersBut } from '../application.owner.js';

type Step =
  PassStage | AppointToReserve | DecideDbsLevel | MoveCheck | DeclineApplication | ReinstateApplication;

/** A step of an application that needs nothing looked up: by whoever recruits for its organisation. */
export class OnApplication extends Command<Outcome<ApplicationRefusal>> {
  constructor(
    readonly act: Act,
    readonly applicationId: Uuid,
    readonly command: Step,
  ) {
    super();
  }
}

/** These compare with the level or decision that stands, which is sealed. */
const readsSealed: readonly Step['type'][] = ['DecideDbsLevel', 'MoveCheck'];

@CommandHandler(OnApplication)
export class OnApplicationHandler implements ICommandHandler<OnApplication> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, applicationId, command }: OnApplication): Promise<Outcome<ApplicationRefusal>> {
    return this.commanding.run(act, {
      area: 'recruitment',
      decider: application,
      stream: applicationStream(applicationId),
      command,
      payload: command,
      owner: recruitersBut(act),
      opened: readsSealed.includes(command.type),
    });
  }
}
