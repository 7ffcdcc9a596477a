export { recruitmentProcessManagers } from './application/process-managers.js';
export { recruitmentCatalogue } from './domain/index.js';
export { recruitmentProjections } from './projections/recruitment.projections.js';
export * from './recruitment.module.js';
