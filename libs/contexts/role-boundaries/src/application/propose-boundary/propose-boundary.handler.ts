import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, reject, type CalendarDate, type Uuid } from '@alongside/kernel';
import { boundaryStream, type BoundaryLine } from '../../contracts.js';
import {
  boundary,
  proposedLines,
  type BoundaryRefusal,
  type ProposeBoundary as Propose,
} from '../../domain/index.js';
import { EngagementLookup } from '../looking-up/engagement.lookup.js';
import { FrameworkLookup } from '../looking-up/framework.lookup.js';
import { ownerOfBoundary } from '../owner-of-boundary.js';

/** Puts lines to worker and manager: those of the framework, with the given ones in their place or beside them. */
export class ProposeBoundary extends Command<Outcome<BoundaryRefusal>> {
  readonly proposalId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: {
      readonly engagementId: Uuid;
      readonly lines: readonly BoundaryLine[];
      /** Today where null. */
      readonly effectiveOn: CalendarDate | null;
    },
  ) {
    super();
    this.proposalId = idMadeBy(act.commandId, 'proposal');
  }
}

@CommandHandler(ProposeBoundary)
export class ProposeBoundaryHandler implements ICommandHandler<ProposeBoundary> {
  constructor(
    private readonly commanding: Commanding,
    private readonly engagements: EngagementLookup,
    private readonly frameworks: FrameworkLookup,
  ) {}

  async execute({ act, input, proposalId }: ProposeBoundary): Promise<Outcome<BoundaryRefusal>> {
    const found = await this.engagements.find(act, input.engagementId);
    if (!found) return reject('NotFound');
    const { of } = found;
    const effectiveOn = input.effectiveOn ?? act.actor.today;
    return this.commanding.run(act, {
      area: 'boundaries',
      decider: boundary,
      stream: boundaryStream(of.boundaryId),
      command: async (): Promise<Propose> => {
        const { versionId, stances } = await this.frameworks.on(effectiveOn, of);
        return {
          type: 'ProposeBoundary',
          of,
          proposalId,
          lines: proposedLines(stances, effectiveOn, input.lines),
          proposedBy: act.actor.id,
          frameworkVersionId: versionId,
          framework: stances,
          effectiveOn,
        };
      },
      payload: input,
      owner: () => ownerOfBoundary(found, act.actor.id, 'ProposeBoundary'),
    });
  }
}
