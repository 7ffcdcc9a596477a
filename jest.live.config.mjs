import { swc, common } from './jest.shared.mjs';

/** Specs with a real part in them (PostgreSQL, HTTP, Nest), as ES modules. Their memory grows by file: workers are renewed. */
export default {
  ...common,
  displayName: 'live',
  testMatch: ['**/*.live.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc('nodenext')] },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: 2,
  workerIdleMemoryLimit: '512MB',
  testTimeout: 30_000,
};
