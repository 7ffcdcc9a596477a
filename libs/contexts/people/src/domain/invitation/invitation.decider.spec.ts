import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { specFor } from '@alongside/kernel/testing';
import {
  loginIdOf,
  type InvitationAccepted,
  type InvitationSent,
  type InvitationWithdrawn,
} from '../../contracts.js';
import { organisationId, personId } from '../testing/person.examples.js';
import type { AcceptInvitation, SendInvitation } from './invitation.commands.js';
import { invitation } from './invitation.decider.js';

const { given } = specFor(invitation);
const invitationId = uuid5('an invitation');
const codeHash = 'c0'.repeat(32);
const loginId = loginIdOf('ab'.repeat(32));
const otherLogin = loginIdOf('cd'.repeat(32));
/** `specFor` records the first fact of a history at this moment. */
const sentAt = '2025-01-01T00:00:00.000Z';

const sent = (data: Partial<InvitationSent['data']> = {}): InvitationSent => ({
  type: 'InvitationSent',
  data: {
    invitationId,
    personId,
    organisationId,
    codeHash,
    expiresOn: '2025-01-15',
    effectiveOn: '2025-01-01',
    ...data,
  },
});
const withdrawn: InvitationWithdrawn = {
  type: 'InvitationWithdrawn',
  data: { invitationId, personId, effectiveOn: '2025-01-02' },
};
const accepted: InvitationAccepted = {
  type: 'InvitationAccepted',
  data: { invitationId, personId, organisationId, loginId, effectiveOn: '2025-01-02' },
};
const send = (part: Partial<SendInvitation> = {}): SendInvitation => ({
  type: 'SendInvitation',
  invitationId,
  personId,
  organisationId,
  codeHash,
  expiresOn: null,
  loginOfPerson: null,
  byOperator: false,
  effectiveOn: '2025-01-01',
  ...part,
});
const withdraw = { type: 'WithdrawInvitation', effectiveOn: '2025-01-02' } as const;
const accept = (part: Partial<AcceptInvitation> = {}): AcceptInvitation => ({
  type: 'AcceptInvitation',
  codeHash,
  loginId,
  login: 'nobody',
  loginOfPerson: null,
  effectiveOn: '2025-01-02',
  ...part,
});

describe('sending an invitation', () => {
  it('holds for fourteen days unless said', () => {
    given().when(send()).then(sent());
  });
  it('holds until the day that is said, today at the earliest and in sixty days at the latest', () => {
    given()
      .when(send({ expiresOn: '2025-01-01' }))
      .then(sent({ expiresOn: '2025-01-01' }));
    given()
      .when(send({ expiresOn: '2025-03-02' }))
      .then(sent({ expiresOn: '2025-03-02' }));
    given()
      .when(send({ expiresOn: '2025-03-03' }))
      .thenRejected('ExpiresTooLate', { latest: '2025-03-02' });
    given()
      .when(send({ expiresOn: '2024-12-31' }))
      .thenRejected('ExpiresTooEarly', { earliest: '2025-01-01' });
  });
  it('refuses somebody who signs in already, whoever sends it', () => {
    for (const byOperator of [false, true])
      given()
        .when(send({ loginOfPerson: { unlinkedAt: null }, byOperator }))
        .thenRejected('PersonHasLogin');
  });
  it('leaves to operators whoever had a login before', () => {
    const loginOfPerson = { unlinkedAt: '2024-12-01T09:00:00.000Z' };
    given().when(send({ loginOfPerson })).thenRejected('OperatorNeeded');
    given()
      .when(send({ loginOfPerson, byOperator: true }))
      .then(sent());
  });
  it('refuses to send the same one again', () => {
    given(sent()).when(send()).thenRejected('InvitationSentBefore');
  });
});

describe('withdrawing an invitation', () => {
  it('ends it, once', () => {
    given(sent()).when(withdraw).then(withdrawn);
    given(sent(), withdrawn).when(withdraw).thenNothing();
  });
  it('refuses what was accepted, and what was never sent', () => {
    given(sent(), accepted).when(withdraw).thenRejected('InvitationAccepted');
    given().when(withdraw).thenRejected('NoSuchInvitation');
  });
});

describe('accepting an invitation', () => {
  it('says by which login', () => {
    given(sent()).when(accept()).then(accepted);
  });
  it('is open on the last day and no later', () => {
    given(sent())
      .when(accept({ effectiveOn: '2025-01-15' }))
      .then({ ...accepted, data: { ...accepted.data, effectiveOn: '2025-01-15' } });
    given(sent())
      .when(accept({ effectiveOn: '2025-01-16' }))
      .thenRejected('InvitationExpired', { expiresOn: '2025-01-15' });
  });
  it('happens once: the same login is told so again, and no other', () => {
    given(sent(), accepted)
      .when(accept({ login: 'somebody', loginOfPerson: { unlinkedAt: null } }))
      .thenNothing();
    given(sent(), accepted)
      .when(accept({ loginId: otherLogin }))
      .thenRejected('InvitationAccepted');
  });
  it('is not undone by a clock that is a day behind', () => {
    const { outcome } = given(sent()).when(accept({ effectiveOn: '2024-12-31' }));
    expect(outcome).toEqual([{ ...accepted, data: { ...accepted.data, effectiveOn: '2025-01-01' } }]);
    given(sent(), ...(outcome as readonly InvitationAccepted[]))
      .when(accept({ loginId: otherLogin }))
      .thenRejected('InvitationAccepted');
  });
  it('tells a wrong code from none in nothing', () => {
    given().when(accept()).thenRejected('NoSuchInvitation');
    for (const history of [[sent()], [sent(), withdrawn], [sent(), accepted]])
      given(...history)
        .when(accept({ codeHash: 'c1'.repeat(32) }))
        .thenRejected('NoSuchInvitation');
  });
  it('refuses what was withdrawn', () => {
    given(sent(), withdrawn).when(accept()).thenRejected('InvitationWithdrawn');
  });
  it('refuses a login that leads to somebody, or did', () => {
    given(sent())
      .when(accept({ login: 'somebody' }))
      .thenRejected('LoginOfSomebody');
    given(sent())
      .when(accept({ login: 'unlinked' }))
      .thenRejected('LoginUnlinked');
  });
  it('refuses once the person signs in by another login', () => {
    given(sent())
      .when(accept({ loginOfPerson: { unlinkedAt: null } }))
      .thenRejected('PersonHasLogin');
  });
  it('refuses one that was sent before a login was taken from the person', () => {
    given(sent())
      .when(accept({ loginOfPerson: { unlinkedAt: sentAt } }))
      .thenRejected('InvitationOutdated');
    given(sent())
      .when(accept({ loginOfPerson: { unlinkedAt: '2024-12-31T23:59:59.999Z' } }))
      .then(accepted);
  });
});
