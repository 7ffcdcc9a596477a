import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import {
  DEPLOYMENT,
  membershipIdOf,
  OPERATORS,
  type RoleEnded,
  type RoleGranted,
  type Scope,
} from '../../contracts.js';
import type { EndRole, GrantRole } from './membership.commands.js';
import { membership } from './membership.decider.js';
import { isHeldOn } from './membership.state.js';

const { given } = specFor(membership);
const personId = uuid5('a person');
const scope: Scope = { kind: 'organisation', id: uuid5('RW1') };
const correcting = (index: number) => ({ eventId: factId(index), reason: 'wrongDate' as const });

const granted = (data: Partial<RoleGranted['data']> = {}): RoleGranted => ({
  type: 'RoleGranted',
  data: {
    membershipId: membershipIdOf(personId, 'hr', scope.id),
    personId,
    role: 'hr',
    scope,
    endsOn: null,
    effectiveOn: '2025-01-01',
    ...data,
  },
});
const ended = (effectiveOn = '2025-06-01'): RoleEnded => ({
  type: 'RoleEnded',
  data: {
    membershipId: membershipIdOf(personId, 'hr', scope.id),
    grantId: factId(0),
    personId,
    role: 'hr',
    scope,
    effectiveOn,
  },
});
const grant = (part: Partial<GrantRole> = {}): GrantRole => ({
  type: 'GrantRole',
  personId,
  role: 'hr',
  scope,
  place: { from: '2015-04-01', until: null },
  byBorrower: false,
  endsOn: null,
  effectiveOn: '2025-01-01',
  ...part,
});
const end = (part: Partial<EndRole> = {}): EndRole => ({
  type: 'EndRole',
  byBorrower: false,
  effectiveOn: '2025-06-01',
  ...part,
});

describe('granting a role', () => {
  it('is recorded under the id of person, role and scope', () => {
    given().when(grant()).then(granted());
  });
  it('holds up to and with its last day', () => {
    const { state } = given(granted({ endsOn: '2025-03-31' }));
    expect(
      ['2024-12-31', '2025-01-01', '2025-03-31', '2025-04-01'].map((day) => isHeldOn(state, day)),
    ).toEqual([false, true, true, false]);
  });
  it('refuses an end before the beginning, and takes a single day', () => {
    given()
      .when(grant({ endsOn: '2024-12-31' }))
      .thenRejected('RoleEndsBeforeStart');
    given()
      .when(grant({ endsOn: '2025-01-01' }))
      .then(granted({ endsOn: '2025-01-01' }));
  });
  it('refuses a role that is held at that time', () => {
    given(granted())
      .when(grant({ effectiveOn: '2025-02-01' }))
      .thenRejected('RoleAlreadyHeld');
    given(granted())
      .when(grant({ effectiveOn: '2024-12-01', endsOn: '2025-01-01' }))
      .thenRejected('RoleAlreadyHeld');
  });
  it('can be granted again from the day on which it ended', () => {
    given(granted(), ended())
      .when(grant({ effectiveOn: '2025-06-01' }))
      .then(granted({ effectiveOn: '2025-06-01' }));
  });
  it.each([
    ['frameworkLead', scope],
    ['hr', { kind: 'locality', id: uuid5('Wessex') }],
    ['peerWorker', scope],
  ] as const)('refuses %s in the wrong scope', (role, wrong) => {
    given()
      .when(grant({ role, scope: wrong }))
      .thenRejected('RoleNotHeldInSuchScope');
  });
  it('leaves operators to a rule that there is always one', () => {
    const deployment: Scope = { kind: 'deployment', id: DEPLOYMENT };
    given()
      .when(grant({ role: 'operator', scope: deployment, place: null }))
      .thenRejected('OperatorsAppointedApart');
    given(granted({ membershipId: OPERATORS, role: 'operator', scope: deployment }))
      .when(end())
      .thenRejected('OperatorsAppointedApart');
  });
  it('is refused to an operator for themself', () => {
    given()
      .when(grant({ byOperatorForOneself: true }))
      .thenRejected('RoleForOneself');
  });
  it('is refused on authority that is borrowed, and so is ending one', () => {
    given()
      .when(grant({ byBorrower: true }))
      .thenRejected('AuthorityBorrowed');
    given(granted())
      .when(end({ byBorrower: true }))
      .thenRejected('AuthorityBorrowed');
  });
  it('leaves the role of systems to systems', () => {
    given()
      .when(grant({ role: 'integration' }))
      .thenRejected('RoleOfSystems');
  });
  it('refuses a role over another person', () => {
    given()
      .when(grant({ role: 'peerWorker', scope: { kind: 'self', id: uuid5('another person') } }))
      .thenRejected('ScopeOfAnother');
  });
  it("refuses a grant that belongs in another membership's stream", () => {
    given(granted())
      .when(grant({ personId: uuid5('another person'), effectiveOn: '2026-01-01' }))
      .thenRejected('MembershipOfAnother');
  });
  it('lets a grant be corrected without being in its own way', () => {
    given(granted())
      .when(grant({ effectiveOn: '2025-02-01', corrects: correcting(0) }))
      .then({ ...granted({ effectiveOn: '2025-02-01' }), corrects: correcting(0) });
    given(granted())
      .when(grant({ corrects: correcting(3) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('a role in what is not there on all of its days', () => {
  const closing = { from: '2024-04-01', until: '2025-07-01' };
  it('is refused before the organisation was registered, or the locality established', () => {
    given()
      .when(grant({ place: closing, effectiveOn: '2024-03-31', endsOn: '2025-06-30' }))
      .thenRejected('OrganisationNotRegistered', { earliest: '2024-04-01' });
    given()
      .when(
        grant({
          role: 'frameworkLead',
          scope: { kind: 'locality', id: uuid5('Wessex') },
          place: { from: '2025-02-01', until: null },
        }),
      )
      .thenRejected('LocalityNotEstablished', { earliest: '2025-02-01' });
  });
  it('is refused beyond the day on which the organisation closes, and told its last possible day', () => {
    const latest = { closedOn: '2025-07-01', latest: '2025-06-30' };
    given()
      .when(grant({ place: closing }))
      .thenRejected('OrganisationClosed', latest);
    given()
      .when(grant({ place: closing, endsOn: '2025-07-01' }))
      .thenRejected('OrganisationClosed', latest);
    given()
      .when(grant({ place: closing, endsOn: '2025-06-30' }))
      .then(granted({ endsOn: '2025-06-30' }));
  });
  it('is refused in an organisation that has closed', () => {
    given()
      .when(grant({ place: closing, effectiveOn: '2025-07-01' }))
      .thenRejected('OrganisationClosed', { closedOn: '2025-07-01' });
  });
  it('is held over oneself wherever that is', () => {
    const over: Scope = { kind: 'self', id: personId };
    given()
      .when(grant({ role: 'peerWorker', scope: over, place: null, effectiveOn: '1999-01-01' }))
      .then(
        granted({
          role: 'peerWorker',
          scope: over,
          membershipId: membershipIdOf(personId, 'peerWorker', personId),
          effectiveOn: '1999-01-01',
        }),
      );
  });
});

describe('ending a role', () => {
  it('names the grant that it ends', () => {
    given(granted()).when(end()).then(ended());
  });
  it('takes effect on the first day of the grant where it must', () => {
    given(granted())
      .when(end({ effectiveOn: '2025-01-01' }))
      .then(ended('2025-01-01'));
    expect(isHeldOn(given(granted(), ended('2025-01-01')).state, '2025-01-01')).toBe(false);
  });
  it('brings a planned end forward', () => {
    expect(isHeldOn(given(granted({ endsOn: '2025-12-31' }), ended()).state, '2025-06-01')).toBe(false);
  });
  it('is not undone by an end that was planned for later', () => {
    expect(isHeldOn(given(granted(), ended('2025-09-01'), ended()).state, '2025-07-01')).toBe(false);
  });
  it('refuses an end before the beginning', () => {
    given(granted())
      .when(end({ effectiveOn: '2024-12-31' }))
      .thenRejected('RoleEndsBeforeStart');
  });
  it('refuses what is not held', () => {
    given().when(end()).thenRejected('RoleNotHeld');
    given(granted(), ended()).when(end()).thenRejected('RoleNotHeld');
  });
  it('says of a grant made in error that it never was', () => {
    const never = { ...ended('2025-01-01'), corrects: correcting(0) };
    given(granted())
      .when(end({ effectiveOn: '2025-01-01', corrects: correcting(0) }))
      .then(never);
    expect(given(granted(), never).state.grants).toEqual([]);
    given(granted(), never)
      .when(end({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
});
