/** One process of the load test: several writers on one store. Told what to do by its parent, tells it what it wrote. */
import { randomUUID } from 'node:crypto';
import {
  openPostgresEventStore,
  WrongExpectedRevision,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
} from '@alongside/event-store';
import { anEvent } from '../src/testing/contract/samples.js';

export interface LoadOrder {
  readonly connectionString: string;
  readonly writers: number;
  readonly eventsEach: number;
  /** Streams that every process writes to, too: each fifth event goes to one of them. */
  readonly contended: readonly string[];
}

export interface LoadReport {
  readonly ids: readonly string[];
  readonly conflicts: number;
  readonly tookMs: number;
}

const lastOf = async (store: EventStore, stream: string): Promise<ExpectedRevision> =>
  (await store.read(stream, { direction: 'backwards', max: 1 }))[0]?.revision ?? 'NoStream';

/** Answers how often another writer came first. */
const contend = async (store: EventStore, stream: string, event: NewEvent): Promise<number> => {
  for (let conflicts = 0; ; conflicts += 1)
    try {
      await store.append(stream, await lastOf(store, stream), [event]);
      return conflicts;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || conflicts > 500) throw error;
    }
};

const write = async (store: EventStore, order: LoadOrder, ids: string[]): Promise<number> => {
  const own = `load-${randomUUID()}`;
  let last: ExpectedRevision = 'NoStream';
  let conflicts = 0;
  for (let written = 0; written < order.eventsEach; written += 1) {
    const event = anEvent();
    if (written % 5 === 4)
      conflicts += await contend(store, order.contended[written % order.contended.length]!, event);
    else last = (await store.append(own, last, [event])).revision;
    ids.push(event.id);
  }
  return conflicts;
};

const carryOut = async (order: LoadOrder): Promise<LoadReport> => {
  const store = await openPostgresEventStore({ connectionString: order.connectionString });
  const ids: string[] = [];
  const start = performance.now();
  const conflicts = await Promise.all(Array.from({ length: order.writers }, () => write(store, order, ids)));
  const tookMs = performance.now() - start;
  await store.close();
  return { ids, conflicts: conflicts.reduce((sum, each) => sum + each, 0), tookMs };
};

process.once('message', (order: LoadOrder) => {
  carryOut(order).then(
    (report) => process.send!(report, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.send!('ready');
