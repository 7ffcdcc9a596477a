import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import { organisationsOf, readableOrganisations } from '@alongside/identity';
import type { Personal, Uuid } from '@alongside/kernel';
import { answeringFor } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import { OwnLivedExperience } from './own-lived-experience.js';
import type { Supervision, SupervisionArgs, SupervisionsOfArgs } from './supervision.types.js';
import { supervisorOf } from './supervisor-of.js';

interface Row extends Omit<Supervision, 'supervisorHasLivedExperience'> {
  readonly livedExperience: Personal<boolean> | null;
  readonly organisationId: Uuid;
}

/** Arrangements as they stand on the day `on`, due and overdue computed for it. */
const standing = (on: string): string => `
  SELECT a.supervision_id AS "supervisionId", a.engagement_id AS "engagementId", a.person_id AS "personId",
    n.display_name AS "displayName", a.kind, a.supervisor_id AS "supervisorId", s.display_name AS "supervisorName",
    a.supervisor_lived_experience AS "livedExperience", a.every_days AS "everyDays", a.arranged_on AS "arrangedOn",
    a.ended_on AS "endedOn", a.end_reason AS "endReason", h.last AS "lastHeldOn", d.due AS "dueOn",
    coalesce(d.due < ${on}::date, false) AS overdue,
    a.organisation_id AS "organisationId"
  FROM supervision.arrangement a
  LEFT JOIN people.name_card n ON n.person_id = a.person_id
  LEFT JOIN people.name_card s ON s.person_id = a.supervisor_id
  LEFT JOIN LATERAL (
    SELECT max(effective_on) AS last FROM supervision.session
    WHERE supervision_id = a.supervision_id AND outcome = 'held' AND corrected_at IS NULL
      AND effective_on <= ${on}::date
  ) h ON true
  LEFT JOIN LATERAL (
    SELECT greatest(h.last, a.arranged_on) + a.every_days AS due
    WHERE a.arranged_on <= ${on}::date AND (a.ended_on IS NULL OR a.ended_on > ${on}::date)
  ) d ON true`;

const ofEngagement = `
  ${standing('$2')}
  WHERE a.engagement_id = $1
    AND (a.organisation_id = ANY ($3::uuid[]) OR a.person_id = $5::uuid OR a.supervisor_id = $7::uuid
      OR (a.person_id = ANY ($4::uuid[]) AND EXISTS (
        SELECT FROM employment.engagement e
        WHERE e.engagement_id = a.engagement_id
          AND (e.employing_organisation_id = ANY ($6::uuid[]) OR e.host_organisation_id = ANY ($6)))))
  ORDER BY a.kind`;

const byDueDay = (day: string, id: string, limit: string): string => `
  AND d.due IS NOT NULL AND (${day}::date IS NULL OR (d.due, a.supervision_id) > (${day}, ${id}::uuid))
  ORDER BY d.due, a.supervision_id LIMIT ${limit}`;

const mine = `
  ${standing('$2')}
  WHERE (a.person_id = $1 OR a.supervisor_id = $6::uuid) ${byDueDay('$3', '$4', '$5')}`;

const ofOrganisation = `
  ${standing('$3')}
  WHERE $1::uuid = ANY ($2::uuid[]) AND a.organisation_id = ANY ${answeringFor('$1', '$3')} AND a.organisation_id = ANY ($2)
    AND (NOT $4 OR d.due < $3::date) AND ($5::text IS NULL OR a.kind = $5) ${byDueDay('$6', '$7', '$8')}`;

/** Who supervises whom, and what is due, each time within the scope of whoever asks. */
@Injectable()
export class SupervisionReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly livedExperience: OwnLivedExperience,
  ) {}

  /** Every kind that was ever arranged for the engagement: four at most. */
  async ofEngagement(act: Act, args: SupervisionArgs): Promise<readonly Supervision[]> {
    const { scope, actor } = act;
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'supervision.of_engagement',
      text: ofEngagement,
      values: [
        args.engagementId,
        args.on ?? actor.today,
        readableOrganisations(scope, 'supervision', 'C2'),
        scope.people.C2,
        scope.person,
        organisationsOf(actor, 'supervisor'),
        supervisorOf(actor),
      ],
    });
    return this.shown(act, rows);
  }

  async mine(act: Act, args: PageArgs): Promise<Page<Supervision>> {
    const { scope, actor } = act;
    const first = checkedFirst(args.first);
    const after = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'supervision.mine',
      text: mine,
      values: [scope.person, actor.today, ...after, first + 1, supervisorOf(actor)],
    });
    return pageByDueDay(this.shown(act, rows), first);
  }

  async ofOrganisation(act: Act, args: SupervisionsOfArgs): Promise<Page<Supervision>> {
    const { scope, actor } = act;
    const first = checkedFirst(args.first);
    const after = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row & object>(scope, {
      name: 'supervision.of_organisation',
      text: ofOrganisation,
      values: [
        args.organisationId,
        readableOrganisations(scope, 'supervision', 'C2'),
        args.on ?? actor.today,
        args.overdueOnly === true,
        args.kind ?? null,
        ...after,
        first + 1,
      ],
    });
    return pageByDueDay(this.shown(act, rows), first);
  }

  private shown(act: Act, rows: readonly Row[]): readonly Supervision[] {
    return rows.map(({ livedExperience, ...row }) => ({
      ...row,
      supervisorHasLivedExperience: this.livedExperience.of(
        act,
        row.supervisorId,
        row.organisationId,
        livedExperience,
      ),
    }));
  }
}

const pageByDueDay = (rows: readonly Supervision[], first: number): Page<Supervision> =>
  pageOf(
    rows,
    first,
    (row) => [row.dueOn!, row.supervisionId],
    (row) => row,
  );
