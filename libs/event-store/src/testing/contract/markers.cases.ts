import { describe, expect, it } from '@jest/globals';
import { BEGINNING, type Delivery } from '../../port.js';
import { listen } from './listening.js';
import type { Subject } from './opened.js';
import { anAggregate, anEvent, aStream, aWrittenStream, idsOf, positionOf, someEvents } from './samples.js';

/** Every event stands after everything said before it, and no marker goes back. */
const isInOrder = (deliveries: readonly Delivery[]): boolean =>
  deliveries.every((delivery, index) => {
    const before = deliveries[index - 1];
    if (!before) return true;
    return delivery.kind === 'event'
      ? positionOf(delivery) > positionOf(before)
      : positionOf(delivery) >= positionOf(before);
  });

export const markers = ({ store }: Subject): void => {
  describe('the markers between events', () => {
    it('say caught up where there is nothing to deliver', async () => {
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${anAggregate()}-`] });
      await listening.until('caught up', () => listening.deliveries.some(({ kind }) => kind === 'caughtUp'));
      await listening.stop();
      expect(listening.events()).toEqual([]);
    });
    it('say caught up only after everything that was there', async () => {
      const aggregate = anAggregate();
      await aWrittenStream(store(), 250, aStream(aggregate));
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.until('caught up', () => listening.deliveries.some(({ kind }) => kind === 'caughtUp'));
      await listening.stop();
      const marker = listening.deliveries.findIndex(({ kind }) => kind === 'caughtUp');
      expect(listening.deliveries.slice(0, marker).filter(({ kind }) => kind === 'event')).toHaveLength(250);
    });
    it('say caught up again at each pause', async () => {
      const aggregate = anAggregate();
      const stream = aStream(aggregate);
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      for (let written = 0; written < 5; written += 1) {
        const { position } = await store().append(stream, written === 0 ? 'NoStream' : written - 1, [
          anEvent(),
        ]);
        await listening.untilCaughtUp(position);
        expect(listening.events()).toHaveLength(written + 1);
      }
      await listening.stop();
    });
    it('never overtake an event and never go back', async () => {
      const aggregate = anAggregate();
      const stream = aStream(aggregate);
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      let last = -1;
      for (let round = 0; round < 20; round += 1) {
        last = (await store().append(stream, last < 0 ? 'NoStream' : last, someEvents(1 + (round % 5))))
          .revision;
        await aWrittenStream(store(), 3);
      }
      await listening.until('all are delivered', () => listening.events().length > last);
      await listening.untilCaughtUp(await store().head());
      await listening.stop();
      expect(isInOrder(listening.deliveries)).toBe(true);
      expect(listening.events().map(({ revision }) => revision)).toEqual(
        Array.from({ length: last + 1 }, (_, index) => index),
      );
    });
    it('are places to go on from: nothing is lost and nothing repeated', async () => {
      const aggregate = anAggregate();
      const stream = aStream(aggregate);
      const events = someEvents(120);
      await store().append(stream, 'NoStream', events.slice(0, 100));
      const listening = listen(store(), { after: BEGINNING, prefixes: [`${aggregate}-`] });
      await listening.until('caught up', () => listening.deliveries.some(({ kind }) => kind === 'caughtUp'));
      const { position } = await store().append(stream, 99, events.slice(100));
      await listening.untilCaughtUp(position);
      await listening.stop();
      const places = listening.deliveries.flatMap((delivery, index) =>
        delivery.kind === 'event' ? [] : [index],
      );
      for (const index of places) {
        const delivered = listening.deliveries
          .slice(0, index + 1)
          .filter(({ kind }) => kind === 'event').length;
        const rest = listen(store(), {
          after: positionOf(listening.deliveries[index]!),
          prefixes: [`${aggregate}-`],
        });
        await rest.untilCaughtUp(position);
        await rest.stop();
        expect(idsOf(rest.events())).toEqual(idsOf(events.slice(delivered)));
      }
      expect(places.length).toBeGreaterThan(1);
    });
    it('move on past what the prefixes keep back', async () => {
      const start = await store().head();
      const listening = listen(store(), { after: start, prefixes: [`${anAggregate()}-`] });
      const foreign = await aWrittenStream(store(), 300);
      const hundredth = (await store().read(foreign.stream, { from: 99, max: 1 }))[0]!.position;
      await listening.until('a marker past foreign events', () =>
        listening.deliveries.some((delivery) => positionOf(delivery) >= hundredth),
      );
      await listening.stop();
      expect(listening.events()).toEqual([]);
    });
    it('wait for a slow consumer', async () => {
      const aggregate = anAggregate();
      const { events, position } = await aWrittenStream(store(), 60, aStream(aggregate));
      const seen: string[] = [];
      const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
      for await (const delivery of store().subscribe({ after: BEGINNING, prefixes: [`${aggregate}-`] })) {
        await turn();
        if (delivery.kind === 'event') seen.push(delivery.event.id);
        else if (delivery.kind === 'caughtUp' && delivery.position >= position) break;
        else expect(seen).toEqual(idsOf(events).slice(0, seen.length));
      }
      expect(seen).toEqual(idsOf(events));
    });
  });
};
