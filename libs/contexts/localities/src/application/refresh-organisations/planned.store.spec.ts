import { describe, expect, it } from '@jest/globals';
import {
  BEGINNING,
  type EventMetadata,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
} from '@alongside/event-store';
import { uuid5 } from '@alongside/kernel';
import { plannedStore } from './planned.store.js';

const event = (name: string): NewEvent => ({
  id: uuid5(name),
  type: 'OrganisationRenamed',
  data: { name },
  metadata: {} as EventMetadata,
});
const recorded = (name: string, revision: number): RecordedEvent => ({
  ...event(name),
  stream: 'organisation-1',
  revision,
  position: BEGINNING,
});

/** A log of one stream that fails the spec if anything is written to it. */
const readOnly = (events: readonly RecordedEvent[]): EventStore =>
  ({
    read: (stream: string) => Promise.resolve(stream === 'organisation-1' ? events : []),
    head: () => Promise.resolve(BEGINNING),
    append: () => Promise.reject(new Error('written')),
  }) as unknown as EventStore;

describe('a log that is only tried out', () => {
  it('shows what was appended after what is there, and passes nothing on', async () => {
    const store = plannedStore(readOnly([recorded('first', 0)]));
    expect(await store.append('organisation-1', 0, [event('second'), event('third')])).toMatchObject({
      revision: 2,
    });
    const names = (events: readonly RecordedEvent[]) =>
      events.map(({ data, revision }) => [data['name'], revision]);
    expect(names(await store.read('organisation-1'))).toEqual([
      ['first', 0],
      ['second', 1],
      ['third', 2],
    ]);
    expect(names(await store.read('organisation-1', { direction: 'backwards', from: 1, max: 1 }))).toEqual([
      ['second', 1],
    ]);
    expect(await store.read('organisation-2')).toEqual([]);
  });
  it('begins a stream that is not there', async () => {
    const store = plannedStore(readOnly([]));
    await store.append('organisation-2', 'NoStream', [event('first')]);
    expect(await store.read('organisation-2', { from: 0 })).toMatchObject([
      { revision: 0, stream: 'organisation-2' },
    ]);
  });
  it.each(['delete', 'tombstone'] as const)('refuses to %s', async (name) => {
    await expect(plannedStore(readOnly([]))[name]('organisation-1')).rejects.toThrow('tried out');
  });
});
