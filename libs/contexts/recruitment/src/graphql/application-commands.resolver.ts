import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, present } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { HoldInterview } from '../application/hold-interview/hold-interview.handler.js';
import { OnApplication } from '../application/on-application/on-application.handler.js';
import { SubmitApplication } from '../application/submit-application/submit-application.handler.js';
import { WithdrawApplication } from '../application/withdraw-application/withdraw-application.handler.js';
import {
  AppointToReserveInput,
  DeclineApplicationInput,
  HoldInterviewInput,
  PassStageInput,
  ReinstateApplicationInput,
  SubmitApplicationInput,
  WithdrawApplicationInput,
} from './application.inputs.js';
import { applicationResult } from './application.result.js';
import { dayOfOwnApplication, reasonableDay } from './reasonable-day.js';

const SubmitApplicationResult = applicationResult('SubmitApplication', 'The application is made.');
const PassStageResult = applicationResult('PassStage', 'The stage is passed.');
const HoldInterviewResult = applicationResult('HoldInterview', 'The interview is recorded.');
const AppointToReserveResult = applicationResult('AppointToReserve', 'The person is on the reserve list.');
const WithdrawApplicationResult = applicationResult('WithdrawApplication', 'The application is withdrawn.');
const DeclineApplicationResult = applicationResult('DeclineApplication', 'The application is declined.');
const ReinstateApplicationResult = applicationResult(
  'ReinstateApplication',
  'The application goes on from where it was.',
);

/** Steps of selection. */
@Resolver()
export class ApplicationCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => SubmitApplicationResult.union, {
    description:
      'Applies to a vacancy: for yourself, or for somebody else where you recruit for the organisation. One application of a person to a vacancy, whoever sends it.',
  })
  @Rule('people')
  async submitApplication(
    @Args('input') { vacancyId, personId: applicant, effectiveOn: day = null }: SubmitApplicationInput,
    @Acting() act: Act,
  ) {
    const { id, today } = act.actor;
    const personId = applicant ?? id;
    const effectiveOn = personId === id ? dayOfOwnApplication(day, today) : day && reasonableDay(day, today);
    const command = new SubmitApplication(act, { vacancyId, personId, effectiveOn });
    return SubmitApplicationResult.answer(await this.commands.execute(command), command.applicationId);
  }

  @Mutation(() => PassStageResult.union, {
    description:
      'Records that an application passed the stage it is at. An interview is passed by `holdInterview`; a decision is an offer, a place on the reserve list or a decline.',
  })
  @Rule('recruitment')
  async passStage(
    @Args('input') { applicationId, stageId, how, effectiveOn }: PassStageInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const command = { type: 'PassStage', stageId, how, completion: null, effectiveOn } as const;
    return PassStageResult.answer(
      await this.commands.execute(new OnApplication(act, applicationId, command)),
      applicationId,
    );
  }

  @Mutation(() => HoldInterviewResult.union, {
    description:
      'Records an interview, and passes its stage where the panel would appoint. Refused where fewer of the panel brought lived experience than the framework asked for on that day.',
  })
  @Rule('recruitment')
  async holdInterview(
    @Args('input') { commandId: _, applicationId, ...rest }: HoldInterviewInput,
    @Acting() act: Act,
  ) {
    reasonableDay(rest.effectiveOn, act.actor.today);
    return HoldInterviewResult.answer(
      await this.commands.execute(new HoldInterview(act, applicationId, rest)),
      applicationId,
    );
  }

  @Mutation(() => AppointToReserveResult.union, {
    description:
      'Puts an appointable person on the reserve list until a place is free. Again, with another day, for another time.',
  })
  @Rule('recruitment')
  async appointToReserve(
    @Args('input') { applicationId, until, effectiveOn }: AppointToReserveInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const command = { type: 'AppointToReserve', until, effectiveOn } as const;
    return AppointToReserveResult.answer(
      await this.commands.execute(new OnApplication(act, applicationId, command)),
      applicationId,
    );
  }

  @Mutation(() => WithdrawApplicationResult.union, {
    description:
      'Withdraws an application: by the applicant, or recorded by who recruits for the organisation. Not once the offer is confirmed.',
  })
  @Rule('people')
  async withdrawApplication(
    @Args('input') { applicationId, reason, effectiveOn }: WithdrawApplicationInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const input = { effectiveOn, ...present({ reason }) };
    return WithdrawApplicationResult.answer(
      await this.commands.execute(new WithdrawApplication(act, applicationId, input)),
      applicationId,
    );
  }

  @Mutation(() => DeclineApplicationResult.union, {
    description: 'Declines an application, at any time before the offer is confirmed.',
  })
  @Rule('recruitment')
  async declineApplication(
    @Args('input') { applicationId, reason, feedback, effectiveOn }: DeclineApplicationInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const command = { type: 'DeclineApplication', reason, effectiveOn, ...present({ feedback }) } as const;
    return DeclineApplicationResult.answer(
      await this.commands.execute(new OnApplication(act, applicationId, command)),
      applicationId,
    );
  }

  @Mutation(() => ReinstateApplicationResult.union, {
    description:
      'Corrects a withdrawal or decline that was recorded in error. The application goes on; the error stays in the history, with the reason.',
  })
  @Rule('recruitment')
  async reinstateApplication(
    @Args('input') { applicationId, eventId, reason, effectiveOn }: ReinstateApplicationInput,
    @Acting() act: Act,
  ) {
    reasonableDay(effectiveOn, act.actor.today);
    const command = { type: 'ReinstateApplication', effectiveOn, corrects: { eventId, reason } } as const;
    return ReinstateApplicationResult.answer(
      await this.commands.execute(new OnApplication(act, applicationId, command)),
      applicationId,
    );
  }
}
