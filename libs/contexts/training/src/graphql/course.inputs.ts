import { Field, Float, InputType, Int } from '@nestjs/graphql';
import { CalendarDate, CommandInput, ShortText, Uuid } from '@alongside/graphql-kit';
import type { CompletionWay, CourseKind } from '../contracts.js';
import { CompletionWayEnum, CourseKindEnum } from './training.enums.js';

const competenceCodes =
  'Codes of the competence framework, of a domain or of a competence in it: `hee3`, `hee3.2`. Not of domain 9, which is about organisations.';

@InputType({ description: 'A course to register, as its provider describes it.' })
export class RegisterCourseInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation that keeps the record of this course.' })
  readonly organisationId!: string;

  @Field(() => ShortText, { description: 'Title as published.' })
  readonly title!: string;

  @Field(() => CourseKindEnum, { description: 'What the framework knows it as.' })
  readonly kind!: CourseKind;

  @Field(() => ShortText, { description: 'Who teaches it.' })
  readonly provider!: string;

  @Field(() => ShortText, { nullable: true, description: 'Who accredits it; leave out where nobody does.' })
  readonly accreditor?: string | null;

  @Field(() => ShortText, {
    nullable: true,
    description: 'Level as the accreditor words it, such as `Level 3` or `SCQF 7`.',
  })
  readonly level?: string | null;

  @Field(() => Float, { description: 'Hours of learning.' })
  readonly hours!: number;

  @Field(() => CompletionWayEnum, { description: 'The most that a completion of it can show.' })
  readonly outcome!: CompletionWay;

  @Field(() => [ShortText], { description: `What it covers. ${competenceCodes}` })
  readonly competences!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Months after which it must be refreshed; leave out where it never lapses.',
  })
  readonly refresherMonths?: number | null;

  @Field(() => CalendarDate, { description: 'From when it is on offer.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnCourseInput extends CommandInput {
  @Field(() => Uuid, { description: 'The course.' })
  readonly courseId!: string;

  @Field(() => CalendarDate, { description: 'The first day on which it is so.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'An accreditation of a course.' })
export class AccreditCourseInput extends OnCourseInput {
  @Field(() => ShortText, { description: 'Who accredits it.' })
  readonly accreditor!: string;

  @Field(() => ShortText, {
    nullable: true,
    description: 'Level as the accreditor words it; leave out where there is none.',
  })
  readonly level?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Last day of the accreditation; leave out where it has no end.',
  })
  readonly until?: string | null;
}

@InputType({ description: 'The end of an accreditation.' })
export class EndAccreditationInput extends OnCourseInput {
  @Field(() => ShortText, { description: 'Who accredited it.' })
  readonly accreditor!: string;
}

@InputType({
  description: 'What a course covers from a day. Completions keep what it covered on their own day.',
})
export class MapCompetencesInput extends OnCourseInput {
  @Field(() => [ShortText], { description: `All that it covers. ${competenceCodes}` })
  readonly competences!: readonly string[];
}

@InputType({ description: 'When completions of a course from a day on must be refreshed.' })
export class SetRefresherIntervalInput extends OnCourseInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Months after which it must be refreshed; leave out where it never lapses.',
  })
  readonly refresherMonths?: number | null;
}

@InputType({ description: 'The end of a course. Its completions go on counting.' })
export class WithdrawCourseInput extends OnCourseInput {}

@InputType({ description: 'A cohort to plan: a course that is taught once, with so many seats.' })
export class PlanCohortInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation that runs it.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { description: 'The course.' })
  readonly courseId!: string;

  @Field(() => Int, { description: 'How many people can take part.' })
  readonly seats!: number;

  @Field(() => CalendarDate, { description: 'Its first day.' })
  readonly startsOn!: string;

  @Field(() => CalendarDate, { description: 'Its last day.' })
  readonly endsOn!: string;

  @Field(() => CalendarDate, { description: 'From when seats can be reserved.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnCohortInput extends CommandInput {
  @Field(() => Uuid, { description: 'The cohort.' })
  readonly cohortId!: string;

  @Field(() => CalendarDate, {
    description: 'The day of it; not before the last thing recorded about the cohort.',
  })
  readonly effectiveOn!: string;
}

@InputType({ description: 'How many seats a cohort has.' })
export class AgreeSeatsInput extends OnCohortInput {
  @Field(() => Int, { description: 'How many people can take part. Whoever waits moves up into new seats.' })
  readonly seats!: number;
}

@InputType({ description: 'A seat for somebody in a cohort, or a place on its waiting list.' })
export class ReserveSeatInput extends OnCohortInput {
  @Field(() => Uuid, { description: 'Who takes part.' })
  readonly personId!: string;

  @Field(() => Uuid, { description: 'The organisation that books, and for which the person takes part.' })
  readonly bookedBy!: string;
}

@InputType({ description: 'A seat, or a place on the waiting list, to give back.' })
export class ReleaseSeatInput extends OnCohortInput {
  @Field(() => Uuid, { description: 'Who has it.' })
  readonly personId!: string;
}

@InputType({ description: 'A cohort that does not take place.' })
export class CancelCohortInput extends OnCohortInput {}
