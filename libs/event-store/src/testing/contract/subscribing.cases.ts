import { describe, expect, it } from '@jest/globals';
import { BEGINNING } from '../../port.js';
import { listen } from './listening.js';
import type { Subject } from './opened.js';
import { anAggregate, anEvent, aStream, aWrittenStream, idsOf, someEvents } from './samples.js';

export const subscribing = ({ store, other }: Subject): void => {
  describe('subscribing', () => {
    it('delivers what is in the log from the beginning, in log order', async () => {
      const aggregate = anAggregate();
      const one = await aWrittenStream(store(), 2, aStream(aggregate));
      const two = await aWrittenStream(store(), 1, aStream(aggregate));
      const more = someEvents(2);
      const { position } = await store().append(one.stream, 1, more);
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.untilCaughtUp(position);
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf([...one.events, ...two.events, ...more]));
    });
    it('delivers events as they are read from their stream', async () => {
      const aggregate = anAggregate();
      const { stream, position } = await aWrittenStream(store(), 3, aStream(aggregate));
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.untilCaughtUp(position);
      await listening.stop();
      expect(listening.events()).toEqual(await store().read(stream));
    });
    it('delivers every stream where no prefix is given', async () => {
      const start = await store().head();
      const one = await aWrittenStream(store(), 1);
      const two = await aWrittenStream(store(), 1);
      const listening = listen(store(), { after: start });
      await listening.untilCaughtUp(two.position);
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf([...one.events, ...two.events]));
    });
    it('delivers nothing but what was appended: no housekeeping', async () => {
      const start = await store().head();
      const one = await aWrittenStream(store(), 3);
      const two = await aWrittenStream(store(), 2);
      const three = await aWrittenStream(store(), 1);
      await store().truncate(one.stream, 2);
      await store().delete(two.stream);
      await store().tombstone(three.stream);
      const last = await aWrittenStream(store(), 1);
      const listening = listen(store(), { after: start });
      await listening.untilCaughtUp(last.position);
      await listening.stop();
      const appended = [one, two, three, last].flatMap(({ events }) => events);
      expect(idsOf(listening.events())).toEqual(idsOf(appended));
    });
    it('delivers only what came after a position, from every event there is', async () => {
      const aggregate = anAggregate();
      const { stream, events, position } = await aWrittenStream(store(), 5, aStream(aggregate));
      for (const [index, event] of (await store().read(stream)).entries()) {
        const listening = listen(store(), { after: event.position, prefixes: [`${aggregate}-`] });
        await listening.untilCaughtUp(position);
        await listening.stop();
        expect(idsOf(listening.events())).toEqual(idsOf(events.slice(index + 1)));
      }
    });
    it('delivers only what came after the head', async () => {
      const aggregate = anAggregate();
      const { stream } = await aWrittenStream(store(), 3, aStream(aggregate));
      const listening = listen(store(), { after: await store().head(), prefixes: [`${aggregate}-`] });
      const later = someEvents(2);
      const { position } = await store().append(stream, 2, later);
      await listening.untilCaughtUp(position);
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf(later));
    });
    it('delivers what is appended while it listens, once and in order', async () => {
      const aggregate = anAggregate();
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.untilCaughtUp(await store().head());
      const written: string[] = [];
      const streams = [aStream(aggregate), aStream(aggregate)];
      for (let revision = 0; revision < 20; revision += 1)
        for (const stream of streams) {
          const event = anEvent();
          await store().append(stream, revision === 0 ? 'NoStream' : revision - 1, [event]);
          written.push(event.id);
        }
      await listening.until('all are delivered', () => listening.events().length >= written.length);
      await listening.untilCaughtUp(await store().head());
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(written);
    });
    it('goes from the past to the present without a gap or a repetition', async () => {
      const aggregate = anAggregate();
      const stream = aStream(aggregate);
      const batches = Array.from({ length: 30 }, () => someEvents(50));
      let last = -1;
      const append = async (batch: (typeof batches)[number]): Promise<void> => {
        last = (await store().append(stream, last < 0 ? 'NoStream' : last, batch)).revision;
      };
      for (const batch of batches.slice(0, 15)) await append(batch);
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      for (const batch of batches.slice(15)) await append(batch);
      await listening.until('all are delivered', () => listening.events().length >= 1500);
      await listening.untilCaughtUp(await store().head());
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf(batches.flat()));
    });
    it('delivers what another store appends', async () => {
      const aggregate = anAggregate();
      const listening = listen(await other(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.untilCaughtUp(await store().head());
      const { events, position } = await aWrittenStream(store(), 3, aStream(aggregate));
      await listening.untilCaughtUp(position);
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf(events));
    });
    it('serves several subscribers, each from where it asked', async () => {
      const aggregate = anAggregate();
      const { stream, events } = await aWrittenStream(store(), 4, aStream(aggregate));
      const positions = (await store().read(stream)).map(({ position }) => position);
      const listeners = [BEGINNING, positions[1]!, positions[3]!].map((after) =>
        listen(store(), { after, prefixes: [`${aggregate}-`] }),
      );
      const later = someEvents(1);
      const { position } = await store().append(stream, 3, later);
      await Promise.all(listeners.map((listening) => listening.untilCaughtUp(position)));
      await Promise.all(listeners.map((listening) => listening.stop()));
      const all = [...events, ...later];
      expect(listeners.map((listening) => idsOf(listening.events()))).toEqual(
        [all, all.slice(2), all.slice(4)].map(idsOf),
      );
    });
  });

  describe('subscribing to stream-name prefixes', () => {
    it('delivers the streams of each prefix and no other', async () => {
      const [first, second, third] = [anAggregate(), anAggregate(), anAggregate()];
      const one = await aWrittenStream(store(), 2, aStream(first));
      await aWrittenStream(store(), 2, aStream(second));
      const three = await aWrittenStream(store(), 2, aStream(third));
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${first}-`, `${third}-`] });
      await listening.untilCaughtUp(three.position);
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf([...one.events, ...three.events]));
    });
    it('asks for the beginning of a name, not for a part of it', async () => {
      const aggregate = anAggregate();
      const own = await aWrittenStream(store(), 1, aStream(aggregate));
      await aWrittenStream(store(), 1, `x${aStream(aggregate)}`);
      const last = await aWrittenStream(store(), 1, aStream(`${aggregate}more`));
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.untilCaughtUp(last.position);
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf(own.events));
    });
    it.each(['_', '%', '.', '*', '\\', '[a-z]'])('takes %s in a prefix for itself', async (sign) => {
      const aggregate = anAggregate();
      const own = await aWrittenStream(store(), 1, `${aggregate}${sign}-1`);
      const last = await aWrittenStream(store(), 1, `${aggregate}q-1`);
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}${sign}-`] });
      await listening.untilCaughtUp(last.position);
      await listening.stop();
      expect(idsOf(listening.events())).toEqual(idsOf(own.events));
    });
  });

  describe('the end of a subscription', () => {
    it('comes without an error when it is aborted while it waits', async () => {
      const listening = listen(store(), { after: await store().head() });
      await listening.untilCaughtUp(BEGINNING);
      await expect(listening.stop()).resolves.toBeUndefined();
    });
    it('comes without an error when it is aborted in the middle of a delivery', async () => {
      const aggregate = anAggregate();
      await aWrittenStream(store(), 300, aStream(aggregate));
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.until('one is delivered', () => listening.events().length > 0);
      await expect(listening.stop()).resolves.toBeUndefined();
    });
    it('comes at once when it was aborted before it began', async () => {
      const delivered: unknown[] = [];
      const signal = AbortSignal.abort();
      for await (const delivery of store().subscribe({ after: BEGINNING, signal })) delivered.push(delivery);
      expect(delivered).toEqual([]);
    });
    it('comes when the consumer breaks off, and leaves the store usable', async () => {
      const aggregate = anAggregate();
      const { stream, events } = await aWrittenStream(store(), 3, aStream(aggregate));
      const seen: string[] = [];
      for await (const delivery of store().subscribe({ after: BEGINNING, prefixes: [`${aggregate}-`] }))
        if (delivery.kind === 'event') {
          seen.push(delivery.event.id);
          break;
        }
      expect(seen).toEqual([events[0]!.id]);
      expect(await store().read(stream)).toHaveLength(3);
    });
    it('is nobody else’s', async () => {
      const aggregate = anAggregate();
      const one = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      const two = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await one.stop();
      const { events, position } = await aWrittenStream(store(), 2, aStream(aggregate));
      await two.untilCaughtUp(position);
      await two.stop();
      expect(idsOf(two.events())).toEqual(idsOf(events));
    });
  });
};
