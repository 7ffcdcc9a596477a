import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec, givenId } from '@alongside/projections/testing';
import type { LocalityEstablished, LocalityHostNamed } from '../../contracts.js';
import { localities, type LocalityRow } from './localities.projection.js';

const localityId = uuid5('Wessex');
const [first, second, third] = [uuid5('QRL'), uuid5('RW1'), uuid5('RHM')];
const established: LocalityEstablished = {
  type: 'LocalityEstablished',
  data: { localityId, name: 'Wessex', hostOrganisationId: first, effectiveOn: '2023-01-01' },
};
const named = (hostOrganisationId: string, effectiveOn: string): LocalityHostNamed => ({
  type: 'LocalityHostNamed',
  data: { localityId, hostOrganisationId, effectiveOn },
});
const row: LocalityRow = {
  locality_id: localityId,
  name: 'Wessex',
  established_on: '2023-01-01',
  host_organisation_id: first,
  hosts: [{ eventId: givenId(0), from: '2023-01-01', value: first }],
};
const spec = foldSpec<LocalityRow>(localities);

describe('the list of localities', () => {
  it('shows the host that was named last by its day, not by the day of recording', () => {
    spec.given(established, named(second, '2025-01-01'), named(third, '2024-01-01')).then({
      ...row,
      host_organisation_id: second,
      hosts: [
        ...row.hosts,
        { eventId: givenId(2), from: '2024-01-01', value: third },
        { eventId: givenId(1), from: '2025-01-01', value: second },
      ],
    });
  });
  it('shows the former host again where the naming is corrected to another', () => {
    const corrects = { eventId: givenId(1), reason: 'enteredInError' as const };
    spec.given(established, named(second, '2025-01-01'), { ...named(third, '2022-01-01'), corrects }).then({
      ...row,
      hosts: [{ eventId: givenId(2), from: '2022-01-01', value: third }, ...row.hosts],
    });
  });
  it('takes name and day from a corrected establishment, and keeps the hosts after it', () => {
    spec
      .given(established, named(second, '2025-01-01'), {
        ...established,
        data: { ...established.data, name: 'Hampshire', effectiveOn: '2022-01-01' },
        corrects: { eventId: givenId(0), reason: 'wrongDate' },
      })
      .then({
        ...row,
        name: 'Hampshire',
        established_on: '2022-01-01',
        host_organisation_id: second,
        hosts: [
          { eventId: givenId(2), from: '2022-01-01', value: first },
          { eventId: givenId(1), from: '2025-01-01', value: second },
        ],
      });
  });
});
