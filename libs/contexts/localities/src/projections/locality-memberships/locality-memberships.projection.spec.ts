import { describe, it } from '@jest/globals';
import { foldSpec, givenId } from '@alongside/projections/testing';
import { joined, left, organisationId, wessexId } from '../../domain/testing/organisation.examples.js';
import { localityMemberships, type LocalityMembershipRow } from './locality-memberships.projection.js';

const spec = foldSpec<LocalityMembershipRow>(localityMemberships);
const row: LocalityMembershipRow = {
  joining_id: givenId(0),
  organisation_id: organisationId,
  locality_id: wessexId,
  from_on: '2020-04-01',
  to_on: null,
};

describe('who is in a locality', () => {
  it('is so from joining to leaving', () => {
    spec.given(joined()).then(row);
    spec.given(joined(), left(givenId(0), '2023-04-01')).then({ ...row, to_on: '2023-04-01' });
  });
  it('stands once for each stay', () => {
    const rows = [
      { ...row, to_on: '2023-04-01' },
      { ...row, joining_id: givenId(2), from_on: '2024-01-01' },
    ];
    spec
      .given(joined(), left(givenId(0), '2023-04-01'), joined('2024-01-01'))
      .then(...rows.toSorted((a, b) => (a.joining_id < b.joining_id ? -1 : 1)));
  });
  it('starts anew, and without its end, when the joining is corrected', () => {
    const corrects = { eventId: givenId(0), reason: 'wrongDate' as const };
    spec
      .given(joined(), left(givenId(0), '2023-04-01'), { ...joined('2020-05-01'), corrects })
      .then({ ...row, joining_id: givenId(2), from_on: '2020-05-01' });
  });
});
