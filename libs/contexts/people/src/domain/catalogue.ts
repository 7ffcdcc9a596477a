import type { Catalogue } from '@alongside/kernel';
import type { PeopleEvent } from '../contracts.js';
import type { PrivateRecordEvent } from './private-record/private-record.events.js';

/** Names and contacts are C1; what is disclosed and what is to be done for somebody C3; contests C2. */
export const peopleCatalogue: Catalogue<PeopleEvent | PrivateRecordEvent> = {
  PersonRegistered: {
    version: 1,
    subject: 'personId',
    open: ['personId', 'demonstration', 'registeredBy', 'effectiveOn'],
    sealed: { givenName: 'C1', familyName: 'C1', email: 'C1', phone: 'C1' },
  },
  PersonNamed: {
    version: 1,
    subject: 'personId',
    open: ['personId', 'effectiveOn'],
    sealed: { givenName: 'C1', familyName: 'C1' },
  },
  WorkContactGiven: {
    version: 1,
    subject: 'personId',
    open: ['personId', 'effectiveOn'],
    sealed: { email: 'C1', phone: 'C1' },
  },
  DisclosureGranted: {
    version: 1,
    subject: 'personId',
    open: [
      'grantId',
      'personId',
      'sharedWithOrganisationId',
      'sharedWithRole',
      'area',
      'until',
      'effectiveOn',
    ],
    sealed: { text: 'C3' },
  },
  DisclosureWithdrawn: { version: 1, subject: 'personId', open: ['grantId', 'personId', 'effectiveOn'] },
  FactContested: {
    version: 1,
    subject: 'personId',
    open: ['contestId', 'personId', 'eventId', 'heldBy', 'effectiveOn'],
    sealed: { statement: 'C2' },
  },
  ContestAnswered: {
    version: 1,
    subject: 'personId',
    open: ['contestId', 'personId', 'eventId', 'heldBy', 'outcome', 'answeredBy', 'effectiveOn'],
    sealed: { answer: 'C2' },
  },
  LoginLinked: { version: 1, subject: 'personId', open: ['loginId', 'personId', 'effectiveOn'] },
  LoginUnlinked: { version: 1, subject: 'personId', open: ['loginId', 'personId', 'effectiveOn'] },
  InvitationSent: {
    version: 1,
    subject: 'personId',
    open: ['invitationId', 'personId', 'organisationId', 'codeHash', 'expiresOn', 'effectiveOn'],
  },
  InvitationWithdrawn: { version: 1, subject: 'personId', open: ['invitationId', 'personId', 'effectiveOn'] },
  InvitationAccepted: {
    version: 1,
    subject: 'personId',
    open: ['invitationId', 'personId', 'organisationId', 'loginId', 'effectiveOn'],
  },
  AdjustmentRecorded: {
    version: 1,
    subject: 'personId',
    open: ['adjustmentId', 'personId', 'effectiveOn'],
    sealed: { whatToDo: 'C3' },
  },
  AdjustmentShared: {
    version: 1,
    subject: 'personId',
    open: ['adjustmentId', 'personId', 'organisationId', 'until', 'effectiveOn'],
  },
  AdjustmentUnshared: {
    version: 1,
    subject: 'personId',
    open: ['adjustmentId', 'personId', 'organisationId', 'effectiveOn'],
  },
  AdjustmentEnded: { version: 1, subject: 'personId', open: ['adjustmentId', 'personId', 'effectiveOn'] },
};
