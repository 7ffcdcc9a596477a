import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { ConfirmOffer } from '../application/confirm-offer/confirm-offer.handler.js';
import { MakeConditionalOffer } from '../application/make-conditional-offer/make-conditional-offer.handler.js';
import { OnApplication } from '../application/on-application/on-application.handler.js';
import { applicationResult } from './application.result.js';
import {
  ConfirmOfferInput,
  CorrectCheckInput,
  DecideDbsLevelInput,
  MakeConditionalOfferInput,
  MoveCheckInput,
} from './offer.inputs.js';
import { reasonableDay } from './reasonable-day.js';

const MakeConditionalOfferResult = applicationResult('MakeConditionalOffer', 'The conditional offer stands.');
const DecideDbsLevelResult = applicationResult('DecideDbsLevel', 'The level is decided.');
const MoveCheckResult = applicationResult('MoveCheck', 'The check has moved.');
const CorrectCheckResult = applicationResult(
  'CorrectCheck',
  'The correction stands beside what it corrects.',
);
const ConfirmOfferResult = applicationResult(
  'ConfirmOffer',
  'The offer is confirmed. The post is asked for its place, and the engagement follows; where the post has none, the application goes back to the reserve list.',
);

/** Offers, and the checks between a conditional and a confirmed one. */
@Resolver()
export class OfferCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => MakeConditionalOfferResult.union, {
    description:
      'Makes an offer on condition of the checks that the framework asks for on that day for the kind of engagement. All six of the NHS Employment Check Standards for who is employed, unless the framework says otherwise.',
  })
  @Rule('recruitment')
  async makeConditionalOffer(
    @Args('input') { applicationId, hoursPerWeek, proposedStartOn, effectiveOn }: MakeConditionalOfferInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const input = {
      hoursPerWeek: hoursPerWeek ?? null,
      proposedStartOn: proposedStartOn ?? null,
      effectiveOn,
    };
    return MakeConditionalOfferResult.answer(
      await this.commands.execute(new MakeConditionalOffer(act, applicationId, input)),
      applicationId,
    );
  }

  @Mutation(() => DecideDbsLevelResult.union, {
    description:
      'Decides, from the role and not from the person, which level of criminal-record check may be asked for. Before the check starts.',
  })
  @Rule('recruitment')
  async decideDbsLevel(
    @Args('input') { applicationId, dbsLevel, effectiveOn }: DecideDbsLevelInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const command = { type: 'DecideDbsLevel', dbsLevel, effectiveOn } as const;
    return DecideDbsLevelResult.answer(
      await this.commands.execute(new OnApplication(act, applicationId, command)),
      applicationId,
    );
  }

  @Mutation(() => MoveCheckResult.union, {
    description:
      'Records that an employment check moved and whose turn it is. Work health is asked of nobody before a conditional offer. Never by the applicant.',
  })
  @Rule('recruitment')
  async moveCheck(
    @Args('input') { applicationId, check, status, holder, effectiveOn }: MoveCheckInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const command = { type: 'MoveCheck', check, status, holder, effectiveOn } as const;
    return MoveCheckResult.answer(
      await this.commands.execute(new OnApplication(act, applicationId, command)),
      applicationId,
    );
  }

  @Mutation(() => CorrectCheckResult.union, {
    description:
      'Says what the last move of an employment check should have said. The earlier one stays in the history, with the reason.',
  })
  @Rule('recruitment')
  async correctCheck(
    @Args('input') { applicationId, check, status, holder, effectiveOn, eventId, reason }: CorrectCheckInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const corrects = { eventId, reason };
    const command = { type: 'MoveCheck', check, status, holder, effectiveOn, corrects } as const;
    return CorrectCheckResult.answer(
      await this.commands.execute(new OnApplication(act, applicationId, command)),
      applicationId,
    );
  }

  @Mutation(() => ConfirmOfferResult.union, {
    description:
      'Confirms an offer once every check that the framework asks for on that day has succeeded and the post has a place. Refused as `ChecksOutstanding` otherwise; `details.outstanding` says how each check stands and whose move it is. Never by the applicant.',
  })
  @Rule('recruitment')
  async confirmOffer(
    @Args('input') { applicationId, startsOn, hoursPerWeek, effectiveOn }: ConfirmOfferInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const input = { startsOn, hoursPerWeek: hoursPerWeek ?? null, effectiveOn };
    return ConfirmOfferResult.answer(
      await this.commands.execute(new ConfirmOffer(act, applicationId, input)),
      applicationId,
    );
  }
}
