import live from './jest.live.config.mjs';

/** Specs that drive a real browser against the real program. */
export default {
  ...live,
  displayName: 'browser',
  testMatch: ['**/*.browser.ts'],
  maxWorkers: 1,
  testTimeout: 60_000,
};
