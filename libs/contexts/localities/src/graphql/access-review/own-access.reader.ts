import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { areaOfPurpose, successorOn } from '../../contracts.js';
import { AgreementsReader } from '../agreements/agreements.reader.js';
import { lastDayBefore } from '../day-of-column.js';
import type { AccessHeld } from './access-review.types.js';
import { areasSeen, groundInWords, type Ground } from './ground-in-words.js';

interface Row extends Omit<AccessHeld, 'until' | 'inWords' | 'ground'> {
  readonly basis: Ground['basis'];
  readonly to: CalendarDate | null;
  readonly organisationName: string | null;
}

/** The organisations that keep a record of the person today, of those that merged their successors: for the last months of one that has ended, too. */
const keepers = `
  SELECT DISTINCT ON (k.id) 'engagement' AS basis, 'organisation' AS "holderKind", k.id AS "holderId", o.name AS "holderName",
    NULL AS role, k.id AS "organisationId", o.name AS "organisationName", NULL::uuid AS "personId", '{}'::text[] AS areas,
    '{}'::text[] AS classes, e.begins_on AS "from", NULL::date AS "to", NULL::timestamptz AS "untilAt",
    ARRAY[e.begun_event_id] AS "eventIds"
  FROM employment.engagement e
  CROSS JOIN LATERAL (VALUES (${successorOn('e.employing_organisation_id', '$2')}), (${successorOn('e.host_organisation_id', '$2')})) AS k (id)
  JOIN localities.organisation o ON o.organisation_id = k.id
  WHERE e.person_id = $1 AND e.begins_on <= $2::date
  ORDER BY k.id, e.begins_on`;

const given = `
  SELECT g.basis, g.holder_kind AS "holderKind", g.holder_id AS "holderId", coalesce(n.display_name, o.name) AS "holderName",
    g.role, coalesce(g.organisation_id, o.organisation_id) AS "organisationId", coalesce(o.name, p.name) AS "organisationName",
    g.person_id AS "personId", coalesce(g.areas, '{}') AS areas, coalesce(g.classes, '{}') AS classes, g.from_on AS "from",
    g.to_on AS "to", g.to_at AS "untilAt", g.event_ids AS "eventIds"
  FROM localities.access_grant g
  LEFT JOIN people.name_card n ON n.person_id = g.holder_id AND g.holder_kind = 'person'
  LEFT JOIN localities.organisation o ON o.organisation_id = g.holder_id AND g.holder_kind = 'organisation'
  LEFT JOIN localities.organisation p ON p.organisation_id = g.organisation_id
  WHERE g.person_id = $1 AND g.basis IN ('assignment', 'disclosure', 'passport', 'breakGlass') AND NOT g.suspended
    AND g.from_on <= $2::date AND (g.to_on IS NULL OR $2::date < g.to_on)
    AND (g.to_at IS NULL OR $3::timestamptz < g.to_at)
  ORDER BY g.basis, g.from_on, g.grant_id`;

/** At most so many agreements of one organisation are looked at: those that began last. */
const AGREEMENTS = 100;

/** Who can see the reader's own record, and why. */
@Injectable()
export class OwnAccessReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly agreements: AgreementsReader,
  ) {}

  async mine(act: Act, args: PageArgs): Promise<Page<AccessHeld>> {
    const { scope, actor } = act;
    const first = checkedFirst(args.first);
    const [after] = decodeCursor(args.after, 1) ?? ['-1'];
    const of = [scope.person, actor.today];
    const [organisations, rights] = await Promise.all([
      this.readModels.query<Row>(scope, { name: 'localities.own_keepers', text: keepers, values: of }),
      this.readModels.query<Row>(scope, {
        name: 'localities.own_access',
        text: given,
        values: [...of, new Date().toISOString()],
      }),
    ]);
    const shared = await Promise.all(
      organisations.map((row) => this.sharedBy(act, row.organisationId!, row.organisationName)),
    );
    // All of it is a few dozen at the most, and each part is in an order of its own.
    const all = [...organisations, ...shared.flat(), ...rights].map((row, index) => ({ row, index }));
    return pageOf(
      all.filter(({ index }) => index > Number(after)),
      first,
      ({ index }) => [String(index)],
      ({ row }) => shown(row),
    );
  }

  private async sharedBy(act: Act, organisationId: Uuid, name: string | null): Promise<readonly Row[]> {
    const { nodes } = await this.agreements.agreements(act, {
      organisationId,
      first: AGREEMENTS,
      on: act.actor.today,
    });
    return nodes.flatMap((agreement) =>
      agreement.pairs
        .filter(({ discloser, inForce }) => inForce && discloser.id === organisationId)
        .map(({ receiver, from }): Row => ({
          basis: 'agreement',
          holderKind: receiver.kind,
          holderId: receiver.id,
          holderName: receiver.name,
          role: null,
          organisationId,
          organisationName: name,
          personId: null,
          areas: areasSeen(
            receiver.kind,
            agreement.purposes.map((purpose) => areaOfPurpose[purpose]),
          ),
          classes: agreement.classes,
          from,
          to: null,
          untilAt: null,
          eventIds: [],
        })),
    );
  }
}

const shown = ({ basis, to, organisationName, ...row }: Row): AccessHeld => ({
  ...row,
  ground: basis,
  until: lastDayBefore(to),
  inWords: groundInWords({
    ...row,
    basis,
    role: row.role as Ground['role'],
    organisationName,
    personName: basis === 'assignment' ? 'you' : null,
  }),
});
