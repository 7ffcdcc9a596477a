import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { personStream } from '../../contracts.js';
import {
  person,
  type AnswerContest,
  type GiveWorkContact,
  type NamePerson,
  type PersonRefusal,
  type PersonState,
} from '../../domain/index.js';

/** A command on somebody who is registered. */
export class OnPerson extends Command<Outcome<PersonRefusal>> {
  constructor(
    readonly act: Act,
    readonly personId: Uuid,
    readonly command: NamePerson | GiveWorkContact | AnswerContest,
  ) {
    super();
  }
}

/** The organisation that registered a person answers for name and contact; the person may change them too. */
export const ownerOfPerson = ({ registration }: PersonState): Owner | undefined =>
  registration ? { organisations: [registration.registeredBy], person: registration.personId } : undefined;

/** A contest is answered by the organisation whose record is contested, and by nobody else. */
const ownerOfContest = ({ contests }: PersonState, contestId: Uuid): Owner | undefined => {
  const contest = contests.find((one) => one.contestId === contestId);
  return contest && { organisations: [contest.heldBy] };
};

@CommandHandler(OnPerson)
export class OnPersonHandler implements ICommandHandler<OnPerson> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, personId, command }: OnPerson): Promise<Outcome<PersonRefusal>> {
    return this.commanding.run(act, {
      area: 'people',
      decider: person,
      stream: personStream(personId),
      command,
      payload: command,
      owner: (state) =>
        command.type === 'AnswerContest' ? ownerOfContest(state, command.contestId) : ownerOfPerson(state),
    });
  }
}
