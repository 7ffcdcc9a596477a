import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { organisationsOf } from '@alongside/identity';
import { organisationNameOn } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import type { PathwayArgs, PathwayStep } from './pathway.types.js';

interface Row extends PathwayStep {
  readonly position: string;
}

const pathway = `
  SELECT s.event_id AS "eventId", s.person_id AS "personId", s.kind, s.title, s.detail,
    s.role_family AS "roleFamily", s.organisation_id AS "organisationId",
    ${organisationNameOn('s.organisation_id', 's.effective_on')} AS "organisationName",
    s.host_organisation_id AS "hostOrganisationId", s.reference_id AS "referenceId",
    s.effective_on AS "effectiveOn", s.recorded_at AS "recordedAt", h.corrects, s.position
  FROM people.pathway_step s
    LEFT JOIN history.fact h ON h.event_id = s.event_id
  WHERE s.person_id = $1
    AND ($1::uuid = $2 OR s.organisation_id = ANY ($3::uuid[]) OR s.host_organisation_id = ANY ($3))
    AND ($4::date IS NULL OR s.effective_on <= $4)
    AND ($5::timestamptz IS NULL OR s.recorded_at <= $5)
    AND (s.corrected_at IS NULL OR s.corrected_at > $5)
    AND ($6::date IS NULL OR (s.effective_on, s.position) > ($6, $7))
  ORDER BY s.effective_on, s.position LIMIT $8`;

/** Career pathways: one's own whole, of others what their organisations have on record. */
@Injectable()
export class PathwayReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async pathway({ scope, actor }: Act, args: PathwayArgs): Promise<Page<PathwayStep>> {
    const first = checkedFirst(args.first);
    const [effectiveOn, position] = decodeCursor(args.after, 2) ?? [null, null];
    const personId = args.personId ?? scope.person;
    // Who supervises somebody learns nothing from that of what they do for other organisations.
    const assigned = personId !== null && scope.people.C2.includes(personId);
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'people.pathway',
      text: pathway,
      values: [
        personId,
        scope.person,
        [...scope.organisations.C2, ...(assigned ? organisationsOf(actor, 'supervisor') : [])],
        args.asAt ?? null,
        args.asKnownAt ?? null,
        effectiveOn,
        position,
        first + 1,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.effectiveOn, row.position],
      (row) => row,
    );
  }
}
