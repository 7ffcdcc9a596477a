import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '@alongside/application';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import { PredecessorsOf, type Predecessor } from '../../contracts.js';
import { predecessors } from './predecessors.sql.js';

/** Tells other contexts which organisations had merged into one by a day, at any remove. */
@QueryHandler(PredecessorsOf)
export class PredecessorsOfHandler implements IQueryHandler<PredecessorsOf, readonly Predecessor[]> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  execute({ organisationId, on }: PredecessorsOf): Promise<readonly Predecessor[]> {
    return this.readModels.query<Predecessor & object>(emptyScope, {
      name: 'localities.predecessors_of',
      text: predecessors('$1', '$2'),
      values: [organisationId, on],
    });
  }
}
