import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readableKey } from './readable-key.js';

describe('a key that somebody gives', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  it('is one where it lies on its curve', () => {
    expect(readableKey(jwk, 'k1').kind).toBe('public');
    expect(readableKey({ ...jwk, x: jwk.y, y: jwk.x }, 'k1')).toEqual({ kind: 'unfit' });
  });
  it('is a secret where it holds one, and is not read', () => {
    expect(readableKey({ ...privateKey.export({ format: 'jwk' }), x: jwk.y }, 'k1')).toEqual({
      kind: 'secret',
    });
  });
});
