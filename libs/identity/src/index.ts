export * from './access/index.js';
export * from './nest/index.js';
export * from './tokens/index.js';
