import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import {
  contactGiven,
  granted,
  named,
  organisationId,
  personId,
  registered,
} from '../testing/person.examples.js';
import type { GiveWorkContact, NamePerson, RegisterPerson } from './person.commands.js';
import { person } from './person.decider.js';

const { given } = specFor(person);
const correcting = (index: number) => ({ eventId: factId(index), reason: 'enteredInError' as const });

const register = (part: Partial<RegisterPerson> = {}): RegisterPerson => ({
  type: 'RegisterPerson',
  personId,
  givenName: 'Ama',
  familyName: 'Boateng',
  email: 'ama@example.org',
  phone: null,
  demonstration: true,
  registeredBy: organisationId,
  effectiveOn: '2025-01-01',
  ...part,
});
const name = (part: Partial<NamePerson> = {}): NamePerson => ({
  type: 'NamePerson',
  givenName: 'Ama',
  familyName: 'Mensah',
  effectiveOn: '2025-06-01',
  ...part,
});
const giveContact = (part: Partial<GiveWorkContact> = {}): GiveWorkContact => ({
  type: 'GiveWorkContact',
  email: 'A.Boateng@Example.org ',
  phone: '+44 1273  123456',
  effectiveOn: '2025-06-01',
  ...part,
});

describe('registering a person', () => {
  it('records who registered them, and the names without stray spaces', () => {
    given()
      .when(register({ givenName: ' Ama ', email: ' Ama@example.org' }))
      .then(registered());
  });
  it('refuses a person who is registered', () => {
    given(registered()).when(register()).thenRejected('PersonAlreadyRegistered');
  });
  it('takes somebody with one name, and nobody without any', () => {
    given()
      .when(register({ familyName: ' ' }))
      .then(registered({ familyName: '' }));
    given()
      .when(register({ givenName: '', familyName: ' ' }))
      .thenRejected('NameMissing');
  });
  it.each(['ama', 'ama@', 'ama@example', '@example.org', 'ama boateng@example.org', 'ama@example.org.'])(
    'refuses as an e-mail address: %s',
    (email) => {
      given().when(register({ email })).thenRejected('EmailMalformed');
    },
  );
  it('takes an empty contact as none', () => {
    given()
      .when(register({ email: ' ', phone: '' }))
      .then(registered({ email: null }));
  });
  it('lets the registration be corrected up to the day of the next fact', () => {
    given(registered(), granted())
      .when(register({ effectiveOn: '2025-02-01', corrects: correcting(0) }))
      .then({ ...registered({ effectiveOn: '2025-02-01' }), corrects: correcting(0) });
    given(registered(), granted())
      .when(register({ effectiveOn: '2025-02-02', corrects: correcting(0) }))
      .thenRejected('AfterLaterFact', { fact: '2025-02-01' });
    given(registered(), named())
      .when(register({ corrects: correcting(1) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('naming a person', () => {
  it('records the name from its day on', () => {
    given(registered()).when(name()).then(named());
  });
  it('refuses a day before the person was on record, and no name at all', () => {
    given().when(name()).thenRejected('PersonNotRegistered');
    given(registered())
      .when(name({ effectiveOn: '2024-12-31' }))
      .thenRejected('BeforeRegistration', { registeredOn: '2025-01-01' });
    given(registered())
      .when(name({ givenName: '', familyName: '' }))
      .thenRejected('NameMissing');
  });
  it('corrects an earlier naming, and nothing else', () => {
    given(registered(), named())
      .when(name({ familyName: 'Mensah-Boateng', corrects: correcting(1) }))
      .then({ ...named('2025-06-01', 'Mensah-Boateng'), corrects: correcting(1) });
    given(registered(), contactGiven())
      .when(name({ corrects: correcting(1) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('giving a work contact', () => {
  it('records address and number', () => {
    given(registered()).when(giveContact()).then(contactGiven());
  });
  it('takes away what there was', () => {
    given(registered())
      .when(giveContact({ email: null, phone: null }))
      .then({
        type: 'WorkContactGiven',
        data: { personId, email: null, phone: null, effectiveOn: '2025-06-01' },
      });
  });
  it.each(['12', 'call me', '+44 1273 x'])('refuses as a telephone number: %s', (phone) => {
    given(registered()).when(giveContact({ phone })).thenRejected('PhoneMalformed');
  });
  it.each(['01273 123456', '(01273) 123456', '+44 1273 123456 ext. 42'])('takes the number %s', (phone) => {
    given(registered())
      .when(giveContact({ email: null, phone }))
      .then({
        type: 'WorkContactGiven',
        data: { personId, email: null, phone, effectiveOn: '2025-06-01' },
      });
  });
  it('refuses before the person was on record', () => {
    given().when(giveContact()).thenRejected('PersonNotRegistered');
  });
  it('corrects an earlier contact, and nothing else', () => {
    given(registered(), contactGiven())
      .when(giveContact({ corrects: correcting(1) }))
      .then({ ...contactGiven(), corrects: correcting(1) });
    given(registered(), named())
      .when(giveContact({ corrects: correcting(1) }))
      .thenRejected('NothingToCorrect');
  });
});
