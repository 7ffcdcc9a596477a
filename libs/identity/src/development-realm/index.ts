export * from './client-token.js';
export * from './dev-account.js';
export * from './development-realm.error.js';
export * from './development-token.js';
export type { RegisteredClient } from './registered-client.js';
export * from './start-development-realm.js';
