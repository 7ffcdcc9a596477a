export { recruitmentCatalogue } from './domain/index.js';
export { recruitmentProjections } from './projections/recruitment.projections.js';
