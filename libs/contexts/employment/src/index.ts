export { placeConfirmedApplicant } from './application/place-confirmed-applicant/place-confirmed-applicant.js';
export { employmentCatalogue } from './domain/index.js';
export * from './employment.module.js';
export { employmentProjections } from './projections/index.js';
