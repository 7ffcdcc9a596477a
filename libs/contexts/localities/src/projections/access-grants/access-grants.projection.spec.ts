import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec, givenId } from '@alongside/projections/testing';
import { DEPLOYMENT, membershipIdOf, type RoleEnded, type RoleGranted } from '../../contracts.js';
import { roleGrants, type RoleGrantRow } from './role-grants.projection.js';

const [personId, organisationId] = [uuid5('a person'), uuid5('RW1')];
const scope = { kind: 'organisation', id: organisationId } as const;
const granted = (data: Partial<RoleGranted['data']> = {}): RoleGranted => ({
  type: 'RoleGranted',
  data: {
    membershipId: membershipIdOf(personId, 'hr', organisationId),
    personId,
    role: 'hr',
    scope,
    endsOn: null,
    effectiveOn: '2025-01-01',
    ...data,
  },
});
const ended = (effectiveOn: string): RoleEnded => ({
  type: 'RoleEnded',
  data: {
    membershipId: membershipIdOf(personId, 'hr', organisationId),
    grantId: givenId(0),
    personId,
    role: 'hr',
    scope,
    effectiveOn,
  },
});
const row: RoleGrantRow = {
  grant_id: givenId(0),
  membership_id: membershipIdOf(personId, 'hr', organisationId),
  person_id: personId,
  role: 'hr',
  scope_kind: 'organisation',
  scope_id: organisationId,
  organisation_id: organisationId,
  from_on: '2025-01-01',
  to_on: null,
};
const spec = foldSpec<RoleGrantRow>(roleGrants);

describe('who holds which role', () => {
  it('is shown from the first day to the day after the last', () => {
    spec.given(granted()).then(row);
    spec.given(granted({ endsOn: '2025-03-31' })).then({ ...row, to_on: '2025-04-01' });
  });
  it('names an organisation only where the role is held in one', () => {
    spec.given(granted({ role: 'operator', scope: { kind: 'deployment', id: DEPLOYMENT } })).then({
      ...row,
      role: 'operator',
      scope_kind: 'deployment',
      scope_id: DEPLOYMENT,
      organisation_id: null,
    });
  });
  it('ends on the day that was said, and not later for a later end', () => {
    spec.given(granted(), ended('2025-06-01')).then({ ...row, to_on: '2025-06-01' });
    spec.given(granted(), ended('2025-09-01'), ended('2025-06-01')).then({ ...row, to_on: '2025-06-01' });
    spec.given(granted(), ended('2025-06-01'), ended('2025-09-01')).then({ ...row, to_on: '2025-06-01' });
  });
  it('is gone at once where it was granted in error', () => {
    const corrects = { eventId: givenId(0), reason: 'wrongPerson' as const };
    spec.given(granted(), { ...ended('2025-01-01'), corrects }).thenNothing();
    spec
      .given(granted(), { ...granted({ effectiveOn: '2025-02-01' }), corrects })
      .then({ ...row, grant_id: givenId(1), from_on: '2025-02-01' });
  });
});
