export * from './acting.js';
export * from './command-result.js';
export * from './connection.js';
export * from './enums.js';
export * from './limits.js';
export * from './masking.js';
export * from './reads.js';
export * from './scalars.js';
