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
  type ConfirmOffer as Confirm,
} from '../../domain/index.js';
import { recruitersBut } from '../application.owner.js';
import { PostRegister } from '../looking-up/post-places.js';
import { RecruitmentStandards } from '../looking-up/recruitment-standards.js';

type LookedUp = Pick<Confirm, 'requiredChecks' | 'placesLeft'>;

/** Confirms an offer: the checks that the framework asks for on the day have succeeded, and the post has a place. */
export class ConfirmOffer extends Command<Outcome<ApplicationRefusal>> {
  constructor(
    readonly act: Act,
    readonly applicationId: Uuid,
    readonly input: Omit<Confirm, 'type' | keyof LookedUp>,
  ) {
    super();
  }
}

@CommandHandler(ConfirmOffer)
export class ConfirmOfferHandler implements ICommandHandler<ConfirmOffer> {
  constructor(
    private readonly commanding: Commanding,
    private readonly standards: RecruitmentStandards,
    private readonly posts: PostRegister,
  ) {}

  execute({ act, applicationId, input }: ConfirmOffer): Promise<Outcome<ApplicationRefusal>> {
    return this.commanding.run(act, {
      area: 'recruitment',
      decider: application,
      stream: applicationStream(applicationId),
      command: async (state): Promise<Confirm> => ({
        type: 'ConfirmOffer',
        ...input,
        ...(await this.lookedUp(act, input.effectiveOn, state)),
      }),
      payload: input,
      owner: recruitersBut(act),
      // Whether the criminal-record check succeeded is sealed.
      opened: true,
    });
  }

  private async lookedUp({ scope }: Act, on: string, state: ApplicationState): Promise<LookedUp> {
    if (!isStarted(state)) return { requiredChecks: [], placesLeft: 0 };
    const { organisationId } = state.ref;
    const { engagementKind, postId } = state.appliedFor;
    const [requiredChecks, placesLeft] = await Promise.all([
      this.standards.requiredChecks(organisationId, engagementKind, on),
      this.posts.placesLeft(scope, postId),
    ]);
    return { requiredChecks, placesLeft };
  }
}
