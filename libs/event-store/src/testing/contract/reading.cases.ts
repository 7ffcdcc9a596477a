import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadOptions } from '../../port.js';
import type { Subject } from './opened.js';
import { aStream, aWrittenStream, idsOf, someEvents } from './samples.js';

interface Case {
  readonly asks: string;
  readonly options: ReadOptions;
  readonly revisions: readonly number[];
}

const ofSix: readonly Case[] = [
  { asks: 'forwards where nothing is said', options: {}, revisions: [0, 1, 2, 3, 4, 5] },
  { asks: 'forwards', options: { direction: 'forwards' }, revisions: [0, 1, 2, 3, 4, 5] },
  { asks: 'backwards', options: { direction: 'backwards' }, revisions: [5, 4, 3, 2, 1, 0] },
  { asks: 'from a revision, with it', options: { from: 2 }, revisions: [2, 3, 4, 5] },
  { asks: 'from the first revision', options: { from: 0 }, revisions: [0, 1, 2, 3, 4, 5] },
  { asks: 'from the last revision', options: { from: 5 }, revisions: [5] },
  { asks: 'from beyond the end', options: { from: 6 }, revisions: [] },
  { asks: 'no more than asked for', options: { max: 2 }, revisions: [0, 1] },
  { asks: 'what there is when more is asked for', options: { max: 100 }, revisions: [0, 1, 2, 3, 4, 5] },
  { asks: 'the last event', options: { direction: 'backwards', max: 1 }, revisions: [5] },
  { asks: 'a page', options: { from: 2, max: 3 }, revisions: [2, 3, 4] },
  {
    asks: 'backwards from a revision, with it',
    options: { direction: 'backwards', from: 3 },
    revisions: [3, 2, 1, 0],
  },
  { asks: 'backwards from the first revision', options: { direction: 'backwards', from: 0 }, revisions: [0] },
  { asks: 'a page backwards', options: { direction: 'backwards', from: 4, max: 2 }, revisions: [4, 3] },
];

export const reading = ({ store }: Subject): void => {
  describe('reading a stream', () => {
    let six = '';
    beforeAll(async () => {
      six = (await aWrittenStream(store(), 6)).stream;
    });

    for (const { asks, options, revisions } of ofSix)
      it(`answers ${asks}`, async () => {
        expect((await store().read(six, options)).map(({ revision }) => revision)).toEqual(revisions);
      });

    it('answers nothing for a stream that does not exist', async () => {
      expect(await store().read(aStream())).toEqual([]);
      expect(await store().read(aStream(), { direction: 'backwards', max: 1 })).toEqual([]);
    });
    it('answers everything that was said of an event, and where it stands', async () => {
      const { stream, events, position } = await aWrittenStream(store(), 1);
      expect(await store().read(stream)).toEqual([{ ...events[0]!, stream, revision: 0, position }]);
    });
    it('answers a long stream whole', async () => {
      const stream = aStream();
      const batches = [someEvents(600), someEvents(600), someEvents(600)];
      await store().append(stream, 'NoStream', batches[0]!);
      await store().append(stream, 599, batches[1]!);
      await store().append(stream, 1199, batches[2]!);
      expect(idsOf(await store().read(stream))).toEqual(idsOf(batches.flat()));
      expect(idsOf(await store().read(stream, { direction: 'backwards' }))).toEqual(
        idsOf(batches.flat()).toReversed(),
      );
    });
    it('answers the events of no other stream, however alike the names', async () => {
      const { stream, events } = await aWrittenStream(store(), 1);
      await aWrittenStream(store(), 2, `${stream}0`);
      await aWrittenStream(store(), 2, stream.slice(0, -1));
      expect(idsOf(await store().read(stream))).toEqual(idsOf(events));
    });
    it('answers at once with what was just written, append after append', async () => {
      const stream = aStream();
      for (let written = 0; written < 20; written += 1) {
        await store().append(stream, written === 0 ? 'NoStream' : written - 1, someEvents(1));
        expect(await store().read(stream)).toHaveLength(written + 1);
      }
    });
  });
};
