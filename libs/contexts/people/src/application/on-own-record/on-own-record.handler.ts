import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { privateStream } from '../../contracts.js';
import { privateRecord, type PrivateRecordCommand, type PrivateRecordRefusal } from '../../domain/index.js';
import { PersonLookup } from '../person.lookup.js';

/** A command on the record that whoever gives it controls alone. */
export class OnOwnRecord extends Command<Outcome<PrivateRecordRefusal>> {
  constructor(
    readonly act: Act,
    readonly command: PrivateRecordCommand,
  ) {
    super();
  }
}

@CommandHandler(OnOwnRecord)
export class OnOwnRecordHandler implements ICommandHandler<OnOwnRecord> {
  constructor(
    private readonly commanding: Commanding,
    private readonly people: PersonLookup,
  ) {}

  async execute({ act, command }: OnOwnRecord): Promise<Outcome<PrivateRecordRefusal>> {
    const self = act.actor.id;
    const controller = await this.people.controllerOfOwn(self);
    return this.commanding.run(act, {
      area: 'people',
      decider: privateRecord,
      stream: privateStream(self),
      command,
      payload: command,
      owner: () => (controller ? { organisations: [controller], person: self } : undefined),
    });
  }
}
