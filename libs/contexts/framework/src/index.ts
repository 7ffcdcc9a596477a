export * from './projections/index.js';
