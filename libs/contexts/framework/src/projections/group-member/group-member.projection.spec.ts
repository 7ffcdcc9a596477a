import { describe, expect, it } from '@jest/globals';
import { foldSpec, givenId } from '@alongside/projections/testing';
import { frameworkId, localityId, organisationId, person } from '../../testing/samples.js';
import { groupMemberProjection, type GroupMemberRow } from './group-member.projection.js';

const { given } = foldSpec<GroupMemberRow>(groupMemberProjection);
const sealed = { sealed: 1, class: 'C3', key: 'k', iv: 'i', box: 'b', of: 'place' } as const;
const metadata = { locality: localityId };
const joined = (name: string, corrects?: number) => ({
  type: 'GroupMemberJoined',
  data: {
    frameworkId,
    personId: person(name),
    organisationId,
    livedExperience: sealed,
    effectiveOn: '2024-02-01',
  },
  recordedAt: corrects === undefined ? '2024-02-05T09:00:00.000Z' : '2024-03-01T09:00:00.000Z',
  metadata,
  ...(corrects === undefined
    ? {}
    : { corrects: { eventId: givenId(corrects), reason: 'wrongPerson' as const } }),
});
const left = {
  type: 'GroupMemberLeft',
  data: { frameworkId, personId: person('Ada'), effectiveOn: '2024-06-01' },
  metadata,
};
const row: GroupMemberRow = {
  event_id: givenId(0),
  effective_on: '2024-02-01',
  recorded_at: '2024-02-05T09:00:00.000Z',
  corrected_at: null,
  position: '00000000000000000001',
  framework_id: frameworkId,
  locality_id: localityId,
  person_id: person('Ada'),
  member: true,
  organisation_id: organisationId,
  lived_experience: sealed,
};

describe('the members of a group', () => {
  it('are listed with what they bring still sealed', () => {
    given(joined('Ada')).then(row);
  });
  it('are no longer members from the day they left', () => {
    expect(given(joined('Ada'), left).rows()).toHaveLength(2);
    expect(given(joined('Ada'), left).rows()).toContainEqual({
      ...row,
      event_id: givenId(1),
      effective_on: '2024-06-01',
      recorded_at: '2024-06-01T09:00:00.000Z',
      position: '00000000000000000002',
      member: false,
      organisation_id: null,
      lived_experience: null,
    });
  });
  it('show who was entered in error up to when that was learnt', () => {
    const rows = given(joined('Ada'), joined('Ben', 0)).rows();
    expect(rows).toContainEqual({ ...row, corrected_at: '2024-03-01T09:00:00.000Z' });
    expect(rows).toContainEqual({
      ...row,
      event_id: givenId(1),
      recorded_at: '2024-03-01T09:00:00.000Z',
      position: '00000000000000000002',
      person_id: person('Ben'),
    });
  });
});
