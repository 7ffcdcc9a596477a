import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import type { ReadModels } from '@alongside/read-models';
import type { Contest, ContestsArgs } from './contest.types.js';

const contests = `
  SELECT c.contest_id AS "contestId", c.person_id AS "personId", n.display_name AS "displayName",
    c.event_id AS "eventId", c.held_by AS "heldBy", o.name AS "heldByName", c.contested_on AS "contestedOn",
    c.statement, c.outcome, c.answer, c.answered_by AS "answeredBy", c.answered_on AS "answeredOn"
  FROM people.contest c
    LEFT JOIN people.name_card n ON n.person_id = c.person_id
    LEFT JOIN localities.organisation o ON o.organisation_id = c.held_by
  WHERE ($1::uuid IS NULL OR c.person_id = $1)
    AND (c.person_id = $2 OR c.held_by = ANY ($3::uuid[]))
    AND ($4::date IS NULL OR (c.contested_on, c.contest_id) < ($4, $5::uuid))
  ORDER BY c.contested_on DESC, c.contest_id DESC LIMIT $6`;

@Injectable()
export class ContestReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async contests({ scope }: Act, args: ContestsArgs): Promise<Page<Contest>> {
    const first = checkedFirst(args.first);
    const [contestedOn, contestId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Contest & object>(scope, {
      name: 'people.contests',
      text: contests,
      values: [
        args.personId ?? null,
        scope.person,
        scope.organisations.C2,
        contestedOn,
        contestId,
        first + 1,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.contestedOn, row.contestId],
      (row) => row,
    );
  }
}
