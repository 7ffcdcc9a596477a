export * from './errors.js';
export * from './execute.js';
export * from './port.js';
