import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { WrongExpectedRevision } from '../../errors.js';
import { isPosition, type ExpectedRevision } from '../../port.js';
import type { Subject } from './opened.js';
import { anEvent, aStream, aWrittenStream, idsOf, settled, someEvents } from './samples.js';

const lengths = [0, 1, 3];
const claims: readonly ExpectedRevision[] = ['NoStream', 0, 1, 2, 3, 10];

const rightful = (length: number): ExpectedRevision => (length === 0 ? 'NoStream' : length - 1);

export const appending = ({ store }: Subject): void => {
  describe('appending after the revision that was read', () => {
    for (const length of lengths)
      for (const claim of claims)
        if (claim === rightful(length))
          it(`writes to a stream of ${length} events after ${claim}`, async () => {
            const { stream, events } = await aWrittenStream(store(), length);
            const added = someEvents(2);
            const { revision } = await store().append(stream, claim, added);
            expect(revision).toBe(length + 1);
            expect(idsOf(await store().read(stream))).toEqual(idsOf([...events, ...added]));
          });
        else
          it(`refuses to write to a stream of ${length} events after ${claim}`, async () => {
            const { stream, events, last } = await aWrittenStream(store(), length);
            const refusal = await settled(store().append(stream, claim, someEvents(2)));
            expect(refusal).toBeInstanceOf(WrongExpectedRevision);
            expect(refusal).toMatchObject({ stream, expected: claim, actual: last });
            expect(idsOf(await store().read(stream))).toEqual(idsOf(events));
          });

    it('takes what was refused once it is said after the right revision', async () => {
      const { stream, events } = await aWrittenStream(store(), 1);
      const late = someEvents(1);
      await expect(store().append(stream, 'NoStream', late)).rejects.toThrow(WrongExpectedRevision);
      await store().append(stream, 0, late);
      expect(idsOf(await store().read(stream))).toEqual(idsOf([...events, ...late]));
    });
    it('keeps the order of a batch', async () => {
      const stream = aStream();
      const events = someEvents(400);
      const { revision } = await store().append(stream, 'NoStream', events);
      const recorded = await store().read(stream);
      expect(revision).toBe(399);
      expect(idsOf(recorded)).toEqual(idsOf(events));
      expect(recorded.map((event) => event.revision)).toEqual(events.map((_, index) => index));
    });
    it('counts revisions in each stream by itself', async () => {
      const one = await aWrittenStream(store(), 3);
      const other = await aWrittenStream(store(), 1);
      expect(await store().append(other.stream, 0, someEvents(1))).toMatchObject({ revision: 1 });
      expect(await store().append(one.stream, 2, someEvents(1))).toMatchObject({ revision: 3 });
    });
  });

  describe('positions', () => {
    it('are fixed-width text', async () => {
      const { stream, position } = await aWrittenStream(store(), 2);
      const recorded = await store().read(stream);
      expect([position, ...recorded.map((event) => event.position)].every(isPosition)).toBe(true);
    });
    it('answer an append with where its last event stands', async () => {
      const { stream, position } = await aWrittenStream(store(), 3);
      expect((await store().read(stream)).at(-1)?.position).toBe(position);
    });
    it('grow with every event of a batch and with every append, whatever the stream', async () => {
      const one = await aWrittenStream(store(), 3);
      const other = await aWrittenStream(store(), 3);
      await store().append(one.stream, 2, someEvents(2));
      const first = (await store().read(one.stream)).map(({ position }) => position);
      const second = (await store().read(other.stream)).map(({ position }) => position);
      const inOrder = [...first.slice(0, 3), ...second, ...first.slice(3)];
      expect(inOrder).toEqual([...new Set(inOrder)].sort());
    });
  });

  describe('the same append again', () => {
    it('is answered as the first was, for a new stream', async () => {
      const stream = aStream();
      const events = someEvents(1);
      const first = await store().append(stream, 'NoStream', events);
      expect(await store().append(stream, 'NoStream', events)).toEqual(first);
      expect(await store().read(stream)).toHaveLength(1);
    });
    it('is answered as the first was, for a stream that goes on', async () => {
      const { stream } = await aWrittenStream(store(), 2);
      const events = someEvents(3);
      const first = await store().append(stream, 1, events);
      expect(await store().append(stream, 1, events)).toEqual(first);
      expect(await store().read(stream)).toHaveLength(5);
    });
    it('is answered as the first was, though others have written since', async () => {
      const { stream } = await aWrittenStream(store(), 1);
      const events = someEvents(2);
      const first = await store().append(stream, 0, events);
      await store().append(stream, 2, someEvents(4));
      expect(await store().append(stream, 0, events)).toEqual(first);
      expect(await store().read(stream)).toHaveLength(7);
    });
    it('is answered alike however often and at once it comes', async () => {
      const stream = aStream();
      const events = someEvents(2);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => store().append(stream, 'NoStream', events)),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(idsOf(await store().read(stream))).toEqual(idsOf(events));
    });
    it('is known by its ids: what was recorded first stays', async () => {
      const stream = aStream();
      const event = anEvent({ data: { effectiveOn: '2026-04-01', minutes: 45 } });
      await store().append(stream, 'NoStream', [event]);
      await store().append(stream, 'NoStream', [
        { ...event, data: { effectiveOn: '2026-04-02', minutes: 90 } },
      ]);
      expect((await store().read(stream)).map(({ data }) => data)).toEqual([event.data]);
    });
    it('may be the leading part of what was appended', async () => {
      const stream = aStream();
      const events = someEvents(3);
      await store().append(stream, 'NoStream', events);
      expect(await store().append(stream, 'NoStream', events.slice(0, 2))).toMatchObject({ revision: 1 });
    });
    it('is another append when one id differs', async () => {
      const stream = aStream();
      const events = someEvents(3);
      await store().append(stream, 'NoStream', events);
      const altered = events.map((event, index) => (index === 2 ? { ...event, id: randomUUID() } : event));
      await expect(store().append(stream, 'NoStream', altered)).rejects.toThrow(WrongExpectedRevision);
      expect(idsOf(await store().read(stream))).toEqual(idsOf(events));
    });
    it('is another append when its events come in another order', async () => {
      const stream = aStream();
      const events = someEvents(2);
      await store().append(stream, 'NoStream', events);
      await expect(store().append(stream, 'NoStream', events.toReversed())).rejects.toThrow(
        WrongExpectedRevision,
      );
    });
    it('is another append when it goes on beyond what was stored', async () => {
      const stream = aStream();
      const events = someEvents(2);
      await store().append(stream, 'NoStream', events);
      const longer = [...events, anEvent()];
      await expect(store().append(stream, 'NoStream', longer)).rejects.toThrow(WrongExpectedRevision);
      expect(await store().read(stream)).toHaveLength(2);
    });
    it('is another append when it comes with new ids', async () => {
      const stream = aStream();
      const event = anEvent();
      await store().append(stream, 'NoStream', [event]);
      await expect(store().append(stream, 'NoStream', [{ ...event, id: randomUUID() }])).rejects.toThrow(
        WrongExpectedRevision,
      );
    });
  });
};
