import { randomUUID } from 'node:crypto';
import {
  BEGINNING,
  type Delivery,
  type EventMetadata,
  type EventStore,
  type NewEvent,
  type Position,
} from '../../port.js';

/** A kind of stream that no other case writes to. */
export const anAggregate = (): string => `case${randomUUID().replaceAll('-', '')}`;

export const aStream = (aggregate = anAggregate()): string => `${aggregate}-${randomUUID()}`;

export const someMetadata = (over: Partial<EventMetadata> = {}): EventMetadata => ({
  actor: '5b0c2b0e-55a4-4a0f-9d65-0d1f5e0f7a01',
  organisation: '0c7a51de-8f2e-4a53-a7bb-9b8f9b4a9a02',
  locality: null,
  client: 'contract-suite',
  commandId: randomUUID(),
  commandHash: 'bGl2ZWQgZXhwZXJpZW5jZQ',
  correlation: randomUUID(),
  causation: null,
  recordedAt: '2026-04-01T09:30:00.000Z',
  version: 1,
  ...over,
});

export const anEvent = (over: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'SupervisionHeld',
  data: { effectiveOn: '2026-04-01', kind: 'peer', minutes: 60 },
  metadata: someMetadata(),
  ...over,
});

export const someEvents = (count: number): readonly NewEvent[] =>
  Array.from({ length: count }, (_, index) =>
    anEvent({ data: { effectiveOn: '2026-04-01', number: index, kind: 'practice' } }),
  );

/** A stream of its own with `count` events in it. */
export const aWrittenStream = async (store: EventStore, count: number, stream = aStream()) => {
  const events = someEvents(count);
  if (count === 0) return { stream, events, last: 'NoStream' as const, position: BEGINNING };
  const { position } = await store.append(stream, 'NoStream', events);
  return { stream, events, last: count - 1, position };
};

export const idsOf = (events: readonly NewEvent[]): readonly string[] => events.map(({ id }) => id);

export const positionOf = (delivery: Delivery): Position =>
  delivery.kind === 'event' ? delivery.event.position : delivery.position;

export const settled = async <Value>(promise: Promise<Value>): Promise<Value | Error> =>
  promise.catch((error: unknown) => error as Error);
