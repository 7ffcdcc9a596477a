export * from './catalogue.js';
export * from './ending.js';
export * from './supervision/supervision.commands.js';
export { supervision } from './supervision/supervision.decider.js';
export * from './supervision/supervision.due.js';
export * from './supervision/supervision.refusals.js';
export type * from './supervision/supervision.state.js';
