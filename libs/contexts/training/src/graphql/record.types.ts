import { ArgsType, Extensions, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Instant, PageArgs, Uuid } from '@alongside/graphql-kit';
import type { CompletionWay, CourseKind } from '../contracts.js';
import type { ContestOutcome, EnrolmentEnding } from '../domain/index.js';
import {
  CompletionContestOutcomeEnum,
  CompletionStandingEnum,
  CompletionWayEnum,
  CourseKindEnum,
  EnrolmentEndingEnum,
  EnrolmentStatusEnum,
} from './training.enums.js';

@ObjectType({ description: 'What a person contests about a completion, and what was answered.' })
@Extensions({ class: 'C2' })
export class CompletionContest {
  @Field(() => CalendarDate, { description: 'When the person contested it.' })
  readonly contestedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'In the person’s words; null where there are none, or once erased.',
  })
  readonly statement!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'When it was answered; null while it waits.' })
  readonly answeredOn!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Who answered; null while it waits.' })
  readonly answeredBy!: string | null;

  @Field(() => CompletionContestOutcomeEnum, {
    nullable: true,
    description: 'What was answered; null while it waits.',
  })
  readonly outcome!: ContestOutcome | null;

  @Field(() => String, {
    nullable: true,
    description: 'The answer in words; null where there are none, or once erased.',
  })
  readonly answer!: string | null;
}

@ObjectType({ description: 'Something that a person has completed, assessed or attended.' })
@Extensions({ class: 'C2' })
export class Completion {
  @Field(() => Uuid, {
    description: 'The fact that recorded it: what a correction, a contest or reliance names.',
  })
  readonly eventId!: string;

  @Field(() => Uuid, { description: 'Who learnt.' })
  readonly personId!: string;

  @Field(() => Uuid, { nullable: true, description: 'The course; null for prior learning.' })
  readonly courseId!: string | null;

  @Field(() => CourseKindEnum, { description: 'The kind of course as which it counts.' })
  readonly courseKind!: CourseKind;

  @Field(() => String, { description: 'Title of the course, or of what was learnt elsewhere.' })
  readonly title!: string;

  @Field({ description: 'Whether it was learnt elsewhere and recognised.' })
  readonly priorLearning!: boolean;

  @Field(() => CompletionWayEnum, { description: 'Attended is not assessed.' })
  readonly how!: CompletionWay;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Who assessed, never the learner; null where attended only.',
  })
  readonly assessorId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The assessor’s name; null where nobody assessed, or the name is not yours to see.',
  })
  @Extensions({ class: 'C1' })
  readonly assessorName!: string | null;

  @Field(() => [String], {
    description: 'Codes of competences: shown where assessed, only covered where attended.',
  })
  readonly competences!: readonly string[];

  @Field(() => CalendarDate, { description: 'The day of completion.' })
  readonly completedOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day on which it no longer counts; null where it never lapses.',
  })
  readonly expiresOn!: string | null;

  @Field(() => CompletionStandingEnum, { description: 'Whether it counts on the day asked for.' })
  readonly standing!: 'current' | 'expired';

  @Field(() => Uuid, { description: 'The organisation that recorded it.' })
  readonly recordedByOrganisationId!: string;

  @Field(() => String, { nullable: true, description: 'Its name today; null where it is not known.' })
  readonly recordedByOrganisation!: string | null;

  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly recordedAt!: string;

  @Field(() => CompletionContest, {
    nullable: true,
    description: 'The last contest of it; null where there is none, or it is not yours to see.',
  })
  readonly contest!: CompletionContest | null;
}

export const CompletionConnection = connectionOf(
  Completion,
  'Completion',
  'A page of completions, the latest first.',
);

const on = {
  nullable: true,
  description: 'As at this day: what was completed by then, and whether it counts on it. Today if left out.',
} as const;

@ArgsType()
export class MyTrainingArgs extends PageArgs {
  @Field(() => CalendarDate, on)
  readonly on?: string | null;
}

@ArgsType()
export class TrainingRecordArgs extends MyTrainingArgs {
  @Field(() => Uuid, { description: 'Whose record.' })
  readonly personId!: string;
}

@ObjectType({ description: 'Somebody’s part in a course.' })
@Extensions({ class: 'C2' })
export class Enrolment {
  @Field(() => Uuid, { description: 'The enrolment.' })
  readonly enrolmentId!: string;

  @Field(() => Uuid, { description: 'Who.' })
  readonly personId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The person’s name; null where it is not yours to see.',
  })
  @Extensions({ class: 'C1' })
  readonly displayName!: string | null;

  @Field(() => Uuid, { description: 'The course.' })
  readonly courseId!: string;

  @Field(() => Uuid, { nullable: true, description: 'The cohort; null where the course has none.' })
  readonly cohortId!: string | null;

  @Field(() => CourseKindEnum, { description: 'What the framework knows the course as.' })
  readonly courseKind!: CourseKind;

  @Field(() => String, { description: 'Title of the course.' })
  readonly title!: string;

  @Field(() => Uuid, { description: 'The organisation that runs it.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { description: 'The organisation for which the person takes part.' })
  readonly bookedBy!: string;

  @Field(() => EnrolmentStatusEnum, { description: 'How it stands.' })
  readonly status!: 'going' | 'completed' | 'ended';

  @Field(() => CalendarDate, { description: 'Its first day.' })
  readonly enrolledOn!: string;

  @Field(() => Int, { description: 'Days on which the person was there.' })
  readonly daysAttended!: number;

  @Field(() => Float, { description: 'Hours for which the person was there.' })
  readonly hoursAttended!: number;

  @Field(() => CalendarDate, { nullable: true, description: 'The day of completion; null without one.' })
  readonly completedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When it ended without a completion; null where it did not.',
  })
  readonly endedOn!: string | null;

  @Field(() => EnrolmentEndingEnum, {
    nullable: true,
    description: 'Why it ended without a completion; null where it did not.',
  })
  readonly endReason!: EnrolmentEnding | null;
}

export const EnrolmentConnection = connectionOf(
  Enrolment,
  'Enrolment',
  'A page of enrolments, the latest first.',
);

@ArgsType()
export class EnrolmentsArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The organisation that runs the course or that booked.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { nullable: true, description: 'Only of this cohort.' })
  readonly cohortId?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day: what was of an organisation that had merged by then is its successor’s. Today if left out.',
  })
  readonly on?: string | null;
}
