export * from './fold-spec.js';
export * from './memory.event-store.js';
