export * from './client-keys.js';
export * from './configuration.js';
export * from './contexts.js';
export * from './foundation.js';
export * from './read-model-actor-lookup.js';
export * from './rights-watch.js';
export * from './running.js';
