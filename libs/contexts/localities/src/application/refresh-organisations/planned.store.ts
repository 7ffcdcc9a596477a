import type { AppendResult, EventStore, ReadOptions, RecordedEvent } from '@alongside/event-store';

/** A log that shows what would be appended to another one, and writes nothing: for one process that tries things out. */
export const plannedStore = (store: EventStore): EventStore => {
  const planned = new Map<string, readonly RecordedEvent[]>();
  const readAll = async (stream: string): Promise<readonly RecordedEvent[]> => [
    ...(await store.read(stream)),
    ...(planned.get(stream) ?? []),
  ];
  const never = (): Promise<never> => Promise.reject(new Error('Nothing is written where all is tried out.'));
  return {
    append: async (stream, expected, events): Promise<AppendResult> => {
      const before = expected === 'NoStream' ? -1 : expected;
      const position = await store.head();
      planned.set(stream, [
        ...(planned.get(stream) ?? []),
        ...events.map((event, index) => ({ ...event, stream, revision: before + 1 + index, position })),
      ]);
      return { revision: before + events.length, position };
    },
    read: async (stream, options) => chosen(await readAll(stream), options),
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    health: () => store.health(),
    close: () => Promise.resolve(),
    truncate: never,
    delete: never,
    tombstone: never,
  };
};

const chosen = (
  events: readonly RecordedEvent[],
  { from, direction = 'forwards', max = Infinity }: ReadOptions = {},
): readonly RecordedEvent[] =>
  (direction === 'forwards' ? events : events.toReversed())
    .filter(
      ({ revision }) =>
        from === undefined || (direction === 'forwards' ? from <= revision : revision <= from),
    )
    .slice(0, max);
