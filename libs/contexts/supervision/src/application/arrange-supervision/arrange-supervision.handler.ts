import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { reject, type Uuid } from '@alongside/kernel';
import { supervisionIdOf, supervisionStream } from '../../contracts.js';
import {
  supervision,
  type ArrangeSupervision as Arrange,
  type SupervisionRefusal,
} from '../../domain/index.js';
import { EngagementLookup } from '../engagement.lookup.js';

/** Arranges one kind of supervision for an engagement that the actor may see. One record for each kind. */
export class ArrangeSupervision extends Command<Outcome<SupervisionRefusal>> {
  readonly supervisionId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Pick<
      Arrange,
      'engagementId' | 'kind' | 'supervisorId' | 'supervisorHasLivedExperience' | 'everyDays' | 'effectiveOn'
    >,
  ) {
    super();
    this.supervisionId = supervisionIdOf(input.engagementId, input.kind);
  }
}

@CommandHandler(ArrangeSupervision)
export class ArrangeSupervisionHandler implements ICommandHandler<ArrangeSupervision> {
  constructor(
    private readonly commanding: Commanding,
    private readonly engagements: EngagementLookup,
  ) {}

  async execute({ act, input, supervisionId }: ArrangeSupervision): Promise<Outcome<SupervisionRefusal>> {
    const found = await this.engagements.find(act, input.engagementId);
    if (!found) return reject('NotFound');
    const { personId, organisationId, localityId, supervised } = found;
    return this.commanding.run(act, {
      area: 'supervision',
      decider: supervision,
      stream: supervisionStream(supervisionId),
      command: {
        type: 'ArrangeSupervision',
        supervisionId,
        personId,
        organisationId,
        localityId,
        ...input,
      },
      payload: input,
      // Somebody assigned through another organisation arranges nothing here.
      owner: () => ({
        organisations: [organisationId],
        localities: [localityId],
        ...(supervised ? { person: personId } : {}),
      }),
    });
  }
}
