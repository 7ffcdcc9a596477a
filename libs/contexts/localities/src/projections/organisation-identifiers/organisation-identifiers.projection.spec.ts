import { describe, it } from '@jest/globals';
import { foldSpec, givenId } from '@alongside/projections/testing';
import type { IdentifierEnded } from '../../contracts.js';
import { assigned, organisationId } from '../../domain/testing/organisation.examples.js';
import {
  organisationIdentifiers,
  type OrganisationIdentifierRow,
} from './organisation-identifiers.projection.js';

const spec = foldSpec<OrganisationIdentifierRow>(organisationIdentifiers);
const corrects = { eventId: givenId(0), reason: 'enteredInError' as const };
const ended = (effectiveOn: string): IdentifierEnded => ({
  type: 'IdentifierEnded',
  data: { organisationId, assignmentId: givenId(0), system: 'ods', value: 'RW1', effectiveOn },
});
const row: OrganisationIdentifierRow = {
  assignment_id: givenId(0),
  organisation_id: organisationId,
  system: 'ods',
  value: 'RW1',
  from_on: '2011-04-01',
  to_on: null,
};

describe("an organisation's identifiers", () => {
  it('hold until the day after their last one', () => {
    spec.given(assigned()).then(row);
    spec.given(assigned({ until: '2024-09-30' })).then({ ...row, to_on: '2024-10-01' });
  });
  it('end on the day on which they no longer hold', () => {
    spec.given(assigned(), ended('2024-10-01')).then({ ...row, to_on: '2024-10-01' });
  });
  it('end at the earlier of two ends', () => {
    spec.given(assigned({ until: '2024-09-30' }), ended('2024-12-01')).then({ ...row, to_on: '2024-10-01' });
    spec.given(assigned({ until: '2024-09-30' }), ended('2024-02-01')).then({ ...row, to_on: '2024-02-01' });
  });
  it('give way to what corrects them', () => {
    spec
      .given(assigned({ value: 'RW2' }), { ...assigned(), corrects })
      .then({ ...row, assignment_id: givenId(1) });
  });
  it('are gone where they never were', () => {
    spec.given(assigned(), { ...ended('2011-04-01'), corrects }).thenNothing();
  });
});
