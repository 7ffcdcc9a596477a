import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import type { Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { requiredPlace } from '../scope-asked-for.js';
import type { AgreementArgs, AgreementsArgs, DataSharingAgreement } from './agreement.types.js';
import { agreementOn, type AgreementRead } from './agreement-on.js';

const columns = `
  SELECT a.agreement_id AS "agreementId", a.locality_id AS "localityId", a.title, a.reference, a.purposes, a.classes,
    a.lawful_basis AS "lawfulBasis", a.special_condition AS "specialCondition", a.from_on AS "from", a.to_on AS "to",
    a.disclosing, a.receiving, a.parties,
    (SELECT jsonb_object_agg(n.id, n.name) FROM (
      SELECT organisation_id AS id, name FROM localities.organisation WHERE organisation_id = ANY (a.party_ids)
      UNION ALL SELECT locality_id, name FROM localities.locality WHERE locality_id = ANY (a.party_ids)) n) AS names
  FROM localities.agreement a`;

const page = (whose: string): string => `${columns}
  WHERE ${whose}
    AND (a.to_on IS NULL OR (a.to_on > $2::date AND a.to_on > a.from_on)) AND ($3::boolean OR a.from_on <= $2)
    AND ($4::text IS NULL OR (a.from_on, a.agreement_id) < ($4::date, $5::uuid))
  ORDER BY a.from_on DESC, a.agreement_id DESC LIMIT $6`;

const of = {
  locality: page('a.locality_id = $1::uuid'),
  organisation: page('a.party_ids @> ARRAY[$1::uuid]'),
} as const;

@Injectable()
export class AgreementsReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** @throws GraphQLError where not one of locality and organisation is named */
  async agreements({ scope, actor }: Act, args: AgreementsArgs): Promise<Page<DataSharingAgreement>> {
    const first = checkedFirst(args.first);
    const place = requiredPlace(args);
    const kind = place.kind as keyof typeof of;
    const day = args.on ?? actor.today;
    const [from, agreementId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<AgreementRead>(scope, {
      name: `localities.agreements_of_${kind}`,
      text: of[kind],
      values: [place.id, day, !args.on, from, agreementId, first + 1],
    });
    return pageOf(rows, first, (row) => [row.from, row.agreementId], agreementOn(day));
  }

  async agreement(
    { scope, actor }: Act,
    { agreementId, on }: { readonly agreementId: Uuid; readonly on?: AgreementArgs['on'] },
  ): Promise<DataSharingAgreement | null> {
    const [row] = await this.readModels.query<AgreementRead>(scope, {
      name: 'localities.agreement',
      text: `${columns} WHERE a.agreement_id = $1::uuid`,
      values: [agreementId],
    });
    return row ? agreementOn(on ?? actor.today)(row) : null;
  }
}
