import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { localitiesOf } from '@alongside/identity';
import type { CalendarDate } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { lastDayBefore } from './day-of-column.js';
import type { RoleGrant, RolesArgs } from './role.types.js';
import { requiredPlace } from './scope-asked-for.js';

interface Row extends Omit<RoleGrant, 'until'> {
  readonly sortName: string;
  readonly to: CalendarDate | null;
}

// A role in an organisation ends where that is absorbed by another.
const roles = `
  SELECT g.grant_id AS "grantId", g.membership_id AS "membershipId", g.holder_id AS "personId",
    n.display_name AS "displayName", coalesce(n.sort_name, '') AS "sortName", g.role,
    g.organisation_id AS "organisationId",
    CASE WHEN g.scope_kind = 'locality' THEN g.scope_id END AS "localityId", g.from_on AS "from", e.to_on AS "to"
  FROM localities.access_grant g LEFT JOIN people.name_card n ON n.person_id = g.holder_id
  LEFT JOIN localities.organisation o ON o.organisation_id = g.scope_id AND o.merged_into IS NOT NULL
  CROSS JOIN LATERAL (SELECT least(g.to_on, o.closed_on) AS to_on) e
  WHERE g.basis = 'role' AND $1::uuid = ANY ($2::uuid[]) AND g.scope_id = $1 AND g.scope_kind = $3
    AND (e.to_on IS NULL OR (e.to_on > $4::date AND e.to_on > g.from_on))
    AND ($5::boolean OR g.from_on <= $4)
    AND ($6::text IS NULL OR (g.role, coalesce(n.sort_name, ''), g.grant_id) > ($6, $7::text, $8::uuid))
  ORDER BY g.role, coalesce(n.sort_name, ''), g.grant_id LIMIT $9`;

/** Who holds which role: for the staff of an organisation who may read names in it, and leads of a locality. */
@Injectable()
export class RoleReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** Empty where it is not the actor's to see. @throws GraphQLError where not one place is named */
  async roles({ scope, actor }: Act, args: RolesArgs): Promise<Page<RoleGrant>> {
    const first = checkedFirst(args.first);
    const place = requiredPlace(args);
    const [role, sortName, grantId] = decodeCursor(args.after, 3) ?? [null, null, null];
    const rows = await this.readModels.query<Row>(scope, {
      name: 'localities.roles',
      text: roles,
      values: [
        place.id,
        place.kind === 'locality' ? localitiesOf(actor, 'frameworkLead') : scope.organisations.C1,
        place.kind,
        args.on ?? actor.today,
        !args.on,
        role,
        sortName,
        grantId,
        first + 1,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.role, row.sortName, row.grantId],
      ({ sortName: _, to, ...row }) => ({ ...row, until: lastDayBefore(to) }),
    );
  }
}
