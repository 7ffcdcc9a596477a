import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import {
  DEPLOYMENT,
  membershipIdOf,
  OPERATORS,
  type DelegationEnded,
  type RoleDelegated,
  type RoleEnded,
  type RoleGranted,
  type Scope,
} from '../../contracts.js';
import type { DelegateRole, EndDelegation } from './membership.commands.js';
import { membership } from './membership.decider.js';

const { given } = specFor(membership);
const [personId, delegateId, another] = [uuid5('a lead'), uuid5('a deputy'), uuid5('another deputy')];
const scope: Scope = { kind: 'organisation', id: uuid5('RW1') };
const membershipId = membershipIdOf(personId, 'organisationLead', scope.id);
const held = { membershipId, personId, role: 'organisationLead', scope } as const;
const place = { from: '2015-04-01', until: null };
const correcting = (index: number) => ({ eventId: factId(index), reason: 'wrongDate' as const });

const granted = (data: Partial<RoleGranted['data']> = {}): RoleGranted => ({
  type: 'RoleGranted',
  data: { ...held, endsOn: null, effectiveOn: '2025-01-01', ...data },
});
const roleEnded = (effectiveOn: string): RoleEnded => ({
  type: 'RoleEnded',
  data: { ...held, grantId: factId(0), effectiveOn },
});
const lent = (data: Partial<RoleDelegated['data']> = {}): RoleDelegated => ({
  type: 'RoleDelegated',
  data: {
    ...held,
    grantId: factId(0),
    delegateId,
    endsOn: '2025-06-30',
    effectiveOn: '2025-03-01',
    ...data,
  },
});
const over = (effectiveOn: string, data: Partial<DelegationEnded['data']> = {}): DelegationEnded => ({
  type: 'DelegationEnded',
  data: { ...held, delegationId: factId(1), delegateId, effectiveOn, ...data },
});
const lend = (part: Partial<DelegateRole> = {}): DelegateRole => ({
  type: 'DelegateRole',
  delegateId,
  endsOn: '2025-06-30',
  effectiveOn: '2025-03-01',
  delegateKnown: true,
  heldByDelegate: [],
  place,
  ...part,
});
const end = (part: Partial<EndDelegation> = {}): EndDelegation => ({
  type: 'EndDelegation',
  delegationId: factId(1),
  effectiveOn: '2025-04-01',
  ...part,
});

describe('lending a role', () => {
  it('is recorded in the membership of its holder, from the grant that covers it', () => {
    given(granted()).when(lend()).then(lent());
    const again = granted({ effectiveOn: '2025-03-01' });
    given(granted({ endsOn: '2025-02-28' }), again)
      .when(lend())
      .then(lent({ grantId: factId(1) }));
  });
  it('refuses what is not held, or not on every day', () => {
    given().when(lend()).thenRejected('RoleNotHeld');
    given(granted({ effectiveOn: '2025-03-02' }))
      .when(lend())
      .thenRejected('RoleNotHeldThroughout');
    given(granted({ endsOn: '2025-06-29' }))
      .when(lend())
      .thenRejected('RoleNotHeldThroughout', { latest: '2025-06-29' });
    given(granted(), roleEnded('2025-06-30'))
      .when(lend())
      .thenRejected('RoleNotHeldThroughout', { latest: '2025-06-29' });
    given(granted({ endsOn: '2025-06-30' }))
      .when(lend())
      .then(lent());
  });
  it('refuses an end before the beginning, and more than twelve months', () => {
    given(granted())
      .when(lend({ endsOn: '2025-02-28' }))
      .thenRejected('DelegationEndsBeforeStart');
    given(granted())
      .when(lend({ endsOn: '2026-03-02' }))
      .thenRejected('DelegationTooLong', { latest: '2026-03-01' });
    given(granted())
      .when(lend({ endsOn: '2026-03-01' }))
      .then(lent({ endsOn: '2026-03-01' }));
  });
  it('refuses to lend to oneself, and to somebody of whom nobody there has heard', () => {
    given(granted())
      .when(lend({ delegateId: personId }))
      .thenRejected('DelegationToOneself');
    given(granted())
      .when(lend({ delegateKnown: false }))
      .thenRejected('DelegateUnknown');
  });
  it.each([
    ['operator', { kind: 'deployment', id: DEPLOYMENT }, OPERATORS],
    ['peerWorker', { kind: 'self', id: personId }, membershipIdOf(personId, 'peerWorker', personId)],
    ['integration', scope, membershipIdOf(personId, 'integration', scope.id)],
  ] as const)('refuses to lend the role of %s', (role, in_, id) => {
    given(granted({ role, scope: in_, membershipId: id }))
      .when(lend({ place: null }))
      .thenRejected('RoleCannotBeLent', { role });
  });
  it('refuses a delegate who holds the role then, or has it from somebody', () => {
    given(granted())
      .when(lend({ heldByDelegate: [{ from: '2025-06-30', until: null }] }))
      .thenRejected('DelegateHoldsRole');
    given(granted(), lent())
      .when(lend({ effectiveOn: '2025-06-30', endsOn: '2025-07-31' }))
      .thenRejected('DelegateHoldsRole');
    given(granted())
      .when(lend({ heldByDelegate: [{ from: '2025-07-01', until: null }] }))
      .then(lent());
  });
  it('lends one role to two people at a time, and to one person again', () => {
    given(granted(), lent())
      .when(lend({ delegateId: another }))
      .then(lent({ delegateId: another }));
    given(granted(), lent(), over('2025-04-01'))
      .when(lend({ effectiveOn: '2025-04-01' }))
      .then(lent({ effectiveOn: '2025-04-01' }));
  });
  it('refuses days on which the organisation is closed', () => {
    given(granted())
      .when(lend({ place: { from: '2015-04-01', until: '2025-06-30' } }))
      .thenRejected('OrganisationClosed', { closedOn: '2025-06-30', latest: '2025-06-29' });
  });
  it('is corrected without being in its own way', () => {
    given(granted(), lent())
      .when(lend({ endsOn: '2025-05-31', corrects: correcting(1) }))
      .then({ ...lent({ endsOn: '2025-05-31' }), corrects: correcting(1) });
    given(granted(), lent())
      .when(lend({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('ending a delegation', () => {
  it('names the delegation that it ends', () => {
    given(granted(), lent()).when(end()).then(over('2025-04-01'));
    given(granted(), lent())
      .when(end({ effectiveOn: '2025-03-01' }))
      .then(over('2025-03-01'));
  });
  it('refuses what is unknown, and days on which it does not hold', () => {
    given(granted()).when(end()).thenRejected('DelegationUnknown');
    given(granted(), lent())
      .when(end({ effectiveOn: '2025-02-28' }))
      .thenRejected('DelegationEndsBeforeStart', { earliest: '2025-03-01' });
    given(granted(), lent())
      .when(end({ effectiveOn: '2025-07-01' }))
      .thenRejected('DelegationNotInForce');
    given(granted(), lent(), over('2025-04-01')).when(end()).thenRejected('DelegationNotInForce');
  });
  it('says of one made in error that it never was', () => {
    given(granted(), lent())
      .when(end({ corrects: correcting(1) }))
      .then({ ...over('2025-04-01'), corrects: correcting(1) });
    given(granted(), lent())
      .when(end({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('what becomes of a delegation when the role ends', () => {
  const endRole = { type: 'EndRole', effectiveOn: '2025-05-01', byBorrower: false } as const;
  it('ends with it, where it would outlast it', () => {
    const later = lent({ delegateId: another, effectiveOn: '2025-06-01', endsOn: '2025-07-31' });
    const before = lent({ delegateId: another, endsOn: '2025-04-30' });
    given(granted(), lent(), later, before)
      .when(endRole)
      .then(
        roleEnded('2025-05-01'),
        over('2025-05-01'),
        over('2025-06-01', { delegationId: factId(2), delegateId: another }),
      );
  });
  it('is left as it is, where it had ended by itself or was ended', () => {
    given(granted(), lent(), over('2025-04-01')).when(endRole).then(roleEnded('2025-05-01'));
  });
  it('was not lent either, where the role never was', () => {
    const corrects = correcting(0);
    const never = { ...over('2025-03-01'), corrects: correcting(1) };
    given(granted(), lent())
      .when({ ...endRole, corrects })
      .then({ ...roleEnded('2025-05-01'), corrects }, never);
    given(granted(), lent())
      .when({
        type: 'GrantRole',
        ...held,
        place,
        byBorrower: false,
        endsOn: null,
        effectiveOn: '2025-02-01',
        corrects,
      })
      .then({ ...granted({ effectiveOn: '2025-02-01' }), corrects }, never);
  });
});
