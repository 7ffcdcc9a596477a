import { describe, expect, it } from '@jest/globals';
import { peopleCatalogue } from './catalogue.js';

/** Fields whose values are ids, dates, codes or numbers. Whatever else an event holds must be sealed. */
const bare = [
  'adjustmentId',
  'answeredBy',
  'area',
  'codeHash',
  'contestId',
  'demonstration',
  'effectiveOn',
  'eventId',
  'expiresOn',
  'grantId',
  'heldBy',
  'invitationId',
  'loginId',
  'organisationId',
  'outcome',
  'personId',
  'registeredBy',
  'sharedWithOrganisationId',
  'sharedWithRole',
  'until',
];

describe('what stands in clear about people', () => {
  it.each(Object.entries(peopleCatalogue))('is an id, a day or a code: %s', (_, { open }) => {
    expect(open.filter((field) => !bare.includes(field))).toEqual([]);
  });
  it.each(Object.entries(peopleCatalogue))('says about whom it is: %s', (_, { subject }) => {
    expect(subject).toBe('personId');
  });
  it('keeps what is disclosed and what is to be done in the class of lived experience', () => {
    expect(peopleCatalogue.DisclosureGranted.sealed).toEqual({ text: 'C3' });
    expect(peopleCatalogue.AdjustmentRecorded.sealed).toEqual({ whatToDo: 'C3' });
  });
});
