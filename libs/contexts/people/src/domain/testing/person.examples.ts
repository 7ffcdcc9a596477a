import { uuid5 } from '@alongside/kernel';
import type {
  ContestAnswered,
  DisclosureGranted,
  DisclosureWithdrawn,
  FactContested,
  PersonNamed,
  PersonRegistered,
  WorkContactGiven,
} from '../../contracts.js';

export const personId = uuid5('Ama Boateng');
export const organisationId = uuid5('RX2');
export const leadId = uuid5('somebody who leads');
export const contestedEventId = uuid5('an event about Ama');

export const registered = (data: Partial<PersonRegistered['data']> = {}): PersonRegistered => ({
  type: 'PersonRegistered',
  data: {
    personId,
    givenName: 'Ama',
    familyName: 'Boateng',
    email: 'ama@example.org',
    phone: null,
    demonstration: true,
    registeredBy: organisationId,
    effectiveOn: '2025-01-01',
    ...data,
  },
});
export const named = (effectiveOn = '2025-06-01', familyName = 'Mensah'): PersonNamed => ({
  type: 'PersonNamed',
  data: { personId, givenName: 'Ama', familyName, effectiveOn },
});
export const contactGiven = (effectiveOn = '2025-06-01'): WorkContactGiven => ({
  type: 'WorkContactGiven',
  data: { personId, email: 'a.boateng@example.org', phone: '+44 1273 123456', effectiveOn },
});
export const granted = (data: Partial<DisclosureGranted['data']> = {}): DisclosureGranted => ({
  type: 'DisclosureGranted',
  data: {
    grantId: uuid5('a grant'),
    personId,
    sharedWithOrganisationId: organisationId,
    sharedWithRole: 'supervisor',
    area: 'supervision',
    text: 'In my own words.',
    until: null,
    effectiveOn: '2025-02-01',
    ...data,
  },
});
export const withdrawn = (effectiveOn = '2025-05-01'): DisclosureWithdrawn => ({
  type: 'DisclosureWithdrawn',
  data: { grantId: uuid5('a grant'), personId, effectiveOn },
});
export const contested = (data: Partial<FactContested['data']> = {}): FactContested => ({
  type: 'FactContested',
  data: {
    contestId: uuid5('a contest'),
    personId,
    eventId: contestedEventId,
    heldBy: organisationId,
    statement: 'I was there that day.',
    effectiveOn: '2025-03-01',
    ...data,
  },
});
export const answered = (data: Partial<ContestAnswered['data']> = {}): ContestAnswered => ({
  type: 'ContestAnswered',
  data: {
    contestId: uuid5('a contest'),
    personId,
    eventId: contestedEventId,
    heldBy: organisationId,
    outcome: 'corrected',
    answer: 'The register was wrong.',
    answeredBy: leadId,
    effectiveOn: '2025-03-10',
    ...data,
  },
});
