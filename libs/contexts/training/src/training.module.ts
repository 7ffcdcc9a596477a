import { Module } from '@nestjs/common';
import { CompleteCourseHandler } from './application/complete-course/complete-course.handler.js';
import { CourseLookup } from './application/course-lookup/course-lookup.js';
import { EnrolHandler } from './application/enrol/enrol.handler.js';
import { OnCohortHandler } from './application/on-cohort/on-cohort.handler.js';
import { OnCourseHandler } from './application/on-course/on-course.handler.js';
import { OnTrainingHandler } from './application/on-training/on-training.handler.js';
import { PlanCohortHandler } from './application/plan-cohort/plan-cohort.handler.js';
import { RegisterCourseHandler } from './application/register-course/register-course.handler.js';
import { CohortCommandsResolver } from './graphql/cohort-commands.resolver.js';
import { CompletionCommandsResolver } from './graphql/completion-commands.resolver.js';
import { CourseCommandsResolver } from './graphql/course-commands.resolver.js';
import { CourseReader } from './graphql/course.reader.js';
import { LearningCommandsResolver } from './graphql/learning-commands.resolver.js';
import { PassportCommandsResolver } from './graphql/passport-commands.resolver.js';
import { PassportQueriesResolver } from './graphql/passport-queries.resolver.js';
import { PassportReadings } from './graphql/passport-readings.js';
import { PassportReader } from './graphql/passport.reader.js';
import { RecordReader } from './graphql/record.reader.js';
import { TrainingQueriesResolver } from './graphql/training-queries.resolver.js';

/** Courses, cohorts, what people have learnt, and with whom they share it, in the graph. */
@Module({
  providers: [
    CourseLookup,
    RegisterCourseHandler,
    OnCourseHandler,
    PlanCohortHandler,
    OnCohortHandler,
    EnrolHandler,
    CompleteCourseHandler,
    OnTrainingHandler,
    CourseReader,
    RecordReader,
    PassportReadings,
    PassportReader,
    CourseCommandsResolver,
    CohortCommandsResolver,
    LearningCommandsResolver,
    CompletionCommandsResolver,
    PassportCommandsResolver,
    TrainingQueriesResolver,
    PassportQueriesResolver,
  ],
})
export class TrainingModule {}
