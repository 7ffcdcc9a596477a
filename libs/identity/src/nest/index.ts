export * from './access.exceptions.js';
export * from './access.guard.js';
export type { Acting, Carrier } from './acting.js';
export * from './authentication.js';
export * from './rule.decorator.js';
export * from './rule-walk.js';
