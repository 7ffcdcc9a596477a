import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { personStream } from '../../contracts.js';
import {
  person,
  type GrantDisclosure,
  type PersonRefusal,
  type WithdrawDisclosure,
} from '../../domain/index.js';
import { PersonLookup } from '../person.lookup.js';

/** What somebody discloses about themselves, or no longer does. Only ever about whoever gives the command. */
export class OnOwnDisclosure extends Command<Outcome<PersonRefusal>> {
  constructor(
    readonly act: Act,
    readonly command: GrantDisclosure | WithdrawDisclosure,
  ) {
    super();
  }
}

@CommandHandler(OnOwnDisclosure)
export class OnOwnDisclosureHandler implements ICommandHandler<OnOwnDisclosure> {
  constructor(
    private readonly commanding: Commanding,
    private readonly people: PersonLookup,
  ) {}

  async execute({ act, command }: OnOwnDisclosure): Promise<Outcome<PersonRefusal>> {
    const self = act.actor.id;
    const controller = await this.people.controllerOfOwn(self);
    return this.commanding.run(act, {
      area: 'people',
      decider: person,
      stream: personStream(self),
      command,
      payload: command,
      owner: ({ registration }) => {
        if (!registration || !controller) return undefined;
        // A withdrawal seals nothing. As a fact of no organisation it shows to the person alone: that there was
        // something to withdraw is as sensitive as what it was.
        return command.type === 'GrantDisclosure'
          ? { organisations: [controller], person: self }
          : { person: self };
      },
    });
  }
}
