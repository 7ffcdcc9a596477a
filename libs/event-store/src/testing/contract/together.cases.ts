import { describe, expect, it } from '@jest/globals';
import { Unavailable, WrongExpectedRevision } from '../../errors.js';
import { BEGINNING, isPosition, type EventStore } from '../../port.js';
import { listen } from './listening.js';
import type { Subject } from './opened.js';
import { anAggregate, anEvent, aStream, aWrittenStream, idsOf, settled, someEvents } from './samples.js';

const MAX_CONFLICTS = 2_000;

/** Appends each event after whatever is last, however often another writer comes first. Answers its ids. */
const contend = async (store: EventStore, stream: string, count: number): Promise<readonly string[]> => {
  const events = someEvents(count);
  let conflicts = 0;
  for (const event of events)
    for (;;) {
      const [last] = await store.read(stream, { direction: 'backwards', max: 1 });
      const outcome = await settled(store.append(stream, last ? last.revision : 'NoStream', [event]));
      if (!(outcome instanceof Error)) break;
      if (!(outcome instanceof WrongExpectedRevision) || (conflicts += 1) > MAX_CONFLICTS) throw outcome;
    }
  return idsOf(events);
};

export const together = ({ store, other, fresh }: Subject): void => {
  describe('several writers', () => {
    it('of one revision: one of them wins, through one store', async () => {
      const { stream } = await aWrittenStream(store(), 1);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => settled(store().append(stream, 0, someEvents(1)))),
      );
      expect(outcomes.filter((outcome) => !(outcome instanceof Error))).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome instanceof WrongExpectedRevision)).toHaveLength(19);
      expect(await store().read(stream)).toHaveLength(2);
    });
    it('of one revision: one of them wins, through two stores', async () => {
      const { stream } = await aWrittenStream(store(), 1);
      const stores = [store(), await other()];
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          settled(stores[index % 2]!.append(stream, 0, someEvents(1))),
        ),
      );
      expect(outcomes.filter((outcome) => !(outcome instanceof Error))).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome instanceof WrongExpectedRevision)).toHaveLength(19);
      expect(await store().read(stream)).toHaveLength(2);
    });
    it('of the same append through two stores: both are told that it is done', async () => {
      const stream = aStream();
      const events = someEvents(3);
      const [one, two] = [store(), await other()];
      const [first, second] = await Promise.all([
        one.append(stream, 'NoStream', events),
        two.append(stream, 'NoStream', events),
      ]);
      expect(first).toEqual(second);
      expect(idsOf(await store().read(stream))).toEqual(idsOf(events));
    });
    it('of many streams at once hinder one another in nothing', async () => {
      const written = await Promise.all(Array.from({ length: 60 }, () => aWrittenStream(store(), 2)));
      for (const { stream, events } of written)
        expect(idsOf(await store().read(stream))).toEqual(idsOf(events));
    });
    it('of one contended stream through two stores all get there, and subscribers see what readers see', async () => {
      const aggregate = anAggregate();
      const stream = aStream(aggregate);
      const stores = [store(), await other()];
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      const written = await Promise.all(
        Array.from({ length: 6 }, (_, writer) => contend(stores[writer % 2]!, stream, 8)),
      );
      await listening.until('all are delivered', () => listening.events().length >= 48);
      await listening.stop();
      const recorded = await store().read(stream);
      expect(recorded.map(({ revision }) => revision)).toEqual(
        Array.from({ length: 48 }, (_, index) => index),
      );
      expect(idsOf(recorded).toSorted()).toEqual(written.flat().toSorted());
      expect(listening.events()).toEqual(recorded);
    });
    it('through two stores make one log, which every subscriber sees in the same order', async () => {
      const aggregate = anAggregate();
      const stores = [store(), await other()];
      const listeners = stores.map((each) => listen(each, { after: BEGINNING, prefixes: [`${aggregate}-`] }));
      await Promise.all(
        Array.from({ length: 40 }, (_, index) => aWrittenStream(stores[index % 2]!, 3, aStream(aggregate))),
      );
      for (const listening of listeners)
        await listening.until('all are delivered', () => listening.events().length >= 120);
      await Promise.all(listeners.map((listening) => listening.stop()));
      const [one, two] = listeners.map((listening) => listening.events());
      expect(one).toEqual(two);
      expect(new Set(idsOf(one!)).size).toBe(120);
      expect(one!.map(({ position }) => position)).toEqual(one!.map(({ position }) => position).toSorted());
    });
    it('read at once what another store has written', async () => {
      const second = await other();
      for (let turn = 0; turn < 10; turn += 1) {
        const { stream, events } = await aWrittenStream(store(), 2);
        expect(idsOf(await second.read(stream))).toEqual(idsOf(events));
      }
    });
  });

  describe('the head', () => {
    it('is at or after the last event', async () => {
      const { position } = await aWrittenStream(store(), 3);
      const head = await store().head();
      expect(isPosition(head)).toBe(true);
      expect(head >= position).toBe(true);
    });
    it('is before whatever is appended later, through any store', async () => {
      await aWrittenStream(store(), 1);
      const head = await (await other()).head();
      const { stream } = await aWrittenStream(store(), 1);
      expect((await store().read(stream))[0]!.position > head).toBe(true);
    });
    it('is not moved by an append that is refused', async () => {
      const { stream } = await aWrittenStream(store(), 1);
      const head = await store().head();
      await settled(store().append(stream, 'NoStream', someEvents(3)));
      expect(await store().head()).toBe(head);
    });
  });

  describe('a store', () => {
    it('says that it is well, and which engine it is', async () => {
      const { ok, engine, detail } = await store().health();
      expect(ok).toBe(true);
      expect(['postgres', 'eventstoredb']).toContain(engine);
      expect(detail).not.toBe('');
    });
    it('finishes what is on its way before it closes', async () => {
      const closing = await fresh();
      const streams = Array.from({ length: 20 }, () => aStream());
      const appends = streams.map((stream) => closing.store.append(stream, 'NoStream', [anEvent()]));
      await closing.store.close();
      expect(await Promise.all(appends)).toHaveLength(20);
      await closing.close();
    });
    it('ends its subscriptions without an error when it closes', async () => {
      const closing = await fresh();
      const listening = listen(closing.store, { after: BEGINNING, prefixes: [`${anAggregate()}-`] });
      await listening.until('caught up', () => listening.deliveries.length > 0);
      await closing.store.close();
      await expect(listening.ended).resolves.toBeUndefined();
      await closing.close();
    });
    it('is unavailable once it is closed, however often', async () => {
      const closing = await fresh();
      await closing.store.close();
      await closing.store.close();
      await expect(closing.store.append(aStream(), 'NoStream', [anEvent()])).rejects.toThrow(Unavailable);
      await expect(closing.store.read(aStream())).rejects.toThrow(Unavailable);
      await closing.close();
    });
  });
};
