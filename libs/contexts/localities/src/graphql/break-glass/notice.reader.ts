import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import type { ReadModels } from '@alongside/read-models';
import { noticeInWords } from './notice-in-words.js';
import type { Notice } from './notice.types.js';

type Row = Omit<Notice, 'inWords'>;

const notices = `
  SELECT b.break_glass_id AS "breakGlassId", b.requested_by AS "requestedBy", n.display_name AS "requestedByName",
    b.organisation_id AS "organisationId", o.name AS "organisationName", b.named AS "namedYou", b.classes, b.reason,
    b.from_at AS "from", b.until_at AS "until", b.was_read AS "wasRead"
  FROM localities.notices_for($1::uuid) b
    LEFT JOIN localities.organisation o ON o.organisation_id = b.organisation_id
    LEFT JOIN people.name_card n ON n.person_id = b.requested_by
  WHERE $2::timestamptz IS NULL OR (b.from_at, b.break_glass_id) < ($2, $3::uuid)
  ORDER BY b.from_at DESC, b.break_glass_id DESC LIMIT $4`;

/** What people are told of emergencies in which their records were open: each their own. */
@Injectable()
export class NoticeReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async mine({ scope }: Act, args: PageArgs): Promise<Page<Notice>> {
    const first = checkedFirst(args.first);
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'localities.notices',
      text: notices,
      values: [scope.person, ...(decodeCursor(args.after, 2) ?? [null, null]), first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.from, row.breakGlassId],
      (row) => ({ ...row, inWords: noticeInWords(row) }),
    );
  }
}
