export { localitiesCatalogue } from './domain/index.js';
export * from './localities.module.js';
export { localitiesProjections } from './projections/localities.projections.js';
export {
  refreshOrganisations,
  type RefreshOptions,
} from './application/refresh-organisations/refresh-organisations.js';
export type * from './application/refresh-organisations/refresh-report.js';
