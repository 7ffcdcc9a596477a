import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '@alongside/kernel';
import type { EventStore } from '../../port.js';
import type { Subject } from './opened.js';
import { anEvent, aStream, someMetadata } from './samples.js';

const values: readonly (readonly [string, Json])[] = [
  ['accents and combining marks', 'Siân Ní Bhriain, Zoë, e\u0301 is not \u00e9'],
  ['scripts that read from the right', 'خبرة معاشة'],
  ['characters outside the basic plane', '👩🏽‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 𝒫'],
  ['control characters', 'tab\tline\nreturn\rbell\u0007delete\u007f'],
  ['a zero character', 'before\u0000after'],
  ['half of a surrogate pair', 'broken \ud83d here'],
  ['line separators', 'one\u2028two\u2029three'],
  ['quotes and backslashes', String.raw`"\"\\u0041' {\} $1 %s`],
  ['text that looks like JSON', '{"effectiveOn":null}'],
  ['empty text, lists and objects', { text: '', list: [], object: {} }],
  ['whole numbers at the edge of exactness', [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0]],
  ['fractions', [0.1, 1 / 3, 1e-7, 5e-324, 1.7976931348623157e308]],
  ['truth values and nothing', [true, false, null]],
  ['deeply nested values', { a: [{ b: [{ c: [{ d: null }] }] }] }],
  ['keys with dots, spaces and dollars', { 'a.b': 1, 'c d': 2, $e: 3, '': 4, ключ: 5 }],
  ['long text', 'slow, steady and together. '.repeat(1500)],
];

const isSame = (left: unknown, right: unknown): boolean => isDeepStrictEqual(left, right);

const stored = async (store: EventStore, value: Json): Promise<Json | undefined> => {
  const stream = aStream();
  await store.append(stream, 'NoStream', [anEvent({ data: { effectiveOn: '2026-04-01', value } })]);
  return (await store.read(stream))[0]?.data['value'];
};

export const fidelity = ({ store }: Subject): void => {
  describe('what comes back of an event', () => {
    for (const [what, value] of values)
      it(`is ${what}, exactly`, async () => {
        expect(await stored(store(), value)).toEqual(value);
      });

    it('is any JSON value, exactly', async () => {
      const jsonValue = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
      await fc.assert(
        fc.asyncProperty(jsonValue, async (value) => {
          const asWritten = JSON.parse(JSON.stringify(value)) as Json;
          return isSame(await stored(store(), value), asWritten);
        }),
        { numRuns: 60 },
      );
    });
    it('is all its metadata', async () => {
      const metadata = someMetadata({
        organisation: null,
        locality: randomUUID(),
        causation: randomUUID(),
        client: 'hr-integration:Weald & Downs',
        corrects: { eventId: randomUUID(), reason: 'enteredInError' },
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
        version: 7,
      });
      const stream = aStream();
      await store().append(stream, 'NoStream', [anEvent({ metadata })]);
      expect((await store().read(stream))[0]?.metadata).toEqual(metadata);
    });
    it('is its own id and type', async () => {
      const stream = aStream();
      const event = anEvent({ id: '8f4bb0a4-6d0f-5f0c-9b1e-6a1c51de0a12', type: 'BoundaryConcernRaised' });
      const own = { ...event, id: randomUUID() };
      await store().append(stream, 'NoStream', [own]);
      expect((await store().read(stream))[0]).toMatchObject({ id: own.id, type: 'BoundaryConcernRaised' });
    });
  });
};
