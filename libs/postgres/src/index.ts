export * from './embedded/embedded-postgres.error.js';
export * from './embedded/start-embedded-postgres.js';
export * from './pools.js';
export * from './prepare-database.js';
export * from './roles.js';
export * from './scope.js';
export * from './scoped.js';
export * from './types.js';
