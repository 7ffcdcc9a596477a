export * from './event-codec.js';
export * from './file-key-store.js';
export * from './key-store.js';
export * from './master-key.js';
export { keyedHash, placeText } from './sealing.js';
