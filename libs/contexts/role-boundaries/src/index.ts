export { roleBoundariesCatalogue } from './domain/index.js';
export { roleBoundariesProjections } from './projections/index.js';
