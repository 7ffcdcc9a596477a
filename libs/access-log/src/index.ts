export * from './access-log.js';
export * from './access-log.module.js';
export * from './entry.js';
export * from './grounds.js';
export * from './logged-opener.js';
export * from './places.reader.js';
export * from './sensitive-reads.interceptor.js';
