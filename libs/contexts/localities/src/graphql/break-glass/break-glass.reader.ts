import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { addHours } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { answeringFor } from '../../contracts.js';
import { HOURS_TO_ANSWER } from '../../domain/index.js';
import type { BreakGlass, BreakGlassesArgs } from './break-glass.types.js';

type Row = Omit<BreakGlass, 'answerBy'>;

const breakGlasses = `
  SELECT b.break_glass_id AS "breakGlassId", b.requested_by AS "requestedBy", n.display_name AS "requestedByName",
    b.organisation_id AS "organisationId", b.person_id AS "personId", b.classes, b.reason, b.hours, b.status,
    b.requested_at AS "requestedAt", b.decided_by AS "decidedBy", b.from_at AS "from", b.until_at AS "until",
    coalesce(b.from_at <= now() AND now() < b.until_at, false) AS "isOpen"
  FROM localities.break_glass b LEFT JOIN people.name_card n ON n.person_id = b.requested_by
  WHERE ($1::boolean OR b.organisation_id = ANY ($2::uuid[]) OR b.person_id = $3::uuid)
    AND ($4::uuid IS NULL OR b.organisation_id = ANY ${answeringFor('$4', '$9')}) AND ($5::text IS NULL OR b.status = $5)
    AND ($6::timestamptz IS NULL OR (b.requested_at, b.break_glass_id) < ($6, $7::uuid))
  ORDER BY b.requested_at DESC, b.break_glass_id DESC LIMIT $8`;

/** Emergencies, for operators, for the lead and the auditors of the organisation, and for the one person concerned. */
@Injectable()
export class BreakGlassReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async breakGlasses({ scope, actor }: Act, args: BreakGlassesArgs): Promise<Page<BreakGlass>> {
    const first = checkedFirst(args.first);
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'localities.break_glasses',
      text: breakGlasses,
      values: [
        scope.operates,
        [...scope.roles.organisationLead, ...scope.roles.auditor],
        scope.person,
        args.organisationId ?? null,
        args.status ?? null,
        ...(decodeCursor(args.after, 2) ?? [null, null]),
        first + 1,
        actor.today,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.requestedAt, row.breakGlassId],
      (row) => ({ ...row, answerBy: addHours(row.requestedAt, HOURS_TO_ANSWER) }),
    );
  }
}
