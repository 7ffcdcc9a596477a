export * from './access-log.js';
export * from './entry.js';
export * from './grounds.js';
export * from './logged-opener.js';
