export * from './dev-account.js';
export * from './development-realm.error.js';
export * from './development-token.js';
export * from './start-development-realm.js';
