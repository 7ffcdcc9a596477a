import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, type Uuid } from '@alongside/kernel';
import { personStream } from '../../contracts.js';
import { person, type PersonRefusal, type RegisterPerson as Register } from '../../domain/index.js';

/** Registers somebody for an organisation in which the actor manages people. Their id comes from the command's. */
export class RegisterPerson extends Command<Outcome<PersonRefusal>> {
  readonly personId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Register, 'type' | 'personId' | 'corrects'>,
  ) {
    super();
    this.personId = idMadeBy(act.commandId, 'person');
  }
}

@CommandHandler(RegisterPerson)
export class RegisterPersonHandler implements ICommandHandler<RegisterPerson> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, input, personId }: RegisterPerson): Promise<Outcome<PersonRefusal>> {
    return this.commanding.run(act, {
      area: 'people',
      decider: person,
      stream: personStream(personId),
      command: { type: 'RegisterPerson', personId, ...input },
      payload: input,
      owner: () => ({ organisations: [input.registeredBy] }),
    });
  }
}
