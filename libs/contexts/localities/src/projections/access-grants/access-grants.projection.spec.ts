import { describe, it } from '@jest/globals';
import { clientActorId } from '@alongside/identity/access';
import { uuid5, type DomainEvent } from '@alongside/kernel';
import { foldSpec, givenId } from '@alongside/projections/testing';
import {
  clientNameOf,
  DEPLOYMENT,
  integrationClientIdOf,
  membershipIdOf,
  type BreakGlassApproved,
  type BreakGlassEnded,
  type RoleDelegated,
  type RoleEnded,
  type RoleGranted,
} from '../../contracts.js';
import type { AccessGrantRow } from './access-grant.row.js';
import { accessGrants } from './access-grants.projection.js';

const [personId, delegateId, organisationId] = [uuid5('a person'), uuid5('another'), uuid5('RW1')];
const scope = { kind: 'organisation', id: organisationId } as const;
const membershipId = membershipIdOf(personId, 'hr', organisationId);
const granted = (data: Partial<RoleGranted['data']> = {}): RoleGranted => ({
  type: 'RoleGranted',
  data: { membershipId, personId, role: 'hr', scope, endsOn: null, effectiveOn: '2025-01-01', ...data },
});
const ended = (effectiveOn: string): RoleEnded => ({
  type: 'RoleEnded',
  data: { membershipId, grantId: givenId(0), personId, role: 'hr', scope, effectiveOn },
});
const delegated: RoleDelegated = {
  type: 'RoleDelegated',
  data: {
    membershipId,
    grantId: givenId(0),
    personId,
    delegateId,
    role: 'hr',
    scope,
    endsOn: '2025-02-28',
    effectiveOn: '2025-02-01',
  },
};
const row: AccessGrantRow = {
  grant_id: givenId(0),
  basis: 'role',
  membership_id: membershipId,
  holder_kind: 'person',
  holder_id: personId,
  role: 'hr',
  scope_kind: 'organisation',
  scope_id: organisationId,
  organisation_id: organisationId,
  person_id: personId,
  areas: null,
  classes: null,
  mutations: null,
  parent_id: null,
  from_on: '2025-01-01',
  to_on: null,
  from_at: null,
  to_at: null,
  suspended: false,
  event_ids: [givenId(0)],
  standing: null,
};
const spec = foldSpec<AccessGrantRow>(accessGrants);
const fact = (type: string, data: object): DomainEvent =>
  ({ type, data: { effectiveOn: '2025-01-01', ...data } }) as DomainEvent;

describe('a role', () => {
  it('is held from the first day to the day after the last', () => {
    spec.given(granted()).then(row);
    spec.given(granted({ endsOn: '2025-03-31' })).then({ ...row, to_on: '2025-04-01' });
  });
  it('names an organisation only where it is held in one', () => {
    spec.given(granted({ role: 'operator', scope: { kind: 'deployment', id: DEPLOYMENT } })).then({
      ...row,
      role: 'operator',
      scope_kind: 'deployment',
      scope_id: DEPLOYMENT,
      organisation_id: null,
    });
  });
  it('ends on the day that was said, and not later for a later end', () => {
    const both = [givenId(0), givenId(1)];
    spec.given(granted(), ended('2025-06-01')).then({ ...row, to_on: '2025-06-01', event_ids: both });
    spec
      .given(granted(), ended('2025-09-01'), ended('2025-06-01'))
      .then({ ...row, to_on: '2025-06-01', event_ids: [...both, givenId(2)] });
    spec
      .given(granted(), ended('2025-06-01'), ended('2025-09-01'))
      .then({ ...row, to_on: '2025-06-01', event_ids: [...both, givenId(2)] });
  });
  it('is gone at once where it was granted in error', () => {
    const corrects = { eventId: givenId(0), reason: 'wrongPerson' as const };
    spec.given(granted(), { ...ended('2025-01-01'), corrects }).thenNothing();
    spec
      .given(granted(), { ...granted({ effectiveOn: '2025-02-01' }), corrects })
      .then({ ...row, grant_id: givenId(1), from_on: '2025-02-01', event_ids: [givenId(1)] });
  });
});

describe('a role that is lent', () => {
  const lent: AccessGrantRow = {
    ...row,
    grant_id: givenId(0),
    basis: 'delegation',
    holder_id: delegateId,
    person_id: delegateId,
    parent_id: givenId(0),
    from_on: '2025-02-01',
    to_on: '2025-03-01',
  };
  it('is its borrower’s while the grant that it comes from holds', () => {
    spec.given(delegated).then(lent);
  });
  it('ends before its time when it is taken back', () => {
    const { grantId: _, endsOn: __, ...data } = delegated.data;
    const back = fact('DelegationEnded', { ...data, delegationId: givenId(0), effectiveOn: '2025-02-10' });
    spec.given(delegated, back).then({ ...lent, to_on: '2025-02-10', event_ids: [givenId(0), givenId(1)] });
  });
});

describe('what rests on one person', () => {
  const nobody = { ...row, membership_id: null, role: null, organisation_id: null };
  const arranged = fact('SupervisionArranged', {
    supervisionId: uuid5('line'),
    supervisorId: delegateId,
    personId,
    organisationId,
  });
  const assigned: AccessGrantRow = {
    ...nobody,
    grant_id: uuid5('line'),
    basis: 'assignment',
    holder_id: delegateId,
    role: 'supervisor',
    scope_kind: 'person',
    scope_id: personId,
    organisation_id: organisationId,
  };
  it('is whom somebody supervises, until another takes over or it ends', () => {
    spec.given(arranged).then(assigned);
    const next = { supervisionId: uuid5('line'), supervisorId: uuid5('a third'), effectiveOn: '2025-03-01' };
    const over = fact('SupervisionHandedOver', next);
    const later = { ...assigned, holder_id: uuid5('a third'), from_on: '2025-03-01' };
    spec.given(arranged, over).then({ ...later, event_ids: [givenId(0), givenId(1)] });
    const end = fact('SupervisionEnded', { supervisionId: uuid5('line'), effectiveOn: '2025-04-01' });
    spec
      .given(arranged, over, end)
      .then({ ...later, to_on: '2025-04-01', event_ids: [givenId(0), givenId(1), givenId(2)] });
  });
  it('is what they disclose, in its area, until it is withdrawn', () => {
    const disclosed = fact('DisclosureGranted', {
      grantId: uuid5('grant'),
      personId,
      sharedWithOrganisationId: organisationId,
      sharedWithRole: 'hr',
      area: 'supervision',
      until: '2025-12-31',
    });
    const shared: AccessGrantRow = {
      ...nobody,
      grant_id: uuid5('grant'),
      basis: 'disclosure',
      holder_kind: 'organisation',
      holder_id: organisationId,
      role: 'hr',
      scope_kind: 'person',
      scope_id: personId,
      areas: ['supervision'],
      classes: ['C3'],
      to_on: '2026-01-01',
    };
    spec.given(disclosed).then(shared);
    const withdrawn = fact('DisclosureWithdrawn', { grantId: uuid5('grant'), effectiveOn: '2025-05-01' });
    spec
      .given(disclosed, withdrawn)
      .then({ ...shared, to_on: '2025-05-01', event_ids: [givenId(0), givenId(1)] });
  });
  it('is the passport that they share, again and again', () => {
    const sharing = (until: string, effectiveOn: string) =>
      fact('PassportShared', { personId, withOrganisationId: organisationId, until, effectiveOn });
    const shared: AccessGrantRow = {
      ...nobody,
      grant_id: uuid5(`passport-grant:${personId}:${organisationId}`),
      basis: 'passport',
      holder_kind: 'organisation',
      holder_id: organisationId,
      scope_kind: 'person',
      scope_id: personId,
      areas: ['training'],
      classes: ['C2'],
      to_on: '2025-07-01',
    };
    spec.given(sharing('2025-06-30', '2025-01-01')).then(shared);
    const ending = fact('PassportShareEnded', {
      personId,
      withOrganisationId: organisationId,
      effectiveOn: '2025-02-01',
    });
    spec.given(sharing('2025-06-30', '2025-01-01'), ending, sharing('2025-12-31', '2025-03-01')).then({
      ...shared,
      from_on: '2025-03-01',
      to_on: '2026-01-01',
      event_ids: [givenId(0), givenId(1), givenId(2)],
    });
  });
});

describe('what is broken open', () => {
  const breakGlassId = uuid5('glass');
  const of = {
    breakGlassId,
    requestedBy: personId,
    organisationId,
    personId: delegateId,
    classes: ['C2'],
  } as const;
  const approved: BreakGlassApproved = {
    type: 'BreakGlassApproved',
    data: {
      ...of,
      approvedBy: delegateId,
      from: '2025-01-01T09:00:00.000Z',
      until: '2025-01-01T13:00:00.000Z',
      effectiveOn: '2025-01-01',
    },
  };
  const open: AccessGrantRow = {
    ...row,
    grant_id: breakGlassId,
    basis: 'breakGlass',
    membership_id: null,
    role: null,
    person_id: delegateId,
    classes: ['C2'],
    from_at: '2025-01-01T09:00:00.000Z',
    to_at: '2025-01-01T13:00:00.000Z',
  };
  it('is open to the moment that was agreed, or that it is closed at', () => {
    spec.given(approved).then(open);
    const closed: BreakGlassEnded = {
      type: 'BreakGlassEnded',
      data: { ...of, endedBy: personId, at: '2025-01-01T10:00:00.000Z', effectiveOn: '2025-01-01' },
    };
    spec.given(approved, closed).then({
      ...open,
      to_at: '2025-01-01T10:00:00.000Z',
      event_ids: [givenId(0), givenId(1)],
    });
  });
});

describe('what a system may do', () => {
  const of = { integrationClientId: integrationClientIdOf(organisationId), organisationId };
  const client = clientNameOf(organisationId);
  const registered = fact('IntegrationClientRegistered', {
    ...of,
    client,
    name: 'ESR',
    mutations: ['bandPost'],
    classes: ['C1'],
  });
  const right: AccessGrantRow = {
    ...row,
    grant_id: integrationClientIdOf(organisationId),
    basis: 'integration',
    membership_id: null,
    holder_kind: 'client',
    holder_id: clientActorId(client),
    role: 'integration',
    person_id: null,
    mutations: ['bandPost'],
    classes: ['C1'],
  };
  it('is what was agreed last', () => {
    spec.given(registered).then(right);
    spec
      .given(registered, fact('IntegrationScopesAgreed', { ...of, mutations: [], classes: ['C0'] }))
      .then({ ...right, mutations: [], classes: ['C0'], event_ids: [givenId(0), givenId(1)] });
  });
  it('rests while it is disabled', () => {
    const [off, on] = [fact('IntegrationClientDisabled', of), fact('IntegrationClientEnabled', of)];
    spec.given(registered, off).then({ ...right, suspended: true, event_ids: [givenId(0), givenId(1)] });
    spec.given(registered, off, on).then({ ...right, event_ids: [givenId(0), givenId(1), givenId(2)] });
  });
});
