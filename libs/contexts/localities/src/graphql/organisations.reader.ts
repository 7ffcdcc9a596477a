import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import type { ReadModels } from '@alongside/read-models';
import type { Organisation, OrganisationsArgs } from './organisation.types.js';

const holdsOn = (table: string): string =>
  `${table}.from_on <= $1::date AND (${table}.to_on IS NULL OR ${table}.to_on > $1::date)`;

const many = `
  SELECT o.organisation_id AS "organisationId", n.name, o.sector, o.registered_on AS "registeredOn",
    o.closed_on AS "closedOn", o.merged_into AS "mergedInto",
    (SELECT i.value FROM localities.organisation_identifier i
      WHERE i.organisation_id = o.organisation_id AND i.system = 'ods' AND ${holdsOn('i')} LIMIT 1) AS "odsCode",
    ARRAY(SELECT m.locality_id FROM localities.locality_membership m
      WHERE m.organisation_id = o.organisation_id AND ${holdsOn('m')} ORDER BY m.locality_id) AS "localityIds"
  FROM localities.organisation o
  CROSS JOIN LATERAL (
    SELECT name FROM localities.organisation_name
    WHERE organisation_id = o.organisation_id AND effective_on <= $1::date AND corrected_at IS NULL
    ORDER BY effective_on DESC, position DESC LIMIT 1
  ) n
  WHERE o.registered_on <= $1::date AND (o.closed_on IS NULL OR o.closed_on > $1::date)
    AND ($2::uuid IS NULL OR EXISTS (SELECT FROM localities.locality_membership m
      WHERE m.organisation_id = o.organisation_id AND m.locality_id = $2 AND ${holdsOn('m')}))
    AND ($3::text IS NULL OR o.sector = $3)
    AND ($4::text IS NULL OR n.name ILIKE $4)
    AND ($5::text IS NULL OR (n.name, o.organisation_id) > ($5, $6::uuid))
  ORDER BY n.name, o.organisation_id LIMIT $7`;

/** The organisations that were open on a day, as they were called then. */
@Injectable()
export class OrganisationsReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async organisations({ scope, actor }: Act, args: OrganisationsArgs): Promise<Page<Organisation>> {
    const first = checkedFirst(args.first);
    const [name, organisationId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Organisation & object>(scope, {
      name: 'localities.organisations',
      text: many,
      values: [
        args.asAt ?? actor.today,
        args.localityId ?? null,
        args.sector ?? null,
        args.name ? `%${args.name.replace(/[\\%_]/g, '\\$&')}%` : null,
        name,
        organisationId,
        first + 1,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.name, row.organisationId],
      (row) => row,
    );
  }
}
