import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { codeHashOf, readCode, secretMadeBy, writeCode } from './invitation-code.js';

const key = new Uint8Array(32).fill(1);
const otherKey = new Uint8Array(32).fill(2);
const [one, other] = [uuid5('one'), uuid5('other')];
const code = { invitationId: one, secret: secretMadeBy(one, key) };

describe('the code of an invitation', () => {
  it('is copied and read again', () => {
    const written = writeCode(code);
    expect(written).toMatch(/^[0-9a-f]{32}\.[\w-]{22}$/);
    expect(readCode(written)).toEqual(code);
    expect(readCode(` ${written}\n`)).toEqual(code);
  });
  it('has 128 bits that go with the command and the key', () => {
    expect(Buffer.from(code.secret, 'base64url')).toHaveLength(16);
    expect(secretMadeBy(one, key)).toBe(code.secret);
    expect(secretMadeBy(other, key)).not.toBe(code.secret);
    expect(secretMadeBy(one, otherKey)).not.toBe(code.secret);
  });
  it('is known by a hash from which it cannot be told, of this invitation alone', () => {
    const hash = codeHashOf(code, key);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(codeHashOf(code, otherKey)).not.toBe(hash);
    expect(codeHashOf({ ...code, invitationId: other }, key)).not.toBe(hash);
    expect(codeHashOf({ ...code, secret: secretMadeBy(other, key) }, key)).not.toBe(hash);
  });
  it('is nothing else', () => {
    const [id, secret] = writeCode(code).split('.') as [string, string];
    for (const text of [
      '',
      id,
      `${id}.`,
      `.${secret}`,
      `${id}.${secret}x`,
      `${id}${secret}`,
      `${one}.${secret}`,
    ])
      expect([text, readCode(text)]).toEqual([text, undefined]);
    expect(readCode(`${'0'.repeat(32)}.${secret}`)).toBeUndefined();
  });
});
