import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { applicationStream } from '../../contracts.js';
import {
  application,
  isStarted,
  type ApplicationRefusal,
  type ApplicationState,
  type HoldInterview as Hold,
} from '../../domain/index.js';
import { recruitersBut } from '../application.owner.js';
import { RecruitmentStandards } from '../looking-up/recruitment-standards.js';

/** Records an interview, held to the panel that the organisation's framework asks for on the day. */
export class HoldInterview extends Command<Outcome<ApplicationRefusal>> {
  constructor(
    readonly act: Act,
    readonly applicationId: Uuid,
    readonly input: Omit<Hold, 'type' | 'leastShare'>,
  ) {
    super();
  }
}

@CommandHandler(HoldInterview)
export class HoldInterviewHandler implements ICommandHandler<HoldInterview> {
  constructor(
    private readonly commanding: Commanding,
    private readonly standards: RecruitmentStandards,
  ) {}

  execute({ act, applicationId, input }: HoldInterview): Promise<Outcome<ApplicationRefusal>> {
    const leastShare = async (state: ApplicationState) =>
      isStarted(state) ? this.standards.leastPanelShare(state.ref.organisationId, input.effectiveOn) : null;
    return this.commanding.run(act, {
      area: 'recruitment',
      decider: application,
      stream: applicationStream(applicationId),
      command: async (state): Promise<Hold> => ({
        type: 'HoldInterview',
        ...input,
        leastShare: await leastShare(state),
      }),
      payload: input,
      owner: recruitersBut(act),
    });
  }
}
