import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  startEventStoreDbDouble,
  type DoubleOptions,
  type EventStoreDbDouble,
} from '../../../../test/support/eventstoredb-double/eventstoredb.double.js';
import type { Fault } from '../../../../test/support/eventstoredb-double/faults.js';
import { responses } from '../../../../test/support/eventstoredb-double/messages.js';
import { OutcomeUnknown, Unavailable } from '../errors.js';
import { BEGINNING, type EventStore } from '../port.js';
import { listen } from '../testing/contract/listening.js';
import {
  anAggregate,
  anEvent,
  aStream,
  aWrittenStream,
  idsOf,
  settled,
  someEvents,
} from '../testing/contract/samples.js';
import { openEventStoreDb } from './eventstoredb.store.js';

const TIMEOUT_MS = 1_000;

let double: EventStoreDbDouble;
let store: EventStore;
let warnings: string[];

const start = async (options: DoubleOptions = {}): Promise<void> => {
  double = await startEventStoreDbDouble(options);
  warnings = [];
  store = openEventStoreDb({
    connectionString: double.connectionString,
    timeoutMs: TIMEOUT_MS,
    warn: (message) => warnings.push(message),
  });
};

const stop = async (): Promise<void> => {
  double.door.thaw();
  await store.close();
  await double.stop();
};

const timed = async <Value>(call: () => Promise<Value>): Promise<{ value: Value | Error; ms: number }> => {
  const began = performance.now();
  const value = await settled(call());
  return { value, ms: performance.now() - began };
};

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('an append that meets a fault', () => {
  beforeEach(() => start());
  afterEach(stop);

  const mended: readonly Fault[] = [
    { kind: 'loseReply' },
    { kind: 'applyThenCancel' },
    { kind: 'unavailable' },
    { kind: 'cancelled' },
    { kind: 'end' },
    { kind: 'reset' },
    { kind: 'hang' },
    { kind: 'slow', ms: 300 },
  ];
  it.each(mended)('is mended by one repetition with the same ids: %j', async (fault) => {
    const { stream, events } = await aWrittenStream(store, 1);
    double.faults.inject('append', fault);
    const added = someEvents(2);
    expect(await store.append(stream, 0, added)).toMatchObject({ revision: 2 });
    expect(double.faults.left).toBe(0);
    expect(idsOf(await store.read(stream))).toEqual(idsOf([...events, ...added]));
  });

  it.each(mended.filter(({ kind }) => kind !== 'slow'))(
    'says that the outcome is unknown when it meets it twice, in bounded time: %j',
    async (fault) => {
      const { stream } = await aWrittenStream(store, 1);
      double.faults.inject('append', fault, 2);
      const added = someEvents(1);
      const { value, ms } = await timed(() => store.append(stream, 0, added));
      expect(value).toBeInstanceOf(OutcomeUnknown);
      expect(ms).toBeLessThan(2 * TIMEOUT_MS);
      expect(await store.append(stream, 0, added)).toMatchObject({ revision: 1 });
      expect(await store.read(stream)).toHaveLength(2);
    },
  );

  it('goes on after the stream of appends was ended as if all were well', async () => {
    const { stream } = await aWrittenStream(store, 1);
    expect(double.endCalls('append')).toBe(1);
    expect(await store.append(stream, 0, someEvents(1))).toMatchObject({ revision: 1 });
    expect(await store.append(stream, 1, someEvents(1))).toMatchObject({ revision: 2 });
  });
  it('is unavailable, not unknown, where nothing could be sent', async () => {
    await double.door.shut();
    const { value, ms } = await timed(() => store.append(aStream(), 'NoStream', [anEvent()]));
    expect(value).toBeInstanceOf(Unavailable);
    expect(ms).toBeLessThan(2 * TIMEOUT_MS);
    await double.door.open();
    expect(await store.append(aStream(), 'NoStream', [anEvent()])).toMatchObject({ revision: 0 });
  });
  it('leaves no rejection uncaught when many wait on a frozen connection that then breaks', async () => {
    await aWrittenStream(store, 1);
    double.door.freeze();
    const large = { effectiveOn: '2026-04-01', statement: 'x'.repeat(60_000) };
    const waiting = Array.from({ length: 80 }, () =>
      settled(store.append(aStream(), 'NoStream', [anEvent({ data: large })])),
    );
    await turns(50);
    double.door.slam();
    double.door.thaw();
    const outcomes = await Promise.all(waiting);
    expect(outcomes.filter((outcome) => outcome instanceof Error)).toEqual([]);
  });
  it('is sent to the node that leads', async () => {
    const leader = await startEventStoreDbDouble({ log: double.log });
    double.faults.inject('append', { kind: 'notLeader', host: '127.0.0.1', port: leader.port });
    const { stream, events } = await aWrittenStream(store, 2);
    expect(idsOf(await store.read(stream))).toEqual(idsOf(events));
    await store.close();
    await leader.stop();
  });
});

describe('a call to a server that accepts and never answers', () => {
  beforeEach(() => start());
  afterEach(stop);

  it('settles in bounded time, and the next one works once the server answers again', async () => {
    const { stream } = await aWrittenStream(store, 1);
    double.door.freeze();
    for (const call of [() => store.read(stream), () => store.head(), () => store.delete(aStream())]) {
      const { value, ms } = await timed(call as () => Promise<unknown>);
      expect(value).toBeInstanceOf(Unavailable);
      expect(ms).toBeLessThan(2 * TIMEOUT_MS);
    }
    expect(await store.health()).toMatchObject({ ok: false });
    double.door.thaw();
    expect(await store.read(stream)).toHaveLength(1);
  });
  it('settles even when it is the first', async () => {
    double.faults.inject('features', { kind: 'hang' });
    expect(await store.append(aStream(), 'NoStream', [anEvent()])).toMatchObject({ revision: 0 });
  });
});

describe('a subscription that is dropped', () => {
  beforeEach(() => start());
  afterEach(stop);

  const goesOnAfter = async (drop: () => unknown): Promise<void> => {
    const aggregate = anAggregate();
    const stream = aStream(aggregate);
    const before = someEvents(40);
    const after = someEvents(40);
    await store.append(stream, 'NoStream', before);
    const listening = listen(store, { after: BEGINNING, prefixes: [`${aggregate}-`] });
    await listening.until('the first are delivered', () => listening.events().length >= 40);
    await drop();
    await store.append(stream, 39, after);
    await listening.until('all are delivered', () => listening.events().length >= 80);
    await listening.stop();
    expect(idsOf(listening.events())).toEqual(idsOf([...before, ...after]));
  };

  it('goes on after a good end', () => goesOnAfter(() => expect(double.endCalls('subscribe')).toBe(1)));
  it('goes on after it was cancelled', () => goesOnAfter(() => double.endCalls('subscribe', 'cancelled')));
  it('goes on after it was unavailable', () =>
    goesOnAfter(() => double.endCalls('subscribe', 'unavailable')));
  it('goes on after the connection was torn', () => goesOnAfter(() => double.door.slam()));
  it('goes on after the server was away', () =>
    goesOnAfter(async () => {
      await double.door.shut();
      await double.door.open();
    }));
  it('goes on though the server was silent about it', () => goesOnAfter(() => double.silence()));
  it('goes on though the first attempts to go on fail or hang', () =>
    goesOnAfter(() => {
      double.faults.inject('subscribe', { kind: 'unavailable' }, 2);
      double.faults.inject('subscribe', { kind: 'hang' });
      double.endCalls('subscribe');
    }));
  it('comes about though the server is away when it begins', async () => {
    await double.door.shut();
    const aggregate = anAggregate();
    const listening = listen(store, { after: BEGINNING, prefixes: [`${aggregate}-`] });
    await double.door.open();
    const { position } = await aWrittenStream(store, 3, aStream(aggregate));
    await listening.untilCaughtUp(position);
    await listening.stop();
    expect(listening.events()).toHaveLength(3);
  });
  it('fails for a place where no record can begin', async () => {
    const { position } = await aWrittenStream(store, 1);
    const between = `${BigInt(position) + 3n}`.padStart(20, '0');
    await aWrittenStream(store, 1);
    await expect(listen(store, { after: between }).ended).rejects.toThrow(/invalid/);
  });
});

describe('checkpoints', () => {
  beforeEach(() => start());
  afterEach(stop);

  it('wait for the events before them, though the client tells of them while those are still in its buffer', async () => {
    // The server sends a checkpoint for each 500 records; the adapter lets 1,024 deliveries wait, so that the third
    // checkpoint comes when the six events before it are held in the client.
    const aggregate = anAggregate();
    const stream = aStream(aggregate);
    await aWrittenStream(store, 470);
    for (let from = 0; from < 1_200; from += 400)
      await store.append(stream, from === 0 ? 'NoStream' : from - 1, someEvents(400));
    const revisions: number[] = [];
    for await (const delivery of store.subscribe({ after: BEGINNING, prefixes: [`${aggregate}-`] })) {
      if (delivery.kind === 'caughtUp') break;
      if (delivery.kind === 'event' && revisions.push(delivery.event.revision) === 1) await turns(20_000);
    }
    expect(revisions).toEqual(Array.from({ length: 1_200 }, (_, index) => index));
  });
  it('that cannot be are left out, and said', async () => {
    const aggregate = anAggregate();
    const { position } = await aWrittenStream(store, 3, aStream(aggregate));
    const listening = listen(store, { after: BEGINNING, prefixes: [`${aggregate}-`] });
    await listening.untilCaughtUp(position);
    double.tell(responses.checkpoint(18_446_744_073_709_551_615n, 18_446_744_073_709_551_615n));
    double.tell(responses.checkpoint(1n, 1n));
    const later = await aWrittenStream(store, 1, aStream(aggregate));
    await listening.untilCaughtUp(later.position);
    await listening.stop();
    const markers = listening.deliveries.flatMap((each) => (each.kind === 'event' ? [] : [each.position]));
    expect(markers).toEqual(markers.toSorted());
    expect(markers.at(-1)! <= later.position).toBe(true);
    expect(warnings.filter((warning) => warning.includes('impossible checkpoint'))).toHaveLength(2);
  });
});

describe('health', () => {
  afterEach(stop);

  it('says when this machine’s clock is so far behind that appends fail', async () => {
    await start({ clockAheadMs: 12_000 });
    expect(await store.health()).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/clock is 1[12] s behind/),
    });
    expect(await settled(store.append(aStream(), 'NoStream', [anEvent()]))).toBeInstanceOf(OutcomeUnknown);
  });
  it.each(['24.6.0.0', '24.10.4', '25.0.0', '22.10.1'])(
    'says that server %s is not supported',
    async (version) => {
      await start({ version });
      expect(await store.health()).toMatchObject({ ok: false, detail: expect.stringContaining(version) });
    },
  );
  it.each(['23.10.0.0', '24.10.5', '25.0.1', '25.1.0', '26.0.0'])(
    'is well with server %s',
    async (version) => {
      await start({ version });
      expect(await store.health()).toMatchObject({ ok: true, detail: expect.stringContaining(version) });
    },
  );
  it('says when the server is away', async () => {
    await start();
    await double.door.shut();
    expect(await store.health()).toMatchObject({ ok: false, engine: 'eventstoredb' });
  });
});

describe('a server without batched appends', () => {
  beforeEach(() => start({ batches: false }));
  afterEach(stop);

  it('is appended to one call at a time', async () => {
    const { stream, events } = await aWrittenStream(store, 3);
    expect(await settled(store.append(stream, 0, someEvents(1)))).toMatchObject({ expected: 0, actual: 2 });
    expect(idsOf(await store.read(stream))).toEqual(idsOf(events));
  });
});

describe('a cluster', () => {
  it('is found by asking one node for the others', async () => {
    double = await startEventStoreDbDouble();
    store = openEventStoreDb({ connectionString: `esdb+discover://127.0.0.1:${double.port}?tls=false` });
    const { stream, events } = await aWrittenStream(store, 2);
    expect(idsOf(await store.read(stream))).toEqual(idsOf(events));
    await stop();
  });
  it('that cannot be found is unavailable', async () => {
    const url = 'esdb+discover://127.0.0.1:1?tls=false&maxDiscoverAttempts=2';
    const lost = openEventStoreDb({ connectionString: url, warn: () => undefined });
    expect(await settled(lost.append(aStream(), 'NoStream', [anEvent()]))).toBeInstanceOf(Unavailable);
    await lost.close();
  });
});

describe('one process', () => {
  it('has one client: a second server is refused', async () => {
    await start();
    expect(() => openEventStoreDb({ connectionString: 'esdb://127.0.0.1:1?tls=false' })).toThrow(/another/);
    await stop();
    await openEventStoreDb({ connectionString: 'esdb://127.0.0.1:1?tls=false' }).close();
  });
});
