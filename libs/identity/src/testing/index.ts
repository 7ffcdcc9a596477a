export * from './actors.js';
export * from './browser.js';
