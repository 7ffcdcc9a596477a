import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '@alongside/application';
import type { CalendarDate, Instant, Uuid } from '@alongside/kernel';
import { successorOn } from '@alongside/localities/contracts';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import { ApplicableClauses, type ApplicableClause } from '../../contracts.js';
import { applicableClauses, type ClauseOfVersion } from '../../domain/index.js';
import { adoptionsKnown, type AdoptionFact, type DeviationFact } from './adoptions-known.js';

const known = `recorded_at <= $2::timestamptz AND (corrected_at IS NULL OR corrected_at > $2::timestamptz)`;

const adoptions = `
  SELECT framework_id, organisation_id, version_id, effective_on FROM framework.adoption
  WHERE organisation_id = ${successorOn('$1', '$3')} AND ${known} AND effective_on <= $3::date
  ORDER BY framework_id, effective_on, position`;

const deviations = `
  SELECT deviation_id, fact, framework_id, organisation_id, clause_id, version_id, reason, expires_on, rule, direction,
    effective_on
  FROM framework.deviation
  WHERE organisation_id = ${successorOn('$1', '$3')} AND ${known} AND effective_on <= $3::date
  ORDER BY effective_on, position`;

const clauses = `
  SELECT version_id AS "versionId", clause_id AS "clauseId", kind, title, wording, rule FROM framework.clause
  WHERE version_id = ANY ($1::uuid[]) AND status = 'proposed' ORDER BY kind, title, clause_id`;

/** Later than anything that can be recorded. */
export const END_OF_TIME: Instant = '9999-12-31T00:00:00.000Z';

/**
 * Answers which clauses an organisation holds itself to on a day: of one that had merged by then, its successor. What it
 * adopts is public.
 */
@QueryHandler(ApplicableClauses)
export class ApplicableClausesHandler implements IQueryHandler<
  ApplicableClauses,
  readonly ApplicableClause[]
> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async execute({ organisationId, on, asKnownAt }: ApplicableClauses): Promise<readonly ApplicableClause[]> {
    const values = [organisationId, asKnownAt ?? END_OF_TIME, on] as const;
    const [adopting, deviating] = await Promise.all([
      this.readModels.query<AdoptionFact>(emptyScope, {
        name: 'framework.adoptions_known',
        text: adoptions,
        values,
      }),
      this.readModels.query<DeviationFact>(emptyScope, {
        name: 'framework.deviations_known',
        text: deviations,
        values,
      }),
    ]);
    return this.of(adoptionsKnown(adopting, deviating), on);
  }

  private async of(
    adopted: ReturnType<typeof adoptionsKnown>,
    on: CalendarDate,
  ): Promise<readonly ApplicableClause[]> {
    const versionIds: readonly Uuid[] = adopted.flatMap(({ versions }) => versions.at(-1)?.value ?? []);
    const texts = await this.readModels.query<ClauseOfVersion>(emptyScope, {
      name: 'framework.clauses_of_versions',
      text: clauses,
      values: [versionIds],
    });
    return applicableClauses(adopted, texts, on);
  }
}
