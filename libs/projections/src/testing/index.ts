export * from './fold-spec.js';
