import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, reject, type CalendarDate, type Uuid } from '@alongside/kernel';
import { boundaryStream } from '../../contracts.js';
import { boundary, type AgreeException as Agree, type BoundaryRefusal } from '../../domain/index.js';
import { EngagementLookup } from '../looking-up/engagement.lookup.js';
import { FrameworkLookup } from '../looking-up/framework.lookup.js';
import { ownerOfBoundary } from '../owner-of-boundary.js';

/** Lets a worker perform a task for a time that is not done by default, or that nobody has agreed on. */
export class AgreeException extends Command<Outcome<BoundaryRefusal>> {
  readonly exceptionId: Uuid;
  constructor(
    readonly act: Act,
    readonly engagementId: Uuid,
    readonly input: Pick<Agree, 'task' | 'until' | 'conditions'> & {
      /** Today where null. */
      readonly effectiveOn: CalendarDate | null;
    },
  ) {
    super();
    this.exceptionId = idMadeBy(act.commandId, 'exception');
  }
}

@CommandHandler(AgreeException)
export class AgreeExceptionHandler implements ICommandHandler<AgreeException> {
  constructor(
    private readonly commanding: Commanding,
    private readonly engagements: EngagementLookup,
    private readonly frameworks: FrameworkLookup,
  ) {}

  async execute({
    act,
    engagementId,
    input,
    exceptionId,
  }: AgreeException): Promise<Outcome<BoundaryRefusal>> {
    const found = await this.engagements.find(act, engagementId);
    if (!found) return reject('NotFound');
    const effectiveOn = input.effectiveOn ?? act.actor.today;
    return this.commanding.run(act, {
      area: 'boundaries',
      decider: boundary,
      stream: boundaryStream(found.of.boundaryId),
      command: async (): Promise<Agree> => {
        const { stances } = await this.frameworks.on(effectiveOn, found.of);
        return {
          type: 'AgreeException',
          ...input,
          exceptionId,
          effectiveOn,
          agreedBy: act.actor.id,
          framework: stances.find(({ task }) => task === input.task) ?? null,
        };
      },
      payload: input,
      owner: () => ownerOfBoundary(found, act.actor.id, 'AgreeException'),
    });
  }
}
