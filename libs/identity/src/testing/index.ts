export * from './actors.js';
export * from './browser.js';
export * from './key-server.js';
export * from './token-mint.js';
