import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import type { CalendarDate } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { lastDayBefore } from '../day-of-column.js';
import type { AccessHeld, AccessReviewArgs } from './access-review.types.js';
import { areasSeen, groundInWords, type Ground } from './ground-in-words.js';

interface Row extends Omit<AccessHeld, 'until' | 'inWords'> {
  readonly grantId: string;
  readonly sortName: string;
  readonly to: CalendarDate | null;
  readonly organisationName: string | null;
  readonly personName: string | null;
}

// Whoever a merger made the successor keeps the records, so its people are the ones who see them.
const review = `
  WITH RECURSIVE keeper AS (
    SELECT $1::uuid AS id
    UNION
    SELECT o.merged_into FROM keeper k JOIN localities.organisation o ON o.organisation_id = k.id
    WHERE o.merged_into IS NOT NULL AND o.closed_on <= $4::date
  ), last_keeper AS (
    SELECT k.id FROM keeper k JOIN localities.organisation o ON o.organisation_id = k.id
    WHERE o.closed_on IS NULL OR o.closed_on > $4::date
  ), held AS (
    SELECT g.grant_id AS "grantId", g.basis AS ground, g.holder_kind AS "holderKind", g.holder_id AS "holderId",
      coalesce(n.display_name, o.name, l.name) AS "holderName",
      coalesce(n.sort_name, lower(o.name), lower(l.name), '') AS "sortName", g.role,
      g.organisation_id AS "organisationId", of.name AS "organisationName", g.scope_kind, g.scope_id,
      CASE WHEN g.basis IN ('assignment', 'breakGlass') THEN g.person_id END AS "personId", p.display_name AS "personName",
      coalesce(g.areas, '{}') AS areas, coalesce(g.classes, '{}') AS classes, g.from_on AS "from", g.to_on AS "to",
      g.to_at AS "untilAt", g.event_ids AS "eventIds"
    FROM localities.access_grant g
    LEFT JOIN people.name_card n ON n.person_id = g.holder_id AND g.holder_kind = 'person'
    LEFT JOIN localities.organisation o ON o.organisation_id = g.holder_id AND g.holder_kind = 'organisation'
    LEFT JOIN localities.locality l ON l.locality_id = g.holder_id AND g.holder_kind = 'locality'
    LEFT JOIN localities.organisation of ON of.organisation_id = g.organisation_id
    LEFT JOIN people.name_card p ON p.person_id = g.person_id AND g.basis IN ('assignment', 'breakGlass')
    WHERE NOT g.suspended AND g.from_on <= $4::date AND (g.to_on IS NULL OR $4::date < g.to_on)
      AND (g.to_at IS NULL OR ($5::timestamptz IS NOT NULL AND $5::timestamptz < g.to_at))
      AND CASE g.basis
        WHEN 'agreement' THEN g.scope_id IN (SELECT id FROM last_keeper)
        WHEN 'assignment' THEN g.organisation_id IN (SELECT id FROM keeper) AND ($3::uuid IS NULL OR EXISTS (
          SELECT FROM employment.engagement e JOIN employment.post t USING (post_id)
          WHERE e.person_id = g.person_id AND t.team_id = $3 AND e.begins_on <= $4::date
            AND (e.ends_on IS NULL OR e.ends_on >= $4::date)))
        WHEN 'breakGlass' THEN g.scope_id IN (SELECT id FROM keeper)
        ELSE g.basis IN ('role', 'delegation', 'integration') AND g.scope_kind = 'organisation'
          AND g.scope_id IN (SELECT id FROM last_keeper)
          AND g.role IN ('organisationLead', 'hr', 'auditor', 'integration')
      END
  )
  SELECT * FROM held
  WHERE $1::uuid = ANY ($2::uuid[])
    AND ($6::text IS NULL OR (ground, "sortName", "grantId") > ($6, $7::text, $8::uuid))
  ORDER BY ground, "sortName", "grantId" LIMIT $9`;

/** Who can see an organisation's records, and why: for its lead and its auditor. */
@Injectable()
export class AccessReviewReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** Empty where the organisation is not the actor's to answer for. */
  async review({ scope, actor }: Act, args: AccessReviewArgs): Promise<Page<AccessHeld>> {
    const first = checkedFirst(args.first);
    const after = decodeCursor(args.after, 3) ?? [null, null, null];
    const day = args.on ?? actor.today;
    const rows = await this.readModels.query<Row>(scope, {
      name: 'localities.access_review',
      text: review,
      values: [
        args.organisationId,
        [...scope.roles.organisationLead, ...scope.roles.auditor],
        args.teamId ?? null,
        day,
        // What is open for hours is open now, or was on a day that is over.
        day === actor.today ? new Date().toISOString() : null,
        ...after,
        first + 1,
      ],
    });
    return pageOf(rows, first, (row) => [row.ground, row.sortName, row.grantId], shown);
  }
}

const shown = ({ grantId: _, sortName: __, to, organisationName, personName, ...row }: Row): AccessHeld => ({
  ...row,
  areas: row.ground === 'agreement' ? areasSeen(row.holderKind, row.areas) : row.areas,
  until: lastDayBefore(to),
  inWords: groundInWords({
    ...row,
    basis: row.ground,
    role: row.role as Ground['role'],
    organisationName,
    personName,
  }),
});
