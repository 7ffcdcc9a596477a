import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Correction, Uuid } from '@alongside/kernel';
import { personStream } from '../../contracts.js';
import { person, type PersonRefusal, type RegisterPerson } from '../../domain/index.js';
import { ownerOfPerson } from '../on-person/on-person.handler.js';

/** Says what a registration should have said. Whose record it is, and whether the person is invented, stays. */
export class CorrectRegistration extends Command<Outcome<PersonRefusal>> {
  constructor(
    readonly act: Act,
    readonly personId: Uuid,
    readonly input: Pick<RegisterPerson, 'givenName' | 'familyName' | 'email' | 'phone' | 'effectiveOn'> & {
      readonly corrects: Correction;
    },
  ) {
    super();
  }
}

@CommandHandler(CorrectRegistration)
export class CorrectRegistrationHandler implements ICommandHandler<CorrectRegistration> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, personId, input }: CorrectRegistration): Promise<Outcome<PersonRefusal>> {
    return this.commanding.run(act, {
      area: 'people',
      decider: person,
      stream: personStream(personId),
      command: ({ registration }): RegisterPerson => {
        const { demonstration, registeredBy } = registration!;
        return { type: 'RegisterPerson', personId, ...input, demonstration, registeredBy };
      },
      payload: { type: 'CorrectRegistration', ...input },
      owner: ownerOfPerson,
    });
  }
}
