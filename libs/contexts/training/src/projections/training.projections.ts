import type { AnyProjection } from '@alongside/projections';
import { cohorts } from './cohorts/cohorts.projection.js';
import { competenceAssessments } from './competence-assessments/competence-assessments.projection.js';
import { completions } from './completions/completions.projection.js';
import { contests } from './contests/contests.projection.js';
import { courses } from './courses/courses.projection.js';
import { enrolments } from './enrolments/enrolments.projection.js';
import { passportShares } from './passport-shares/passport-shares.projection.js';
import { reliance } from './reliance/reliance.projection.js';
import { seats } from './seats/seats.projection.js';

/** Every read model of training. */
export const trainingProjections: readonly AnyProjection[] = [
  courses,
  cohorts,
  seats,
  enrolments,
  completions,
  competenceAssessments,
  passportShares,
  reliance,
  contests,
];
