import type { AnyProjection } from '@alongside/projections';
import { applications } from './applications/applications.projection.js';
import { checkStatus } from './check-status/check-status.projection.js';
import { dbsDecisions } from './dbs-decisions/dbs-decisions.projection.js';
import { postPlaces } from './post-places/post-places.projection.js';
import { vacancies } from './vacancies/vacancies.projection.js';

/** Every read model of recruitment. */
export const recruitmentProjections: readonly AnyProjection[] = [
  vacancies,
  applications,
  checkStatus,
  dbsDecisions,
  postPlaces,
];
