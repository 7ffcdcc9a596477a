export { localitiesCatalogue } from './domain/index.js';
export * from './localities.module.js';
export { localitiesProjections } from './projections/localities.projections.js';
