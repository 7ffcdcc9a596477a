import { cohortCatalogue } from './cohort/cohort.events.js';
import { courseCatalogue } from './course/course.events.js';
import { trainingRecordCatalogue } from './training/training.events.js';

export * from './cohort/cohort.commands.js';
export { cohort, type CohortState } from './cohort/cohort.decider.js';
export * from './cohort/cohort.events.js';
export * from './cohort/cohort.refusals.js';
export * from './course/course.commands.js';
export { course } from './course/course.decider.js';
export * from './course/course.events.js';
export * from './course/course.refusals.js';
export {
  accreditationOn,
  courseOn,
  type Accreditation,
  type CourseOnDay,
  type CourseState,
} from './course/course.state.js';
export * from './reference/competence-domains.js';
export * from './reference/core-skills.js';
export * from './training/training.commands.js';
export { training, trainingOn } from './training/training.decider.js';
export * from './training/training.events.js';
export * from './training/training.refusals.js';
export type { TrainingState } from './training/training.state.js';

/** Every type of event that training records. */
export const trainingCatalogue = { ...courseCatalogue, ...cohortCatalogue, ...trainingRecordCatalogue };
