import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { answeringFor } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import type { Invitation, InvitationsArgs } from './invitation.types.js';

const invitations = `
  SELECT i.invitation_id AS "invitationId", i.person_id AS "personId", n.display_name AS "displayName",
    i.sent_on AS "sentOn", i.expires_on AS "expiresOn",
    CASE WHEN i.status = 'sent' AND i.expires_on < $3 THEN 'expired' ELSE i.status END AS status
  FROM people.invitation i LEFT JOIN people.name_card n ON n.person_id = i.person_id
  WHERE $1::uuid = ANY ($2::uuid[]) AND i.organisation_id = ANY ${answeringFor('$1', '$3')} AND i.organisation_id = ANY ($2)
    AND ($4::date IS NULL OR (i.sent_on, i.invitation_id) < ($4, $5::uuid))
  ORDER BY i.sent_on DESC, i.invitation_id DESC LIMIT $6`;

/** Invitations, for those who could send them. */
@Injectable()
export class InvitationReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async invitations({ scope, actor }: Act, args: InvitationsArgs): Promise<Page<Invitation>> {
    const first = checkedFirst(args.first);
    const [sentOn, invitationId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Invitation & object>(scope, {
      name: 'people.invitations',
      text: invitations,
      values: [
        args.organisationId,
        [...scope.roles.hr, ...scope.roles.organisationLead],
        actor.today,
        sentOn,
        invitationId,
        first + 1,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.sentOn, row.invitationId],
      (row) => row,
    );
  }
}
