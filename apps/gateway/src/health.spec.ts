import { describe, expect, it } from '@jest/globals';
import { checked } from './health.js';

describe('the health of a part', () => {
  it('is what the part says of itself', async () => {
    expect(await checked('log', async () => ({ ok: false, detail: 'Full.' }))).toEqual({
      part: 'log',
      ok: false,
      detail: 'Full.',
    });
  });
  it('is ill where asking fails, and says why', async () => {
    const refused = async () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:4032'));
    expect(await checked('log', refused)).toMatchObject({
      ok: false,
      detail: 'connect ECONNREFUSED 127.0.0.1:4032',
    });
    const wordless = async () => Promise.reject(Object.assign(new Error(''), { code: 'ECONNREFUSED' }));
    expect(await checked('log', wordless)).toMatchObject({ ok: false, detail: 'ECONNREFUSED' });
  });
  it('is ill where it says nothing for long', async () => {
    expect(await checked('log', () => new Promise(() => undefined), 20)).toMatchObject({
      ok: false,
      detail: 'It does not answer.',
    });
  });
});
