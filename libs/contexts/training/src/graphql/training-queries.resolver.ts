import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, PageArgs, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { CourseReader } from './course.reader.js';
import {
  CohortConnection,
  CohortsArgs,
  Course,
  CourseArgs,
  CourseConnection,
  CoursesArgs,
  SeatConnection,
  SeatsArgs,
} from './course.types.js';
import { RecordReader } from './record.reader.js';
import {
  CompletionConnection,
  EnrolmentConnection,
  EnrolmentsArgs,
  MyTrainingArgs,
  TrainingRecordArgs,
} from './record.types.js';

@Resolver()
export class TrainingQueriesResolver {
  constructor(
    private readonly catalogue: CourseReader,
    private readonly records: RecordReader,
  ) {}

  @Query(() => CourseConnection, { name: 'courses', description: 'The courses that are known, by title.' })
  @Rule('signedIn')
  @Reads('courses')
  courses(@Args() args: CoursesArgs, @Acting() act: Act) {
    return this.catalogue.courses(act, args);
  }

  @Query(() => Course, {
    name: 'course',
    nullable: true,
    description: 'A course; null where there is none of this id.',
  })
  @Rule('signedIn')
  @Reads('courses')
  course(@Args() args: CourseArgs, @Acting() act: Act) {
    return this.catalogue.course(act, args.courseId);
  }

  @Query(() => CohortConnection, {
    name: 'cohorts',
    description: 'The cohorts that an organisation runs, by first day, cancelled ones among them.',
  })
  @Rule('signedIn')
  @Reads('cohorts', 'courses', 'organisations')
  cohorts(@Args() args: CohortsArgs, @Acting() act: Act) {
    return this.catalogue.cohorts(act, args);
  }

  @Query(() => SeatConnection, {
    name: 'cohortSeats',
    description:
      'Who has a seat in a cohort or waits for one: everybody for the organisation that runs it, its own people for the one that booked, and yourself.',
  })
  @Rule('signedIn')
  @Reads('seats', 'name-cards')
  cohortSeats(@Args() args: SeatsArgs, @Acting() act: Act) {
    return this.catalogue.seats(act, args);
  }

  @Query(() => EnrolmentConnection, {
    name: 'enrolments',
    description:
      'Who takes part in what an organisation runs or has booked, with attendance. Empty where it is not yours to see.',
  })
  @Rule('signedIn')
  @Reads('enrolments', 'organisations', 'name-cards')
  enrolments(@Args() args: EnrolmentsArgs, @Acting() act: Act) {
    return this.records.enrolments(act, args);
  }

  @Query(() => EnrolmentConnection, {
    name: 'myEnrolments',
    description: 'What you take part in yourself, with your attendance.',
  })
  @Rule('signedIn')
  @Reads('enrolments', 'name-cards')
  myEnrolments(@Args() args: PageArgs, @Acting() act: Act) {
    return this.records.ownEnrolments(act, args);
  }

  @Query(() => CompletionConnection, {
    name: 'trainingRecord',
    description:
      'What a person has completed, as far as you may see it: what your organisation recorded, what the person shares with it today, everything where you supervise the person. Corrected completions are left out; the history has them.',
  })
  @Rule('signedIn')
  @Reads('completions', 'passport-shares', 'contests', 'name-cards')
  trainingRecord(@Args() args: TrainingRecordArgs, @Acting() act: Act) {
    return this.records.completions(act, args);
  }

  @Query(() => CompletionConnection, {
    name: 'myTraining',
    nullable: true,
    description: 'All that you have completed yourself, whoever recorded it; null for a client.',
  })
  @Rule('signedIn')
  @Reads('completions', 'contests', 'name-cards')
  myTraining(@Args() args: MyTrainingArgs, @Acting() act: Act) {
    const personId = act.scope.person;
    return personId === null ? null : this.records.completions(act, { ...args, personId });
  }
}
