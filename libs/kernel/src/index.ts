export * from './calendar-date.js';
export * from './catalogue.js';
export * from './decider.js';
export * from './fold.js';
export * from './ids.js';
export * as timeline from './timeline.js';
export type { Timeline } from './timeline.js';
