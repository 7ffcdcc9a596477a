export * from './record-history.module.js';
