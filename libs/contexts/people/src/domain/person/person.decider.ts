import type { Decider } from '@alongside/kernel';
import { answerContest, contest } from './contest.rules.js';
import { grant, withdraw } from './disclosure.rules.js';
import { giveContact, name, register } from './naming.rules.js';
import type { PersonCommand } from './person.commands.js';
import type { PersonEvent } from './person.events.js';
import type { PersonRefusal } from './person.refusals.js';
import { evolve, unregistered, type Decision, type PersonState } from './person.state.js';

const decide = (command: PersonCommand, state: PersonState): Decision => {
  switch (command.type) {
    case 'RegisterPerson':
      return register(command, state);
    case 'NamePerson':
      return name(command, state);
    case 'GiveWorkContact':
      return giveContact(command, state);
    case 'GrantDisclosure':
      return grant(command, state);
    case 'WithdrawDisclosure':
      return withdraw(command, state);
    case 'ContestFact':
      return contest(command, state);
    case 'AnswerContest':
      return answerContest(command, state);
    default:
      return command satisfies never;
  }
};

/** Who somebody is, what they disclose and what they contest. Nothing here asks for lived experience. */
export const person: Decider<PersonCommand, PersonState, PersonEvent, PersonRefusal> = {
  initialState: unregistered,
  decide,
  evolve,
};
