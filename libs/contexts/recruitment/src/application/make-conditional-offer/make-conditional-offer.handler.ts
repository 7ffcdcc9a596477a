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
  type MakeConditionalOffer as Make,
} from '../../domain/index.js';
import { recruitersBut } from '../application.owner.js';
import { RecruitmentStandards } from '../looking-up/recruitment-standards.js';

/** Offers the post on condition of the checks that the organisation's framework asks for on the day. */
export class MakeConditionalOffer extends Command<Outcome<ApplicationRefusal>> {
  constructor(
    readonly act: Act,
    readonly applicationId: Uuid,
    readonly input: Omit<Make, 'type' | 'requiredChecks'>,
  ) {
    super();
  }
}

@CommandHandler(MakeConditionalOffer)
export class MakeConditionalOfferHandler implements ICommandHandler<MakeConditionalOffer> {
  constructor(
    private readonly commanding: Commanding,
    private readonly standards: RecruitmentStandards,
  ) {}

  execute({ act, applicationId, input }: MakeConditionalOffer): Promise<Outcome<ApplicationRefusal>> {
    const requiredChecks = async (state: ApplicationState) => {
      if (!isStarted(state)) return [];
      const { ref, appliedFor } = state;
      return this.standards.requiredChecks(ref.organisationId, appliedFor.engagementKind, input.effectiveOn);
    };
    return this.commanding.run(act, {
      area: 'recruitment',
      decider: application,
      stream: applicationStream(applicationId),
      command: async (state): Promise<Make> => ({
        type: 'MakeConditionalOffer',
        ...input,
        requiredChecks: await requiredChecks(state),
      }),
      payload: input,
      owner: recruitersBut(act),
    });
  }
}
