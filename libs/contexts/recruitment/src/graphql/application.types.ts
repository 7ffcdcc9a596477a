import { ArgsType, Extensions, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { WhenAsked } from '@alongside/access-log';
import {
  CalendarDate,
  connectionOf,
  EngagementKindEnum,
  PageArgs,
  ReadArgs,
  Uuid,
} from '@alongside/graphql-kit';
import type {
  CheckHolder,
  CheckOutcome,
  CheckStatus,
  DbsLevel,
  DeclineReason,
  EmploymentCheck,
  RecruitedEngagementKind,
  StageKind,
} from '../contracts.js';
import type { InterviewOutcome } from '../domain/index.js';
import type { ApplicationStatus } from '../projections/applications/applications.projection.js';
import {
  ApplicationDeclineReasonEnum,
  ApplicationStatusEnum,
  CheckHolderEnum,
  CheckOutcomeEnum,
  CheckStatusEnum,
  DbsLevelEnum,
  EmploymentCheckEnum,
  InterviewOutcomeEnum,
  StageKindEnum,
} from './recruitment.enums.js';

@ObjectType({
  description: 'An application of one person to one vacancy, with the days that time to hire is measured by.',
})
@Extensions({ class: 'C2' })
export class Application {
  @Field(() => Uuid, { description: 'The application.' })
  readonly applicationId!: string;

  @Field(() => Uuid, { description: 'The vacancy.' })
  readonly vacancyId!: string;

  @Field(() => String, { description: 'Title of the vacancy as advertised.' })
  readonly vacancyTitle!: string;

  @Field(() => Uuid, { description: 'The applicant.' })
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'The applicant’s name; null once erased.' })
  @Extensions({ class: 'C1' })
  readonly displayName!: string | null;

  @Field(() => Uuid, { description: 'The organisation that recruits.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { description: 'The post that it leads to.' })
  readonly postId!: string;

  @Field(() => EngagementKindEnum, { description: 'In which way the person would work.' })
  readonly engagementKind!: RecruitedEngagementKind;

  @Field(() => String, { description: 'Role family as the framework names it.' })
  readonly roleFamily!: string;

  @Field(() => ApplicationStatusEnum, { description: 'How it stands.' })
  readonly status!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The stage it is at, by its id in the vacancy; null where all stages are passed.',
  })
  readonly stageId!: string | null;

  @Field(() => StageKindEnum, { nullable: true, description: 'What happens at that stage.' })
  readonly stageKind!: StageKind | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Since when it is at that stage.' })
  readonly stageSince!: string | null;

  @Field(() => CalendarDate, { description: 'When the person applied.' })
  readonly submittedOn!: string;

  @Field(() => InterviewOutcomeEnum, {
    nullable: true,
    description: 'What the last panel concluded; null before any interview.',
  })
  readonly interviewOutcome!: InterviewOutcome | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on the reserve list; null where not on it, or on it without an end.',
  })
  readonly reserveUntil!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When the conditional offer that stands was made; null without one.',
  })
  readonly offeredOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When the offer was confirmed; null until then.',
  })
  readonly confirmedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day of work: as proposed, then as confirmed. Null where none is in sight.',
  })
  readonly startsOn!: string | null;

  @Field(() => Float, { nullable: true, description: 'Hours a week as offered; null where none are agreed.' })
  readonly hoursPerWeek!: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When it was withdrawn or declined; null where it was not.',
  })
  readonly endedOn!: string | null;

  @Field(() => ApplicationDeclineReasonEnum, {
    nullable: true,
    description: 'Why it was declined; null where it was not.',
  })
  readonly declineReason!: DeclineReason | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from the application to the conditional offer that stands; null without one.',
  })
  readonly daysToOffer!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Time to hire: days from the application to the confirmed offer; null until then.',
  })
  readonly daysToHire!: number | null;
}

@ObjectType({ description: 'How one employment check of an application stands; never what it showed.' })
@Extensions({ class: 'C2' })
export class ApplicationCheck {
  @Field(() => EmploymentCheckEnum, { description: 'The check.' })
  readonly check!: EmploymentCheck;

  @Field(() => CheckStatusEnum, { description: 'How it stands.' })
  readonly status!: CheckStatus | 'decided';

  @Field(() => CheckHolderEnum, { description: 'Whose move it is waiting for.' })
  readonly holder!: CheckHolder;

  @Field(() => CalendarDate, {
    description: 'The day of its last move; of the conditional offer where it has not moved.',
  })
  readonly since!: string;

  @Field({ description: 'Whether the conditional offer waits for it.' })
  readonly required!: boolean;
}

@ObjectType({ description: 'An application with its checks.' })
@Extensions({ class: 'C2' })
export class ApplicationWithChecks extends Application {
  @Field(() => [ApplicationCheck], {
    description:
      'The checks that moved, or that the conditional offer waits for, in the order of the standards.',
  })
  readonly checks!: readonly ApplicationCheck[];

  @Field(() => DbsLevelEnum, {
    nullable: true,
    description:
      'Which level of criminal-record check the role allows for. Null where it is not decided, not yours to read, or erased.',
  })
  @Extensions({ class: 'C4' })
  readonly dbsLevel!: WhenAsked<DbsLevel> | null;

  @Field(() => CheckOutcomeEnum, {
    nullable: true,
    description:
      'How the criminal-record check came out: the decision alone. Null where there is none, it is not yours to read, or erased.',
  })
  @Extensions({ class: 'C4' })
  readonly dbsDecision!: WhenAsked<CheckOutcome> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day of that decision. Null where there is none, or it is not yours to read.',
  })
  @Extensions({ class: 'C4' })
  readonly dbsDecidedOn!: WhenAsked<string> | null;
}

export const ApplicationConnection = connectionOf(
  Application,
  'Application',
  'A page of applications, in the order in which they were made; of one’s own, the last first.',
);

@ArgsType()
export class ApplicationArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The application.' })
  readonly applicationId!: string;
}

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => Uuid, { nullable: true, description: 'The vacancy. This or `organisationId` is needed.' })
  readonly vacancyId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The organisation that recruits.' })
  readonly organisationId?: string | null;

  @Field(() => ApplicationStatusEnum, { nullable: true, description: 'Only those that stand so.' })
  readonly status?: ApplicationStatus | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day: what was of an organisation that had merged by then is its successor’s. Today if left out.',
  })
  readonly on?: string | null;
}

@ArgsType()
export class MyApplicationsArgs extends PageArgs {}
