import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec } from '@alongside/projections/testing';
import { organisationId, personId } from '../../domain/testing/person.examples.js';
import { invitations, type InvitationRow } from './invitations.projection.js';

const spec = foldSpec<InvitationRow>(invitations);
const invitationId = uuid5('an invitation');
const about = { invitationId, personId, effectiveOn: '2025-01-02' };
const sent = {
  type: 'InvitationSent',
  data: { ...about, organisationId, codeHash: 'c0'.repeat(32), expiresOn: '2025-01-16' },
};
const withdrawn = { type: 'InvitationWithdrawn', data: about };
const accepted = { type: 'InvitationAccepted', data: { ...about, organisationId, loginId: uuid5('login') } };
const row: InvitationRow = {
  invitation_id: invitationId,
  person_id: personId,
  organisation_id: organisationId,
  sent_on: '2025-01-02',
  expires_on: '2025-01-16',
  status: 'sent',
};

describe('whom an organisation invited', () => {
  it('waits until somebody accepts, and shows nothing of the code', () => {
    spec.given(sent).then(row);
  });
  it('is accepted or withdrawn', () => {
    spec.given(sent, accepted).then({ ...row, status: 'accepted' });
    spec.given(sent, withdrawn).then({ ...row, status: 'withdrawn' });
  });
});
