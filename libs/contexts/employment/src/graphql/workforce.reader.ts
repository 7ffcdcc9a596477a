import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { readableOrganisations } from '@alongside/identity';
import { answeringFor } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import type { Engagement, WorkforceArgs } from './workforce.types.js';

interface Row extends Engagement {
  readonly sortName: string;
}

/** The band that a post has on a day: evaluated, or declared equivalent. */
export const bandOn = (post: string, day: string): string => `
  (SELECT b.band FROM employment.post_banding b
    WHERE b.post_id = ${post} AND b.effective_on <= ${day} AND b.corrected_at IS NULL
    ORDER BY (b.basis = 'banded') DESC, b.effective_on DESC, b.position DESC LIMIT 1)`;

const columns = `
  e.engagement_id AS "engagementId", e.person_id AS "personId", n.display_name AS "displayName",
  coalesce(n.sort_name, '') AS "sortName", e.post_id AS "postId",
  e.employing_organisation_id AS "employingOrganisationId", e.host_organisation_id AS "hostOrganisationId",
  e.locality_id AS "localityId", e.kind, e.role_family AS "roleFamily", e.title, e.hours_per_week AS "hoursPerWeek",
  e.wte, e.begins_on AS "beginsOn", e.ends_on AS "endsOn",
  nullif(e.end_reason, 'didNotStart') AS "endReason", e.begun_event_id AS "begunEventId"`;

const workforce = `
  SELECT * FROM (
    SELECT ${columns}, ${bandOn('e.post_id', '$3')} AS band
    FROM employment.engagement e LEFT JOIN people.name_card n USING (person_id)
    WHERE $1::uuid = ANY ($2::uuid[])
      AND (e.employing_organisation_id = ANY ${answeringFor('$1', '$3')} OR e.host_organisation_id = ANY ${answeringFor('$1', '$3')})
      AND (e.employing_organisation_id = ANY ($2) OR e.host_organisation_id = ANY ($2))
      AND e.begins_on <= $3::date AND (e.ends_on IS NULL OR e.ends_on >= $3)
      AND ($4::text IS NULL OR e.kind = $4) AND ($5::text IS NULL OR e.role_family = $5)
      AND ($6::text IS NULL OR n.display_name ILIKE $6)
  ) listed
  WHERE ($7::text IS NULL OR band = $7)
    AND ($8::text IS NULL OR ("sortName", "engagementId") > ($8, $9::uuid))
  ORDER BY "sortName", "engagementId" LIMIT $10`;

/** What is read of employment, each time within the scope of whoever asks. */
@Injectable()
export class WorkforceReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async workforce({ scope, actor }: Act, args: WorkforceArgs): Promise<Page<Engagement>> {
    const first = checkedFirst(args.first);
    const [sortName, engagementId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row>(scope, {
      name: 'employment.workforce',
      text: workforce,
      values: [
        args.organisationId,
        readableOrganisations(scope, 'employment', 'C2'),
        args.on ?? actor.today,
        args.kind ?? null,
        args.roleFamily ?? null,
        args.name ? `%${args.name.replace(/[\\%_]/g, '\\$&')}%` : null,
        args.band ?? null,
        sortName,
        engagementId,
        first + 1,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.sortName, row.engagementId],
      (row) => row,
    );
  }
}
