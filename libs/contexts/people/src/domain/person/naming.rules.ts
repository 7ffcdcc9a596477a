import { reject, type CalendarDate, type Rejected } from '@alongside/kernel';
import { correcting } from '../correcting.js';
import type { GiveWorkContact, NamePerson, RegisterPerson } from './person.commands.js';
import type { PersonRefusal } from './person.refusals.js';
import { notOnRecord, type Decision, type PersonState } from './person.state.js';

export const register = (command: RegisterPerson, state: PersonState): Decision => {
  const { corrects, effectiveOn, personId, demonstration, registeredBy } = command;
  if (corrects) {
    if (state.registration?.eventId !== corrects.eventId) return reject('NothingToCorrect');
    const first = factDays(state).find((day) => day < effectiveOn);
    if (first) return reject('AfterLaterFact', { fact: first });
  } else if (state.registration) return reject('PersonAlreadyRegistered');
  const refused = nameRefused(command) ?? contactRefused(command);
  if (refused) return refused;
  return [
    {
      type: 'PersonRegistered',
      data: { personId, ...nameOf(command), ...contactOf(command), demonstration, registeredBy, effectiveOn },
      ...correcting(command),
    },
  ];
};

/** A name is recorded each time it is given: what stands in the record is sealed and is not compared. */
export const name = (command: NamePerson, state: PersonState): Decision => {
  const { corrects, effectiveOn } = command;
  const refused = notOnRecord(state, effectiveOn) ?? nameRefused(command);
  if (refused) return refused;
  if (corrects && !state.names.some(({ eventId }) => eventId === corrects.eventId))
    return reject('NothingToCorrect');
  return [
    {
      type: 'PersonNamed',
      data: { personId: state.registration!.personId, ...nameOf(command), effectiveOn },
      ...correcting(command),
    },
  ];
};

export const giveContact = (command: GiveWorkContact, state: PersonState): Decision => {
  const { corrects, effectiveOn } = command;
  const refused = notOnRecord(state, effectiveOn) ?? contactRefused(command);
  if (refused) return refused;
  if (corrects && !state.contacts.some(({ eventId }) => eventId === corrects.eventId))
    return reject('NothingToCorrect');
  return [
    {
      type: 'WorkContactGiven',
      data: { personId: state.registration!.personId, ...contactOf(command), effectiveOn },
      ...correcting(command),
    },
  ];
};

type Name = Pick<RegisterPerson, 'givenName' | 'familyName'>;
type Contact = Pick<RegisterPerson, 'email' | 'phone'>;

const nameOf = ({ givenName, familyName }: Name): Name => ({
  givenName: tidy(givenName),
  familyName: tidy(familyName),
});

const tidy = (text: string): string => text.trim().replace(/\s+/gu, ' ');

const nameRefused = (command: Name): Rejected<PersonRefusal> | undefined => {
  const { givenName, familyName } = nameOf(command);
  return givenName === '' && familyName === '' ? reject('NameMissing') : undefined;
};

const contactOf = ({ email, phone }: Contact): Contact => ({
  email: email?.trim().toLowerCase() || null,
  phone: phone === null ? null : tidy(phone) || null,
});

/** Only what cannot be an address or a number at all: whether it reaches anybody is seen by using it. */
const contactRefused = (command: Contact): Rejected<PersonRefusal> | undefined => {
  const { email, phone } = contactOf(command);
  if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(email)) return reject('EmailMalformed');
  if (phone !== null && !/^\+?[\d ()-]{5,24}( ?(x|ext\.?) ?\d{1,6})?$/u.test(phone))
    return reject('PhoneMalformed');
  return undefined;
};

const factDays = ({ names, contacts, disclosures, contests }: PersonState): readonly CalendarDate[] =>
  [...names, ...contacts, ...contests]
    .map(({ on }) => on)
    .concat(disclosures.map(({ from }) => from))
    .toSorted();
