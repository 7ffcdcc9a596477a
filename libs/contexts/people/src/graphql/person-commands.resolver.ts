import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { CorrectRegistration } from '../application/correct-registration/correct-registration.handler.js';
import { OnPerson } from '../application/on-person/on-person.handler.js';
import { RegisterPerson } from '../application/register-person/register-person.handler.js';
import { personRefusals } from '../domain/index.js';
import {
  AnswerContestInput,
  CorrectContestAnswerInput,
  CorrectPersonNameInput,
  CorrectRegistrationInput,
  CorrectWorkContactInput,
  GiveWorkContactInput,
  NamePersonInput,
  RegisterPersonInput,
} from './person.inputs.js';

const result = (name: string, accepted: string, id = 'The person.') =>
  commandResult(name, personRefusals, { accepted, id });

const corrected = 'The correction stands beside what it corrects.';
const RegisterPersonResult = result('RegisterPerson', 'The person is on record.');
const CorrectRegistrationResult = result('CorrectRegistration', corrected);
const NamePersonResult = result('NamePerson', 'The name is recorded.');
const CorrectPersonNameResult = result('CorrectPersonName', corrected);
const GiveWorkContactResult = result('GiveWorkContact', 'The contact is recorded.');
const CorrectWorkContactResult = result('CorrectWorkContact', corrected);
const AnswerContestResult = result('AnswerContest', 'The answer stands beside the contest.', 'The contest.');
const CorrectContestAnswerResult = result('CorrectContestAnswer', corrected, 'The contest.');

interface NameInput {
  readonly givenName?: string | null;
  readonly familyName?: string | null;
}

interface ContactInput {
  readonly email?: string | null;
  readonly phone?: string | null;
}

const nameIn = ({ givenName, familyName }: NameInput) => ({
  givenName: givenName ?? '',
  familyName: familyName ?? '',
});

const contactIn = ({ email, phone }: ContactInput) => ({ email: email ?? null, phone: phone ?? null });

@Resolver()
export class PersonCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => RegisterPersonResult.union, {
    description:
      'Puts somebody on record, once for all organisations: engagements, training and checks hang on the person. It appoints nobody and lets nobody sign in.',
  })
  @Rule('people')
  async registerPerson(@Args('input') input: RegisterPersonInput, @Acting() act: Act) {
    const { registeredBy, demonstration, effectiveOn } = input;
    const command = new RegisterPerson(act, {
      ...nameIn(input),
      ...contactIn(input),
      demonstration: demonstration ?? false,
      registeredBy,
      effectiveOn,
    });
    return RegisterPersonResult.answer(await this.commands.execute(command), command.personId);
  }

  @Mutation(() => CorrectRegistrationResult.union, {
    description:
      'Says what a registration should have said. Names and contacts that were given later stay as they are.',
  })
  @Rule('people')
  async correctRegistration(@Args('input') input: CorrectRegistrationInput, @Acting() act: Act) {
    const { personId, effectiveOn, eventId, reason } = input;
    const command = new CorrectRegistration(act, personId, {
      ...nameIn(input),
      ...contactIn(input),
      effectiveOn,
      corrects: { eventId, reason },
    });
    return CorrectRegistrationResult.answer(await this.commands.execute(command), personId);
  }

  @Mutation(() => NamePersonResult.union, {
    description:
      'Gives a person the name that they go by. For the person, and for the organisation that registered them.',
  })
  @Rule('people')
  async namePerson(@Args('input') input: NamePersonInput, @Acting() act: Act) {
    const { personId, effectiveOn } = input;
    const command = { type: 'NamePerson', ...nameIn(input), effectiveOn } as const;
    return NamePersonResult.answer(
      await this.commands.execute(new OnPerson(act, personId, command)),
      personId,
    );
  }

  @Mutation(() => CorrectPersonNameResult.union, {
    description:
      'Says what an earlier naming should have said. What it said stays in the history, and nowhere else.',
  })
  @Rule('people')
  async correctPersonName(@Args('input') input: CorrectPersonNameInput, @Acting() act: Act) {
    const { personId, effectiveOn, eventId, reason } = input;
    const corrects = { eventId, reason };
    const command = { type: 'NamePerson', ...nameIn(input), effectiveOn, corrects } as const;
    return CorrectPersonNameResult.answer(
      await this.commands.execute(new OnPerson(act, personId, command)),
      personId,
    );
  }

  @Mutation(() => GiveWorkContactResult.union, {
    description:
      'Says how a person is reached at work. For the person, and for the organisation that registered them.',
  })
  @Rule('people')
  async giveWorkContact(@Args('input') input: GiveWorkContactInput, @Acting() act: Act) {
    const { personId, effectiveOn } = input;
    const command = { type: 'GiveWorkContact', ...contactIn(input), effectiveOn } as const;
    return GiveWorkContactResult.answer(
      await this.commands.execute(new OnPerson(act, personId, command)),
      personId,
    );
  }

  @Mutation(() => CorrectWorkContactResult.union, {
    description: 'Says what an earlier work contact should have been.',
  })
  @Rule('people')
  async correctWorkContact(@Args('input') input: CorrectWorkContactInput, @Acting() act: Act) {
    const { personId, effectiveOn, eventId, reason } = input;
    const corrects = { eventId, reason };
    const command = { type: 'GiveWorkContact', ...contactIn(input), effectiveOn, corrects } as const;
    return CorrectWorkContactResult.answer(
      await this.commands.execute(new OnPerson(act, personId, command)),
      personId,
    );
  }

  @Mutation(() => AnswerContestResult.union, {
    description:
      'Answers a person who contested a fact. For the organisation whose record the fact is, and for nobody who contested it. It corrects nothing by itself: correct the fact first, where the person was right.',
  })
  @Rule('people')
  async answerContest(@Args('input') input: AnswerContestInput, @Acting() act: Act) {
    const { personId, contestId, outcome, answer, effectiveOn } = input;
    const answeredBy = act.actor.id;
    const command = { type: 'AnswerContest', contestId, outcome, answer, answeredBy, effectiveOn } as const;
    return AnswerContestResult.answer(
      await this.commands.execute(new OnPerson(act, personId, command)),
      contestId,
    );
  }

  @Mutation(() => CorrectContestAnswerResult.union, {
    description: 'Says what an earlier answer to a contest should have said.',
  })
  @Rule('people')
  async correctContestAnswer(@Args('input') input: CorrectContestAnswerInput, @Acting() act: Act) {
    const { personId, contestId, outcome, answer, effectiveOn, eventId, reason } = input;
    const corrects = { eventId, reason };
    const answeredBy = act.actor.id;
    const said = { contestId, outcome, answer, answeredBy, effectiveOn, corrects };
    return CorrectContestAnswerResult.answer(
      await this.commands.execute(new OnPerson(act, personId, { type: 'AnswerContest', ...said })),
      contestId,
    );
  }
}
