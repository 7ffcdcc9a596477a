import { swc, common } from './jest.shared.mjs';

/** Specs that touch nothing but memory, compiled to CommonJS: thousands of them stay cheap. */
export default {
  ...common,
  displayName: 'pure',
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: [...common.testPathIgnorePatterns, '\\.live\\.spec\\.ts$'],
  transform: { '\\.[jt]s$': ['@swc/jest', swc('commonjs')] },
  // The calendar library is published as an ES module only.
  transformIgnorePatterns: ['/node_modules/(?!temporal-)'],
};
