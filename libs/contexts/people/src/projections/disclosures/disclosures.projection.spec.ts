import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec } from '@alongside/projections/testing';
import { granted, organisationId, personId, withdrawn } from '../../domain/testing/person.examples.js';
import { disclosures, type DisclosureRow } from './disclosures.projection.js';

const spec = foldSpec<DisclosureRow>(disclosures);
const text = { sealed: 1, class: 'C3', key: 'a key', iv: 'iv', box: 'box' } as const;
const row: DisclosureRow = {
  grant_id: uuid5('a grant'),
  person_id: personId,
  shared_with_organisation_id: organisationId,
  shared_with_role: 'supervisor',
  area: 'supervision',
  text,
  from_on: '2025-02-01',
  to_on: null,
};

describe('what a person discloses', () => {
  it('stays sealed', () => {
    spec.given(granted({ text })).then(row);
  });
  it('is shared to the day after its last one', () => {
    spec.given(granted({ text, until: '2025-06-30' })).then({ ...row, to_on: '2025-07-01' });
  });
  it('is shared no more from the day of withdrawing, whatever was said before or after', () => {
    spec.given(granted({ text }), withdrawn()).then({ ...row, to_on: '2025-05-01' });
    spec
      .given(granted({ text, until: '2025-06-30' }), withdrawn('2025-09-01'), withdrawn())
      .then({ ...row, to_on: '2025-05-01' });
    spec.given(granted({ text }), withdrawn(), withdrawn('2025-09-01')).then({ ...row, to_on: '2025-05-01' });
  });
});
