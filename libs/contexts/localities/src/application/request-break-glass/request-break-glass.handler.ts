import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { holds } from '@alongside/identity';
import { idMadeBy, type Uuid } from '@alongside/kernel';
import { breakGlassStream } from '../../contracts.js';
import { breakGlass, type BreakGlassRefusal, type RequestBreakGlass as Request } from '../../domain/index.js';
import { PartnerReader } from '../partner.reader.js';

/** An operator asks, for themself and for nobody else, to read what operators never read. */
export class RequestBreakGlass extends Command<Outcome<BreakGlassRefusal>> {
  readonly breakGlassId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Pick<Request, 'organisationId' | 'personId' | 'classes' | 'reason' | 'hours'>,
  ) {
    super();
    this.breakGlassId = idMadeBy(act.commandId, 'breakGlass');
  }
}

@CommandHandler(RequestBreakGlass)
export class RequestBreakGlassHandler implements ICommandHandler<RequestBreakGlass> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  async execute({ act, input, breakGlassId }: RequestBreakGlass): Promise<Outcome<BreakGlassRefusal>> {
    const { actor } = act;
    const requestedBy = actor.id;
    const mayAsk = holds(actor, 'operator') && (await this.partners.organisation(input.organisationId));
    return this.commanding.run(act, {
      area: 'breakGlass',
      decider: breakGlass,
      stream: breakGlassStream(breakGlassId),
      command: {
        type: 'RequestBreakGlass',
        breakGlassId,
        requestedBy,
        ...input,
        effectiveOn: actor.today,
      },
      // Another operator's request is another one, also under the same command id.
      payload: { ...input, requestedBy },
      owner: () => (mayAsk ? { organisations: [input.organisationId] } : undefined),
    });
  }
}
