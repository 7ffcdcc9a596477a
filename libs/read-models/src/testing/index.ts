export * from './read-model-database.js';
