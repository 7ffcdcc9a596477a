export * from './ability.js';
export * from './actor.js';
export { areaOfSchema } from './areas.js';
export * from './grant.js';
export * from './matrix.js';
export * from './may.js';
export { isRelated, letsRead, sharedBy, type Target } from './relation.js';
export * from './rules.js';
export * from './scope.js';
