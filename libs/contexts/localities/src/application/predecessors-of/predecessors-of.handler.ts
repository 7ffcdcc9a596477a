import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '@alongside/application';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import { PredecessorsOf, type Predecessor } from '../../contracts.js';

/** Records of one that was absorbed before its successor was are those of the last from the later day. */
const predecessors = `
  WITH RECURSIVE absorbed AS (
    SELECT organisation_id, closed_on AS merged_on FROM localities.organisation
    WHERE merged_into = $1::uuid AND closed_on <= $2::date AND organisation_id <> $1::uuid
    UNION
    SELECT o.organisation_id, greatest(o.closed_on, a.merged_on)
    FROM localities.organisation o JOIN absorbed a ON o.merged_into = a.organisation_id
    WHERE o.closed_on <= $2::date AND o.organisation_id <> $1::uuid
  )
  SELECT organisation_id AS "organisationId", min(merged_on) AS "mergedOn" FROM absorbed
  GROUP BY organisation_id ORDER BY "mergedOn", organisation_id`;

/** Tells other contexts which organisations had merged into one by a day, at any remove. */
@QueryHandler(PredecessorsOf)
export class PredecessorsOfHandler implements IQueryHandler<PredecessorsOf, readonly Predecessor[]> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ organisationId, on }: PredecessorsOf): Promise<readonly Predecessor[]> {
    return this.readModels.query<Predecessor & object>(emptyScope, {
      name: 'localities.predecessors_of',
      text: predecessors,
      values: [organisationId, on],
    });
  }
}
