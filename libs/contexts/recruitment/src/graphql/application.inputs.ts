import { Field, InputType, Int } from '@nestjs/graphql';
import {
  CalendarDate,
  CommandInput,
  CorrectionReasonEnum,
  LongText,
  ShortText,
  Uuid,
} from '@alongside/graphql-kit';
import type { CorrectionReason } from '@alongside/kernel';
import type { DeclineReason } from '../contracts.js';
import type { InterviewOutcome, StagePassed } from '../domain/index.js';
import { ApplicationDeclineReasonEnum, InterviewOutcomeEnum, StagePassingEnum } from './recruitment.enums.js';

@InputType({ description: 'An application of a person to a vacancy.' })
export class SubmitApplicationInput extends CommandInput {
  @Field(() => Uuid, { description: 'The vacancy.' })
  readonly vacancyId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'The person who applies; yourself if left out. For somebody else only by who recruits for the organisation.',
  })
  readonly personId?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day on which the application was made; today if left out. An application of your own is made today.',
  })
  readonly effectiveOn?: string | null;
}

@InputType({ isAbstract: true })
export abstract class OnApplicationInput extends CommandInput {
  @Field(() => Uuid, { description: 'The application.' })
  readonly applicationId!: string;

  @Field(() => CalendarDate, {
    description: 'The day on which it was so. Not before the last step of the application.',
  })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A stage that an application has passed.' })
export class PassStageInput extends OnApplicationInput {
  @Field(() => ShortText, { description: 'The stage, by its id in the vacancy.' })
  readonly stageId!: string;

  @Field(() => StagePassingEnum, {
    description: 'How. A training assessment is passed by being assessed: nobody is exempt from it unseen.',
  })
  readonly how!: StagePassed['data']['how'];
}

@InputType({
  description: 'An interview that was held. Of the panel only counts are recorded, never who brought what.',
})
export class HoldInterviewInput extends OnApplicationInput {
  @Field(() => Int, { description: 'How many people sat on the panel.' })
  readonly panelSize!: number;

  @Field(() => Int, { description: 'How many of them brought lived experience to it.' })
  readonly panelLivedExperience!: number;

  @Field(() => InterviewOutcomeEnum, { description: 'What the panel concluded.' })
  readonly outcome!: InterviewOutcome;
}

@InputType({ description: 'A place on the reserve list.' })
export class AppointToReserveInput extends OnApplicationInput {
  @Field(() => CalendarDate, { description: 'The last day on the list.' })
  readonly until!: string;
}

@InputType({ description: 'That an applicant no longer wants to be considered.' })
export class WithdrawApplicationInput extends OnApplicationInput {
  @Field(() => LongText, {
    nullable: true,
    description: 'Why, in the applicant’s words. Sealed. Nobody needs to give a reason.',
  })
  readonly reason?: string | null;
}

@InputType({ description: 'That an organisation does not go on with an application.' })
export class DeclineApplicationInput extends OnApplicationInput {
  @Field(() => ApplicationDeclineReasonEnum, { description: 'Why.' })
  readonly reason!: DeclineReason;

  @Field(() => LongText, { nullable: true, description: 'Feedback for the applicant. Sealed.' })
  readonly feedback?: string | null;
}

@InputType({ description: 'An ending of an application that was recorded in error.' })
export class ReinstateApplicationInput extends OnApplicationInput {
  @Field(() => Uuid, {
    description: 'The withdrawal or decline that was wrong, as the history of the application names it.',
  })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}
