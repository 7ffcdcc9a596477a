import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, readable, scopedModel, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import { organisationsOf, readableOrganisations } from '@alongside/identity';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { AgreementRow } from '../projections/agreement/agreement.projection.js';
import { lineProjection, type LineRow } from '../projections/line/line.projection.js';
import type { Boundary, BoundaryLine, BoundaryQuery, WithinBoundaryArgs } from './boundary.types.js';
import { lineShown } from './condition.js';

const boundaryLine = scopedModel('BoundaryLine', lineProjection);

const one = `
  SELECT * FROM role_boundaries.agreement b
  WHERE engagement_id = $1
    AND (organisation_id = ANY ($2::uuid[]) OR person_id = $3::uuid
      OR (person_id = ANY ($4::uuid[]) AND EXISTS (
        SELECT FROM employment.engagement e
        WHERE e.engagement_id = b.engagement_id
          AND (e.employing_organisation_id = ANY ($5::uuid[]) OR e.host_organisation_id = ANY ($5)))))`;

const own = `
  SELECT * FROM role_boundaries.agreement
  WHERE person_id = $1 AND ($2::uuid IS NULL OR boundary_id > $2)
  ORDER BY boundary_id LIMIT $3`;

const queries = `
  SELECT q.query_id AS "queryId", q.task, q.asked_by AS "askedBy", n.display_name AS "askedByName",
    q.asked_on AS "askedOn", q.question, q.answered_by AS "answeredBy", q.answered_on AS "answeredOn", q.answer
  FROM role_boundaries.query_raised q LEFT JOIN people.name_card n ON n.person_id = q.asked_by
  WHERE q.boundary_id = $1 AND (q.organisation_id = ANY ($2::uuid[]) OR q.person_id = ANY ($3::uuid[]))
    AND ($4::date IS NULL OR (q.asked_on, q.query_id) < ($4, $5::uuid))
  ORDER BY q.asked_on DESC, q.query_id DESC LIMIT $6`;

/** What was agreed, proposed and asked, each time within the scope of whoever asks. */
@Injectable()
export class BoundaryReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async boundary({ scope, actor }: Act, engagementId: Uuid): Promise<Boundary | null> {
    const [row] = await this.readModels.query<AgreementRow & object>(scope, {
      name: 'role_boundaries.boundary',
      text: one,
      values: [
        engagementId,
        readableOrganisations(scope, 'boundaries', 'C2'),
        scope.person,
        scope.people.C2,
        organisationsOf(actor, 'supervisor'),
      ],
    });
    return row ? boundaryOf(row) : null;
  }

  async mine({ scope }: Act, args: PageArgs): Promise<Page<Boundary>> {
    const first = checkedFirst(args.first);
    const [after] = decodeCursor(args.after, 1) ?? [null];
    const rows = await this.readModels.query<AgreementRow & object>(scope, {
      name: 'role_boundaries.mine',
      text: own,
      values: [scope.person, after, first + 1],
    });
    return pageOf(rows, first, (row) => [row.boundary_id], boundaryOf);
  }

  /** What both signed last, by task. */
  async lines(act: Act, boundaryId: Uuid): Promise<readonly BoundaryLine[]> {
    const found = await this.readModels.prisma(act.scope, (tx) =>
      tx.boundaryLine.findMany({
        where: { AND: [{ boundaryId }, readable(act, boundaryLine)] },
        orderBy: { task: 'asc' },
      }),
    );
    return found.map(({ task, clauseId, deviationId, ...line }) =>
      lineShown({
        task,
        clauseId,
        deviationId,
        stance: line.stance as LineRow['stance'],
        conditions: line.conditions as unknown as LineRow['conditions'],
        direction: line.direction as LineRow['direction'],
      }),
    );
  }

  async queries({ scope }: Act, boundaryId: Uuid, args: WithinBoundaryArgs): Promise<Page<BoundaryQuery>> {
    const first = checkedFirst(args.first);
    const after = decodeCursor(args.after ?? undefined, 2) ?? [null, null];
    const rows = await this.readModels.query<BoundaryQuery & object>(scope, {
      name: 'role_boundaries.queries',
      text: queries,
      values: [boundaryId, scope.organisations.C2, scope.people.C2, ...after, first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.askedOn, row.queryId],
      (row) => row,
    );
  }
}

const boundaryOf = (row: AgreementRow): Boundary => ({
  boundaryId: row.boundary_id,
  engagementId: row.engagement_id,
  personId: row.person_id,
  organisationId: row.organisation_id,
  agreementId: row.agreed_proposal_id,
  agreedOn: row.agreed_on,
  frameworkVersionId: row.framework_version_id,
  proposal:
    row.proposal_id === null
      ? null
      : {
          proposalId: row.proposal_id,
          proposedOn: row.proposed_on as CalendarDate,
          proposedBy: row.proposed_by as Uuid,
          lines: (row.proposed_lines ?? []).map(lineShown),
          workerSignedOn: row.worker_signed_on,
          managerSignedOn: row.manager_signed_on,
        },
  reviewedOn: row.reviewed_on,
  nextReviewOn: row.next_review_on,
  endedOn: row.ended_on,
});
