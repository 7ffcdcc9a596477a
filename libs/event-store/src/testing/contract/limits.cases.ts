import { describe, expect, it } from '@jest/globals';
import type { Json } from '@alongside/kernel';
import { TooLarge } from '../../errors.js';
import { MAX_APPEND_BYTES, MAX_EVENT_BYTES, type NewEvent } from '../../port.js';
import type { Subject } from './opened.js';
import { anEvent, aStream, aWrittenStream, settled, someEvents } from './samples.js';

const bytesOf = ({ data, metadata }: NewEvent): number =>
  Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));

/** An event of exactly so many bytes, filled up with a character. */
const anEventOf = (bytes: number, filling = 'x'): NewEvent => {
  const empty = anEvent({ data: { effectiveOn: '2026-04-01', statement: '' } });
  const room = bytes - bytesOf(empty);
  const width = Buffer.byteLength(filling);
  const statement = filling.repeat(Math.floor(room / width)) + 'x'.repeat(room % width);
  return { ...empty, data: { ...empty.data, statement } };
};

export const limits = ({ store }: Subject): void => {
  describe('the size of an event', () => {
    it('may be just what the budget allows', async () => {
      const stream = aStream();
      const event = anEventOf(MAX_EVENT_BYTES);
      expect(bytesOf(event)).toBe(MAX_EVENT_BYTES);
      await store().append(stream, 'NoStream', [event]);
      expect((await store().read(stream))[0]?.data).toEqual(event.data);
    });
    it('may not be a byte more', async () => {
      const stream = aStream();
      await expect(store().append(stream, 'NoStream', [anEventOf(MAX_EVENT_BYTES + 1)])).rejects.toThrow(
        TooLarge,
      );
      expect(await store().read(stream)).toEqual([]);
    });
    it('counts bytes, not characters', async () => {
      const event = anEventOf(MAX_EVENT_BYTES + 1, '🫂');
      expect(JSON.stringify(event.data).length).toBeLessThan(MAX_EVENT_BYTES / 1.5);
      await expect(store().append(aStream(), 'NoStream', [event])).rejects.toThrow(TooLarge);
    });
    it('refuses a batch for one event that is too large', async () => {
      const { stream } = await aWrittenStream(store(), 1);
      const batch = [...someEvents(2), anEventOf(MAX_EVENT_BYTES + 1)];
      await expect(store().append(stream, 0, batch)).rejects.toThrow(TooLarge);
      expect(await store().read(stream)).toHaveLength(1);
    });
  });

  describe('the size of an append', () => {
    it('may be many large events', async () => {
      const stream = aStream();
      const events = Array.from({ length: 15 }, () => anEventOf(MAX_EVENT_BYTES));
      expect(await store().append(stream, 'NoStream', events)).toMatchObject({ revision: 14 });
      expect((await store().read(stream)).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    });
    it('may not be more than the budget allows', async () => {
      const stream = aStream();
      const events = Array.from({ length: 16 }, () => anEventOf(MAX_EVENT_BYTES));
      expect(events.reduce((sum, event) => sum + bytesOf(event), 0)).toBe(MAX_APPEND_BYTES);
      await expect(store().append(stream, 'NoStream', [...events, anEvent()])).rejects.toThrow(TooLarge);
      expect(await store().read(stream)).toEqual([]);
    });
  });

  describe('an append that cannot be stored', () => {
    const unserialisable = anEvent({ data: { effectiveOn: '2026-04-01', count: 1n as unknown as Json } });

    it('is refused when it is not JSON', async () => {
      const stream = aStream();
      await expect(store().append(stream, 'NoStream', [unserialisable])).rejects.toThrow(TypeError);
      expect(await store().read(stream)).toEqual([]);
    });
    it('fails none of those that come with it', async () => {
      const good = Array.from({ length: 10 }, () => ({ stream: aStream(), events: someEvents(2) }));
      const outcomes = await Promise.all(
        good.flatMap(({ stream, events }) => [
          settled(store().append(aStream(), 'NoStream', [unserialisable])),
          settled(store().append(stream, 'NoStream', events)),
          settled(store().append(aStream(), 'NoStream', [anEventOf(MAX_EVENT_BYTES + 1)])),
          settled(store().append(aStream(), 5, someEvents(1))),
        ]),
      );
      expect(outcomes.filter((outcome) => !(outcome instanceof Error))).toHaveLength(10);
      for (const { stream } of good) expect(await store().read(stream)).toHaveLength(2);
    });
  });
};
