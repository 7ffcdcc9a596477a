export * from './act.js';
export * from './commanding.js';
export * from './news.js';
export * from './reading.js';
export * from './answer-with.js';
export * from './readable.js';
