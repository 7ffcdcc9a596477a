import { Field, Float, InputType, Int } from '@nestjs/graphql';
import {
  CalendarDate,
  CommandInput,
  CorrectionReasonEnum,
  LongText,
  ShortText,
  Uuid,
} from '@alongside/graphql-kit';
import type { CorrectionReason } from '@alongside/kernel';
import type { CompletionWay, CourseKind } from '../contracts.js';
import type { AssessmentOutcome } from '../domain/index.js';
import {
  AssessmentOutcomeEnum,
  CompletionWayEnum,
  CourseKindEnum,
  EnrolmentLeftEnum,
  type EnrolmentLeft,
} from './training.enums.js';

@InputType({ isAbstract: true })
export abstract class OfPersonInput extends CommandInput {
  @Field(() => Uuid, { description: 'Whose record.' })
  readonly personId!: string;
}

@InputType({ isAbstract: true })
export abstract class ByOrganisationInput extends OfPersonInput {
  @Field(() => Uuid, {
    description: 'The organisation of yours that records it, answers for it, and alone can correct it.',
  })
  readonly organisationId!: string;
}

@InputType({ description: 'Somebody to enrol on a course that is not taught in cohorts.' })
export class EnrolInput extends OfPersonInput {
  @Field(() => Uuid, { description: 'The organisation of yours that runs the course for the person.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { description: 'The course.' })
  readonly courseId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The organisation for which the person takes part; the one that runs it if left out.',
  })
  readonly bookedBy?: string | null;

  @Field(() => CalendarDate, { description: 'The first day.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'The end of an enrolment without a completion.' })
export class EndEnrolmentInput extends OfPersonInput {
  @Field(() => Uuid, { description: 'The enrolment.' })
  readonly enrolmentId!: string;

  @Field(() => EnrolmentLeftEnum, { description: 'Why.' })
  readonly reason!: EnrolmentLeft;

  @Field(() => CalendarDate, { description: 'The last day.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A day on which somebody took part.' })
export class RecordAttendanceInput extends ByOrganisationInput {
  @Field(() => Uuid, { description: 'The enrolment, on what your organisation runs.' })
  readonly enrolmentId!: string;

  @Field(() => Float, { description: 'Hours on that day: more than none, and at most 24.' })
  readonly hours!: number;

  @Field(() => CalendarDate, { description: 'The day; not one still to come.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'An assessment of one competence, in a course or at work.' })
export class AssessCompetenceInput extends ByOrganisationInput {
  @Field(() => Uuid, { nullable: true, description: 'The course; leave out where it was assessed at work.' })
  readonly courseId?: string | null;

  @Field(() => ShortText, { description: 'Code of the competence framework: `hee3`, `hee3.2`.' })
  readonly competence!: string;

  @Field(() => Uuid, { description: 'Who assessed: never the person assessed.' })
  readonly assessorId!: string;

  @Field(() => AssessmentOutcomeEnum, { description: 'What it came to.' })
  readonly outcome!: AssessmentOutcome;

  @Field(() => CalendarDate, { description: 'The day of the assessment; not one still to come.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A course that somebody completed.' })
export class CompleteCourseInput extends ByOrganisationInput {
  @Field(() => Uuid, {
    description: 'The course. What it covered and when it lapses is taken as on that day.',
  })
  readonly courseId!: string;

  @Field(() => CompletionWayEnum, { description: 'Whether it was assessed, or attended only.' })
  readonly how!: CompletionWay;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Who assessed, never the learner. Needed where it was assessed; leave out where attended.',
  })
  readonly assessorId?: string | null;

  @Field(() => CalendarDate, { description: 'The day of completion; not one still to come.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'What somebody learnt elsewhere, assessed against a kind of course.' })
export class RecognisePriorLearningInput extends ByOrganisationInput {
  @Field(() => CourseKindEnum, { description: 'The kind of course as which it counts.' })
  readonly courseKind!: CourseKind;

  @Field(() => ShortText, { description: 'What was learnt, as the record shall name it.' })
  readonly title!: string;

  @Field(() => [ShortText], { description: 'Codes of the competences shown: `hee3`, `hee3.2`.' })
  readonly competences!: readonly string[];

  @Field(() => Uuid, { description: 'Who assessed: never the learner.' })
  readonly assessorId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Months after which it must be refreshed; leave out where it never lapses.',
  })
  readonly refresherMonths?: number | null;

  @Field(() => LongText, {
    nullable: true,
    description: 'On what evidence. Sealed: only those who may read the record see it.',
  })
  readonly grounds?: string | null;

  @Field(() => CalendarDate, { description: 'From when it counts; not a day still to come.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A completion that never was.' })
export class AnnulCompletionInput extends ByOrganisationInput {
  @Field(() => Uuid, { description: 'The completion, by the event that recorded it.' })
  readonly completionEventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;

  @Field(() => CalendarDate, { description: 'The day of the annulment; not one still to come.' })
  readonly effectiveOn!: string;
}

const wrong = { description: 'The event that was wrong, as the history of the record names it.' };
const why = { description: 'Why it was wrong.' };

@InputType({ description: 'What an earlier record of attendance should have said.' })
export class CorrectAttendanceInput extends RecordAttendanceInput {
  @Field(() => Uuid, wrong)
  readonly correctedEventId!: string;

  @Field(() => CorrectionReasonEnum, why)
  readonly correctionReason!: CorrectionReason;
}

@InputType({ description: 'What an earlier assessment should have said.' })
export class CorrectAssessmentInput extends AssessCompetenceInput {
  @Field(() => Uuid, wrong)
  readonly correctedEventId!: string;

  @Field(() => CorrectionReasonEnum, why)
  readonly correctionReason!: CorrectionReason;
}

@InputType({ description: 'What an earlier completion of a course should have said.' })
export class CorrectCompletionInput extends CompleteCourseInput {
  @Field(() => Uuid, wrong)
  readonly correctedEventId!: string;

  @Field(() => CorrectionReasonEnum, why)
  readonly correctionReason!: CorrectionReason;
}

@InputType({ description: 'What an earlier recognition of prior learning should have said.' })
export class CorrectPriorLearningInput extends RecognisePriorLearningInput {
  @Field(() => Uuid, wrong)
  readonly correctedEventId!: string;

  @Field(() => CorrectionReasonEnum, why)
  readonly correctionReason!: CorrectionReason;
}
