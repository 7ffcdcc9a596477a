export { supervisionProcessManagers } from './application/process-managers.js';
export { supervisionCatalogue } from './domain/index.js';
export { supervisionProjections } from './projections/index.js';
export * from './supervision.module.js';
