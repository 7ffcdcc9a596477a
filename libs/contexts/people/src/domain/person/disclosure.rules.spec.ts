import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { specFor } from '@alongside/kernel/testing';
import { granted, organisationId, registered, withdrawn } from '../testing/person.examples.js';
import type { GrantDisclosure, WithdrawDisclosure } from './person.commands.js';
import { person } from './person.decider.js';

const { given } = specFor(person);
const grant = (part: Partial<GrantDisclosure> = {}): GrantDisclosure => ({
  type: 'GrantDisclosure',
  grantId: uuid5('a grant'),
  sharedWithOrganisationId: organisationId,
  sharedWithRole: 'supervisor',
  area: 'supervision',
  text: ' In my own words. ',
  until: null,
  effectiveOn: '2025-02-01',
  ...part,
});
const withdraw = (part: Partial<WithdrawDisclosure> = {}): WithdrawDisclosure => ({
  type: 'WithdrawDisclosure',
  grantId: uuid5('a grant'),
  effectiveOn: '2025-05-01',
  ...part,
});

describe('disclosing something', () => {
  it('says what, to whom, for what and until when', () => {
    given(registered()).when(grant()).then(granted());
    given(registered())
      .when(grant({ sharedWithRole: null, area: 'framework', until: '2025-02-01' }))
      .then(granted({ sharedWithRole: null, area: 'framework', until: '2025-02-01' }));
  });
  it('refuses an empty text and an end before the beginning', () => {
    given(registered())
      .when(grant({ text: ' ' }))
      .thenRejected('DisclosureTextMissing');
    given(registered())
      .when(grant({ until: '2025-01-31' }))
      .thenRejected('DisclosureEndsBeforeStart');
  });
  it('refuses the same grant twice, and a day before the person was on record', () => {
    given(registered(), granted()).when(grant()).thenRejected('DisclosureAlreadyGranted');
    given(registered())
      .when(grant({ effectiveOn: '2024-12-31' }))
      .thenRejected('BeforeRegistration');
    given().when(grant()).thenRejected('PersonNotRegistered');
  });
});

describe('withdrawing a disclosure', () => {
  it('asks for no reason', () => {
    given(registered(), granted()).when(withdraw()).then(withdrawn());
  });
  it('can be done on the day of the grant', () => {
    given(registered(), granted())
      .when(withdraw({ effectiveOn: '2025-02-01' }))
      .then(withdrawn('2025-02-01'));
  });
  it('can be brought forward, and a later one changes nothing of an earlier one', () => {
    given(registered(), granted(), withdrawn('2025-09-01')).when(withdraw()).then(withdrawn());
    given(registered(), granted(), withdrawn('2025-09-01'), withdrawn())
      .when(withdraw({ effectiveOn: '2025-06-01' }))
      .thenRejected('DisclosureNotInForce', { from: '2025-02-01', until: '2025-05-01' });
  });
  it('records nothing where it has ended on that day', () => {
    given(registered(), granted(), withdrawn()).when(withdraw()).thenNothing();
    given(registered(), granted({ until: '2025-04-30' }))
      .when(withdraw())
      .thenNothing();
  });
  it('refuses what is not shared on that day, or never was', () => {
    given(registered(), granted({ until: '2025-03-31' }))
      .when(withdraw())
      .thenRejected('DisclosureNotInForce');
    given(registered(), granted())
      .when(withdraw({ effectiveOn: '2025-01-31' }))
      .thenRejected('DisclosureNotInForce');
    given(registered()).when(withdraw()).thenRejected('DisclosureUnknown');
    given().when(withdraw()).thenRejected('PersonNotRegistered');
  });
});
