export * from './access.exceptions.js';
export * from './access.guard.js';
export type { Acting, Carrier, SignedInBy } from './acting.js';
export * from './authentication.js';
export {
  credentialsOf,
  credentialsOfConnection,
  ofOperation,
  ofRequest,
  type Credentials,
} from './credentials.js';
export * from './grantable-mutations.js';
export type { RightsWatch } from './known-actors.js';
export * from './rule.decorator.js';
export * from './rule-walk.js';
