export * from './migrations/migrate.js';
export { missingSql, readModels } from './migrations/models.js';
export { MigrationFailed } from './migrations/schema-engine.js';
export * from './open-read-models.js';
export * from './prepare-read-models.js';
export * from './row-level-security/apply-row-level-security.js';
export { printAccess } from './row-level-security/print-access.js';
export { readPolicy } from './row-level-security/policy.js';
