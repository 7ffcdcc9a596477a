import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { InvitationAccepted, InvitationSent, InvitationWithdrawn } from '../../contracts.js';

export interface InvitationRow {
  readonly invitation_id: Uuid;
  readonly person_id: Uuid;
  readonly organisation_id: Uuid;
  readonly sent_on: CalendarDate;
  /** The last day on which it can be accepted. */
  readonly expires_on: CalendarDate;
  readonly status: 'sent' | 'withdrawn' | 'accepted';
}

const ending =
  (status: InvitationRow['status']) =>
  ({ data }: { readonly data: { readonly invitationId: Uuid } }) => ({
    key: [data.invitationId],
    fold: (row: InvitationRow | undefined) => row && { ...row, status },
  });

/** Whom an organisation invited to sign in. Nothing of the code stands here. */
export const invitations = projection<
  InvitationRow,
  InvitationSent | InvitationWithdrawn | InvitationAccepted
>({
  name: 'invitations',
  version: 1,
  table: 'people.invitation',
  columns: {
    invitation_id: 'uuid',
    person_id: 'uuid',
    organisation_id: 'uuid',
    sent_on: 'date',
    expires_on: 'date',
    status: 'text',
  },
  key: ['invitation_id'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'] },
  on: {
    InvitationSent: ({ data }) => ({
      key: [data.invitationId],
      fold: () => ({
        invitation_id: data.invitationId,
        person_id: data.personId,
        organisation_id: data.organisationId,
        sent_on: data.effectiveOn,
        expires_on: data.expiresOn,
        status: 'sent',
      }),
    }),
    InvitationWithdrawn: ending('withdrawn'),
    InvitationAccepted: ending('accepted'),
  },
});
