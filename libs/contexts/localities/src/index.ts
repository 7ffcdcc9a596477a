export { localitiesCatalogue } from './domain/index.js';
export { localitiesProjections } from './projections/localities.projections.js';
