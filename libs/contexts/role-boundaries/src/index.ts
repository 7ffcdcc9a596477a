export { roleBoundariesProcessManagers } from './application/process-managers.js';
export { roleBoundariesCatalogue } from './domain/index.js';
export { roleBoundariesProjections } from './projections/index.js';
export * from './role-boundaries.module.js';
