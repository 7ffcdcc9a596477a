import { describe, expect, it } from '@jest/globals';
import { StreamDeleted, WrongExpectedRevision } from '../../errors.js';
import { BEGINNING } from '../../port.js';
import { listen } from './listening.js';
import type { Subject } from './opened.js';
import { anAggregate, aStream, aWrittenStream, idsOf, someEvents } from './samples.js';

const revisionsOf = (events: readonly { readonly revision: number }[]): readonly number[] =>
  events.map(({ revision }) => revision);

export const housekeeping = ({ store }: Subject): void => {
  describe('truncating a stream', () => {
    it('hides what came before, in both directions', async () => {
      const { stream } = await aWrittenStream(store(), 5);
      await store().truncate(stream, 3);
      expect(revisionsOf(await store().read(stream))).toEqual([3, 4]);
      expect(revisionsOf(await store().read(stream, { direction: 'backwards' }))).toEqual([4, 3]);
    });
    it('lets a read from a hidden revision begin with the first that shows', async () => {
      const { stream } = await aWrittenStream(store(), 6);
      await store().truncate(stream, 3);
      expect(revisionsOf(await store().read(stream, { from: 1, max: 2 }))).toEqual([3, 4]);
    });
    it('goes on counting', async () => {
      const { stream } = await aWrittenStream(store(), 3);
      await store().truncate(stream, 2);
      expect(await store().append(stream, 2, someEvents(1))).toMatchObject({ revision: 3 });
      await expect(store().append(stream, 'NoStream', someEvents(1))).rejects.toThrow(WrongExpectedRevision);
      expect(revisionsOf(await store().read(stream))).toEqual([2, 3]);
    });
    it('of all there is leaves a stream that still exists', async () => {
      const { stream } = await aWrittenStream(store(), 3);
      await store().truncate(stream, 3);
      expect(await store().read(stream)).toEqual([]);
      await expect(store().append(stream, 'NoStream', someEvents(1))).rejects.toMatchObject({ actual: 2 });
      expect(await store().append(stream, 2, someEvents(1))).toMatchObject({ revision: 3 });
      expect(revisionsOf(await store().read(stream))).toEqual([3]);
    });
    it('may be done again, further on', async () => {
      const { stream } = await aWrittenStream(store(), 5);
      await store().truncate(stream, 1);
      await store().truncate(stream, 4);
      expect(revisionsOf(await store().read(stream))).toEqual([4]);
    });
    it('touches no other stream', async () => {
      const { stream } = await aWrittenStream(store(), 3);
      const other = await aWrittenStream(store(), 3);
      await store().truncate(stream, 2);
      expect(await store().read(other.stream)).toHaveLength(3);
    });
    it('hides nothing from subscribers', async () => {
      const aggregate = anAggregate();
      const { stream, events, position } = await aWrittenStream(store(), 4, aStream(aggregate));
      await store().truncate(stream, 3);
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.untilCaughtUp(position);
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf(events));
    });
  });

  describe('deleting a stream', () => {
    it('hides all its events', async () => {
      const { stream } = await aWrittenStream(store(), 3);
      await store().delete(stream);
      expect(await store().read(stream)).toEqual([]);
      expect(await store().read(stream, { direction: 'backwards', max: 1 })).toEqual([]);
    });
    it('lets it be written again after its last revision, and goes on counting', async () => {
      const { stream } = await aWrittenStream(store(), 3);
      await store().delete(stream);
      const later = someEvents(2);
      expect(await store().append(stream, 2, later)).toMatchObject({ revision: 4 });
      const recorded = await store().read(stream);
      expect(revisionsOf(recorded)).toEqual([3, 4]);
      expect(idsOf(recorded)).toEqual(idsOf(later));
    });
    it('lets it be written again as one that does not exist, and goes on counting', async () => {
      const { stream } = await aWrittenStream(store(), 3);
      await store().delete(stream);
      expect(await store().append(stream, 'NoStream', someEvents(2))).toMatchObject({ revision: 4 });
      expect(revisionsOf(await store().read(stream))).toEqual([3, 4]);
    });
    it('still refuses another revision than the last', async () => {
      const { stream } = await aWrittenStream(store(), 3);
      await store().delete(stream);
      await expect(store().append(stream, 1, someEvents(1))).rejects.toMatchObject({ actual: 2 });
      await expect(store().append(stream, 3, someEvents(1))).rejects.toMatchObject({ actual: 2 });
      expect(await store().read(stream)).toEqual([]);
    });
    it('makes it exist again with the first event written', async () => {
      const { stream } = await aWrittenStream(store(), 2);
      await store().delete(stream);
      await store().append(stream, 'NoStream', someEvents(1));
      await expect(store().append(stream, 'NoStream', someEvents(1))).rejects.toMatchObject({ actual: 2 });
      expect(await store().append(stream, 2, someEvents(1))).toMatchObject({ revision: 3 });
      expect(revisionsOf(await store().read(stream))).toEqual([2, 3]);
    });
    it('may be done again after it was written again', async () => {
      const { stream } = await aWrittenStream(store(), 2);
      await store().delete(stream);
      await store().append(stream, 1, someEvents(1));
      await store().delete(stream);
      expect(await store().read(stream)).toEqual([]);
      expect(await store().append(stream, 2, someEvents(1))).toMatchObject({ revision: 3 });
      expect(revisionsOf(await store().read(stream))).toEqual([3]);
    });
    it('hides nothing from subscribers', async () => {
      const aggregate = anAggregate();
      const { stream, events } = await aWrittenStream(store(), 2, aStream(aggregate));
      await store().delete(stream);
      const later = someEvents(1);
      const { position } = await store().append(stream, 1, later);
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.untilCaughtUp(position);
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf([...events, ...later]));
    });
  });

  describe('a tombstone', () => {
    it('refuses readers and writers for ever', async () => {
      const { stream } = await aWrittenStream(store(), 2);
      await store().tombstone(stream);
      await expect(store().read(stream)).rejects.toThrow(StreamDeleted);
      await expect(store().read(stream, { direction: 'backwards', max: 1 })).rejects.toThrow(StreamDeleted);
      await expect(store().append(stream, 1, someEvents(1))).rejects.toThrow(StreamDeleted);
      await expect(store().append(stream, 'NoStream', someEvents(1))).rejects.toMatchObject({ stream });
    });
    it('refuses even what was appended before', async () => {
      const { stream, events } = await aWrittenStream(store(), 2);
      await store().tombstone(stream);
      await expect(store().append(stream, 'NoStream', events)).rejects.toThrow(StreamDeleted);
    });
    it('may stand on a stream that was deleted', async () => {
      const { stream } = await aWrittenStream(store(), 2);
      await store().delete(stream);
      await store().tombstone(stream);
      await expect(store().read(stream)).rejects.toThrow(StreamDeleted);
    });
    it('may stand where there never was a stream', async () => {
      const stream = aStream();
      await store().tombstone(stream);
      await expect(store().append(stream, 'NoStream', someEvents(1))).rejects.toThrow(StreamDeleted);
    });
    it('touches no other stream', async () => {
      const { stream } = await aWrittenStream(store(), 1);
      const other = await aWrittenStream(store(), 1);
      await store().tombstone(stream);
      expect(await store().append(other.stream, 0, someEvents(1))).toMatchObject({ revision: 1 });
    });
  });
};
