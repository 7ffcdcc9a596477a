export * from './projection.js';
export * from './fold.js';
export * from './row-check.js';
