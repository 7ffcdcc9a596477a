import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, READ_MODELS, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import { frameworkStream, type ClauseKind } from '../../contracts.js';
import { framework, type AlignClauses as Align, type FrameworkRefusal } from '../../domain/index.js';
import { ownerOfFramework } from '../on-framework/on-framework.handler.js';

/** Takes a clause of one framework and one of another to be about the same thing. */
export class AlignClauses extends Command<Outcome<FrameworkRefusal>> {
  constructor(
    readonly act: Act,
    readonly frameworkId: Uuid,
    readonly input: Omit<Align, 'type' | 'kind' | 'otherKind'>,
  ) {
    super();
  }
}

const kindOfClause = `
  SELECT c.kind FROM framework.clause c JOIN framework.version v USING (version_id)
  WHERE v.framework_id = $1 AND c.clause_id = $2 ORDER BY v.number DESC LIMIT 1`;

@CommandHandler(AlignClauses)
export class AlignClausesHandler implements ICommandHandler<AlignClauses> {
  constructor(
    private readonly commanding: Commanding,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  execute({ act, frameworkId, input }: AlignClauses): Promise<Outcome<FrameworkRefusal>> {
    return this.commanding.run(act, {
      area: 'framework',
      decider: framework,
      stream: frameworkStream(frameworkId),
      command: async (): Promise<Align> => ({
        type: 'AlignClauses',
        ...input,
        kind: await this.kindOf(frameworkId, input.clauseId),
        otherKind: await this.kindOf(input.otherFrameworkId, input.otherClauseId),
      }),
      payload: input,
      owner: ownerOfFramework,
    });
  }

  private async kindOf(frameworkId: Uuid, clauseId: Uuid): Promise<ClauseKind | null> {
    const [row] = await this.readModels.query<{ readonly kind: ClauseKind }>(emptyScope, {
      name: 'framework.kind_of_clause',
      text: kindOfClause,
      values: [frameworkId, clauseId],
    });
    return row?.kind ?? null;
  }
}
