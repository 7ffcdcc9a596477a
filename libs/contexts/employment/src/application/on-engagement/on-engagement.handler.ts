import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { engagementStream } from '../../contracts.js';
import {
  engagement,
  type BeginEngagement,
  type EngagementCommand,
  type EngagementRefusal,
  type EngagementState,
} from '../../domain/index.js';

/** A command on an engagement that exists: by whoever manages employment in its employing organisation. */
export class OnEngagement extends Command<Outcome<EngagementRefusal>> {
  constructor(
    readonly act: Act,
    readonly engagementId: Uuid,
    readonly command: Exclude<EngagementCommand, BeginEngagement>,
  ) {
    super();
  }
}

const ownerOfEngagement = (state: EngagementState): Owner | undefined =>
  state.status === 'None'
    ? undefined
    : { organisations: [state.begun.employingOrganisationId], localities: [state.begun.localityId] };

@CommandHandler(OnEngagement)
export class OnEngagementHandler implements ICommandHandler<OnEngagement> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, engagementId, command }: OnEngagement): Promise<Outcome<EngagementRefusal>> {
    return this.commanding.run(act, {
      area: 'employment',
      decider: engagement,
      stream: engagementStream(engagementId),
      command,
      payload: command,
      owner: ownerOfEngagement,
    });
  }
}
