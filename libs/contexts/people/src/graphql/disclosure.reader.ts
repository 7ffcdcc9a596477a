import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, VALUE_OPENER, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import { addDays, isErased, isSealed, type CalendarDate, type Personal } from '@alongside/kernel';
import type { ValueOpener } from '@alongside/privacy';
import type { ReadModels } from '@alongside/read-models';
import type { Disclosure } from './disclosure.types.js';

interface Row extends Omit<Disclosure, 'text' | 'until' | 'inForce'> {
  readonly text: Personal<string>;
  /** The first day on which it is no longer shared. */
  readonly toOn: CalendarDate | null;
}

const disclosures = `
  SELECT d.grant_id AS "grantId", d.shared_with_organisation_id AS "sharedWithOrganisationId",
    o.name AS "sharedWithOrganisationName", d.shared_with_role AS "sharedWithRole", d.area, d.text,
    d.from_on AS "from", d.to_on AS "toOn"
  FROM people.disclosure d LEFT JOIN localities.organisation o ON o.organisation_id = d.shared_with_organisation_id
  WHERE d.person_id = $1 AND ($2::date IS NULL OR (d.from_on, d.grant_id) < ($2, $3::uuid))
  ORDER BY d.from_on DESC, d.grant_id DESC LIMIT $4`;

/** What people disclose, shown to themselves. */
@Injectable()
export class DisclosureReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(VALUE_OPENER) private readonly opener: ValueOpener,
  ) {}

  async mine({ scope, actor }: Act, args: PageArgs): Promise<Page<Disclosure>> {
    const first = checkedFirst(args.first);
    const [from, grantId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'people.my_disclosures',
      text: disclosures,
      values: [scope.person, from, grantId, first + 1],
    });
    const shown = await Promise.all(
      rows.map(async ({ text, toOn, ...row }) => ({
        ...row,
        text: await this.opened(text),
        until: toOn === null ? null : addDays(toOn, -1),
        inForce: row.from <= actor.today && (toOn === null || actor.today < toOn),
      })),
    );
    return pageOf(
      shown,
      first,
      (row) => [row.from, row.grantId],
      (row) => row,
    );
  }

  private async opened(text: Personal<string>): Promise<string | null> {
    const plain = isSealed(text) ? await this.opener.openValue(text) : text;
    return isErased(plain) ? null : String(plain);
  }
}
