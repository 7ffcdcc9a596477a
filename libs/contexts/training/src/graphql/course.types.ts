import { ArgsType, Extensions, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, ReadArgs, Uuid } from '@alongside/graphql-kit';
import type { CompletionWay, CourseKind } from '../contracts.js';
import { CompletionWayEnum, CourseKindEnum, SeatStatusEnum } from './training.enums.js';

@ObjectType({ description: 'A course as last described. Everybody who has signed in may see every course.' })
@Extensions({ class: 'C0' })
export class Course {
  @Field(() => Uuid, { description: 'The course.' })
  readonly courseId!: string;

  @Field(() => Uuid, { description: 'The organisation that keeps its record.' })
  readonly organisationId!: string;

  @Field(() => String, { description: 'Title as published.' })
  readonly title!: string;

  @Field(() => CourseKindEnum, { description: 'What the framework knows it as.' })
  readonly kind!: CourseKind;

  @Field(() => String, { description: 'Who teaches it.' })
  readonly provider!: string;

  @Field(() => String, { nullable: true, description: 'Who accredits it; null where nobody does.' })
  readonly accreditor!: string | null;

  @Field(() => String, { nullable: true, description: 'Level as the accreditor words it; null without one.' })
  readonly level!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Last day of the accreditation; null where it has no end, or there is none.',
  })
  readonly accreditedUntil!: string | null;

  @Field(() => Float, { description: 'Hours of learning.' })
  readonly hours!: number;

  @Field(() => CompletionWayEnum, { description: 'The most that a completion of it can show.' })
  readonly outcome!: CompletionWay;

  @Field(() => [String], { description: 'Codes of the competences that it covers: `hee3`, `hee3.2`.' })
  readonly competences!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Months after which it must be refreshed; null where it never lapses.',
  })
  readonly refresherMonths!: number | null;

  @Field(() => CalendarDate, { description: 'From when it is on offer.' })
  readonly registeredOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day on which it is no longer on offer; null while it is.',
  })
  readonly withdrawnOn!: string | null;
}

export const CourseConnection = connectionOf(Course, 'Course', 'A page of courses, by title.');

@ArgsType()
export class CourseArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The course.' })
  readonly courseId!: string;
}

@ArgsType()
export class CoursesArgs extends PageArgs {
  @Field(() => CourseKindEnum, { nullable: true, description: 'Only this kind.' })
  readonly kind?: CourseKind | null;
}

@ObjectType({
  description: 'A course taught once, with its seats. Everybody who has signed in may see every cohort.',
})
@Extensions({ class: 'C0' })
export class Cohort {
  @Field(() => Uuid, { description: 'The cohort.' })
  readonly cohortId!: string;

  @Field(() => Uuid, { description: 'The course.' })
  readonly courseId!: string;

  @Field(() => String, { description: 'Title of the course.' })
  readonly title!: string;

  @Field(() => Uuid, { description: 'The organisation that runs it.' })
  readonly organisationId!: string;

  @Field(() => Int, { description: 'How many people can take part.' })
  readonly seats!: number;

  @Field({ description: 'Whether a seat is free.' })
  readonly hasFreeSeats!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How many seats are taken; null for everybody but the organisation that runs it.',
  })
  readonly reserved!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people wait for a seat; null for everybody but the organisation that runs it.',
  })
  readonly waiting!: number | null;

  @Field(() => CalendarDate, { description: 'Its first day.' })
  readonly startsOn!: string;

  @Field(() => CalendarDate, { description: 'Its last day.' })
  readonly endsOn!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'When it was cancelled; null where it was not.' })
  readonly cancelledOn!: string | null;
}

export const CohortConnection = connectionOf(Cohort, 'Cohort', 'A page of cohorts, by first day.');

@ArgsType()
export class CohortsArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The organisation that runs them.' })
  readonly organisationId!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day: what was of an organisation that had merged by then is its successor’s. Today if left out.',
  })
  readonly on?: string | null;
}

@ObjectType({ description: 'A booking of somebody in a cohort.' })
@Extensions({ class: 'C2' })
export class Seat {
  @Field(() => Uuid, { description: 'Who.' })
  readonly personId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The person’s name; null where it is not yours to see.',
  })
  @Extensions({ class: 'C1' })
  readonly displayName!: string | null;

  @Field(() => Uuid, { description: 'The organisation that booked.' })
  readonly bookedBy!: string;

  @Field(() => SeatStatusEnum, { description: 'Whether it is a seat, or a place on the waiting list.' })
  readonly status!: 'reserved' | 'waiting' | 'released';

  @Field(() => CalendarDate, { description: 'Since when.' })
  readonly since!: string;
}

export const SeatConnection = connectionOf(
  Seat,
  'Seat',
  'A page of the bookings of a cohort, the oldest first.',
);

@ArgsType()
export class SeatsArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The cohort.' })
  readonly cohortId!: string;
}
