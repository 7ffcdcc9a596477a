import { describe, expect, it } from '@jest/globals';
import { isSupported } from './server.version.js';

describe('a server', () => {
  it.each([
    '23.10.0',
    '23.10.7.0',
    '24.10.5',
    '24.10.11.0',
    '25.0.1',
    '25.1.0',
    '26.0.0',
    '25.0.1.2234+gabc',
  ])('of version %s is supported', (version) => expect(isSupported(version)).toBe(true));
  it.each([
    '',
    'unknown',
    '20.10.5',
    '22.10.0',
    '23.6.0',
    '24.2.0',
    '24.6.1',
    '24.10.4',
    '25.0.0',
    '25.0.0.1',
  ])('of version "%s" is not', (version) => expect(isSupported(version)).toBe(false));
});
