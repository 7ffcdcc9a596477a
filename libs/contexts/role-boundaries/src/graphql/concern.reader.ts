import { Inject, Injectable } from '@nestjs/common';
import { LoggedOpener } from '@alongside/access-log';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import { disclosed, type ErasedValue, type Json, type Personal, type Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { aboutConcern } from './about-concern.js';
import type { Concern } from './concern.types.js';

interface Row extends Omit<Concern, 'text' | 'outcome'> {
  readonly personId: Uuid;
  readonly organisationId: Uuid;
  readonly text: Personal<string>;
  readonly outcome: Personal<string> | null;
}

const visible = `
  SELECT concern_id AS "concernId", engagement_id AS "engagementId", task, raised_by AS "raisedBy",
    raised_on AS "raisedOn", text, visible_to AS "visibleTo", resolved_by AS "resolvedBy",
    resolved_on AS "resolvedOn", outcome, person_id AS "personId", organisation_id AS "organisationId"
  FROM role_boundaries.concern
  WHERE visible_to @> ARRAY[$1::uuid] AND ($2::date IS NULL OR (raised_on, concern_id) < ($2, $3::uuid))
  ORDER BY raised_on DESC, concern_id DESC LIMIT $4`;

/** Concerns, opened for the people who may see them. That there is one is as sensitive as what it says. */
@Injectable()
export class ConcernReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly opener: LoggedOpener,
  ) {}

  /** @throws NotLogged */
  async visible(act: Act, args: PageArgs): Promise<Page<Concern>> {
    const first = checkedFirst(args.first);
    const after = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row & object>(act.scope, {
      name: 'role_boundaries.concerns',
      text: visible,
      values: [act.scope.person, ...after, first + 1],
    });
    const shown = rows.slice(0, first);
    const opened = await this.opener.open(
      act,
      shown.flatMap((row) => {
        const about = aboutConcern(act.actor, row);
        return [
          { about, value: row.text },
          { about, value: row.outcome },
        ];
      }),
    );
    return pageOf(
      rows.map((row, index) => ({
        ...row,
        text: textOf(opened[2 * index]),
        outcome: textOf(opened[2 * index + 1]),
      })),
      first,
      (row) => [row.raisedOn, row.concernId],
      (row) => row,
    );
  }
}

const textOf = (value: Json | ErasedValue | undefined): string | null =>
  (disclosed(value as Personal<string | null | undefined>) ?? null) as string | null;
