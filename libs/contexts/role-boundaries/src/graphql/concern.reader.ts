import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, VALUE_OPENER, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import { isErased, isSealed, type Personal } from '@alongside/kernel';
import type { ValueOpener } from '@alongside/privacy';
import type { ReadModels } from '@alongside/read-models';
import type { Concern } from './concern.types.js';

interface Row extends Omit<Concern, 'text' | 'outcome'> {
  readonly text: Personal<string>;
  readonly outcome: Personal<string> | null;
}

const visible = `
  SELECT concern_id AS "concernId", engagement_id AS "engagementId", task, raised_by AS "raisedBy",
    raised_on AS "raisedOn", text, visible_to AS "visibleTo", resolved_by AS "resolvedBy",
    resolved_on AS "resolvedOn", outcome
  FROM role_boundaries.concern
  WHERE visible_to @> ARRAY[$1::uuid] AND ($2::date IS NULL OR (raised_on, concern_id) < ($2, $3::uuid))
  ORDER BY raised_on DESC, concern_id DESC LIMIT $4`;

/** Concerns, opened for the people who may see them. */
@Injectable()
export class ConcernReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(VALUE_OPENER) private readonly opener: ValueOpener,
  ) {}

  async visible({ scope }: Act, args: PageArgs): Promise<Page<Concern>> {
    const first = checkedFirst(args.first);
    const after = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'role_boundaries.concerns',
      text: visible,
      values: [scope.person, ...after, first + 1],
    });
    const shown = await Promise.all(
      rows.map(async ({ text, outcome, ...row }) => ({
        ...row,
        text: await this.opened(text),
        outcome: await this.opened(outcome),
      })),
    );
    return pageOf(
      shown,
      first,
      (row) => [row.raisedOn, row.concernId],
      (row) => row,
    );
  }

  private async opened(value: Personal<string> | null): Promise<string | null> {
    if (value === null) return null;
    const plain = isSealed(value) ? await this.opener.openValue(value) : value;
    return isErased(plain) ? null : String(plain);
  }
}
