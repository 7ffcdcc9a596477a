export { trainingProcessManagers } from './application/training.process-managers.js';
export { trainingCatalogue } from './domain/index.js';
export { trainingProjections } from './projections/training.projections.js';
export * from './training.module.js';
