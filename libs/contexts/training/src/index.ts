export { trainingCatalogue } from './domain/index.js';
export { trainingProjections } from './projections/training.projections.js';
