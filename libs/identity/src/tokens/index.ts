export { KEY_RULES } from './key-source.js';
export { PROFILE } from './strict-profile.js';
export * from './token-refused.error.js';
export * from './token-verifier.js';
