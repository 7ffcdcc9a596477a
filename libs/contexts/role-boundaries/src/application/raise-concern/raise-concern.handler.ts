import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, reject, type CalendarDate, type Uuid } from '@alongside/kernel';
import { concernStream } from '../../contracts.js';
import { concern, type ConcernRefusal, type RaiseConcern as Raise } from '../../domain/index.js';
import { EngagementLookup } from '../looking-up/engagement.lookup.js';
import { ownerOfBoundary } from '../owner-of-boundary.js';

/** Raises a concern about an engagement that the actor may see. Its id comes from the command's. */
export class RaiseConcern extends Command<Outcome<ConcernRefusal>> {
  readonly concernId: Uuid;
  constructor(
    readonly act: Act,
    readonly engagementId: Uuid,
    readonly input: Pick<Raise, 'task' | 'text' | 'visibleTo'> & {
      /** Today where null. */
      readonly effectiveOn: CalendarDate | null;
    },
  ) {
    super();
    this.concernId = idMadeBy(act.commandId, 'concern');
  }
}

@CommandHandler(RaiseConcern)
export class RaiseConcernHandler implements ICommandHandler<RaiseConcern> {
  constructor(
    private readonly commanding: Commanding,
    private readonly engagements: EngagementLookup,
  ) {}

  async execute({ act, engagementId, input, concernId }: RaiseConcern): Promise<Outcome<ConcernRefusal>> {
    const found = await this.engagements.find(act, engagementId);
    if (!found) return reject('NotFound');
    const { boundaryId: _, ...of } = found.of;
    return this.commanding.run(act, {
      area: 'boundaries',
      decider: concern,
      stream: concernStream(concernId),
      command: {
        type: 'RaiseConcern',
        ...input,
        of: { ...of, concernId },
        raisedBy: act.actor.id,
        effectiveOn: input.effectiveOn ?? act.actor.today,
      },
      payload: { engagementId, ...input },
      owner: () => ownerOfBoundary(found, act.actor.id),
    });
  }
}
