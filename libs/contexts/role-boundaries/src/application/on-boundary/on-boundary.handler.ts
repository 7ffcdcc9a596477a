import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { reject, type CalendarDate, type Uuid } from '@alongside/kernel';
import { boundaryStream } from '../../contracts.js';
import {
  boundary,
  type AgreeException,
  type BoundaryCommand,
  type BoundaryRefusal,
  type EndBoundary,
  type ProposeBoundary,
} from '../../domain/index.js';
import { EngagementLookup } from '../looking-up/engagement.lookup.js';
import { ownerOfBoundary } from '../owner-of-boundary.js';

/** As the caller says it: whose boundary it is stands in the engagement, and the day is today where null. */
type Asked<Given> = Given extends unknown
  ? Omit<Given, 'of' | 'effectiveOn'> & { readonly effectiveOn: CalendarDate | null }
  : never;

/** A command on the boundary of an engagement that the actor may see. */
export class OnBoundary extends Command<Outcome<BoundaryRefusal>> {
  constructor(
    readonly act: Act,
    readonly engagementId: Uuid,
    readonly command: Asked<Exclude<BoundaryCommand, ProposeBoundary | AgreeException | EndBoundary>>,
  ) {
    super();
  }
}

@CommandHandler(OnBoundary)
export class OnBoundaryHandler implements ICommandHandler<OnBoundary> {
  constructor(
    private readonly commanding: Commanding,
    private readonly engagements: EngagementLookup,
  ) {}

  async execute({ act, engagementId, command }: OnBoundary): Promise<Outcome<BoundaryRefusal>> {
    const found = await this.engagements.find(act, engagementId);
    if (!found) return reject('NotFound');
    const { of } = found;
    return this.commanding.run(act, {
      area: 'boundaries',
      decider: boundary,
      stream: boundaryStream(of.boundaryId),
      command: { ...command, of, effectiveOn: command.effectiveOn ?? act.actor.today },
      payload: command,
      owner: () => ownerOfBoundary(found, act.actor.id, command.type),
    });
  }
}
