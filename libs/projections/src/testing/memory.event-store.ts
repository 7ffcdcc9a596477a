import {
  BEGINNING,
  toPosition,
  WrongExpectedRevision,
  type AppendResult,
  type Delivery,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadOptions,
  type RecordedEvent,
  type StoreHealth,
  type SubscribeOptions,
} from '@alongside/event-store';

/** A log in memory for specs of those who read logs. It lasts as long as the process and knows no faults. */
export class MemoryEventStore implements EventStore {
  readonly #log: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #wakers = new Set<() => void>();
  #closed = false;

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const held = this.#streams.get(stream) ?? [];
    const at = held.at(-1)?.revision ?? 'NoStream';
    if (at !== expected) return Promise.reject(new WrongExpectedRevision(stream, expected, at));
    for (const event of events) {
      const copy = JSON.parse(JSON.stringify(event)) as NewEvent;
      const recorded = { ...copy, stream, revision: held.length, position: toPosition(this.#log.length + 1) };
      held.push(recorded);
      this.#log.push(recorded);
    }
    this.#streams.set(stream, held);
    for (const wake of this.#wakers) wake();
    return Promise.resolve({ revision: held.length - 1, position: this.#head() });
  }

  read(
    stream: string,
    { from, direction = 'forwards', max = Infinity }: ReadOptions = {},
  ): Promise<readonly RecordedEvent[]> {
    const held = this.#streams.get(stream) ?? [];
    const inOrder =
      direction === 'forwards'
        ? held.filter(({ revision }) => revision >= (from ?? 0))
        : held.filter(({ revision }) => revision <= (from ?? Infinity)).toReversed();
    return Promise.resolve(inOrder.slice(0, max));
  }

  async *subscribe({ after, prefixes, signal }: SubscribeOptions): AsyncGenerator<Delivery, void, undefined> {
    let index = this.#log.findIndex(({ position }) => position > after);
    if (index < 0) index = this.#log.length;
    while (!signal?.aborted && !this.#closed) {
      const event = this.#log[index];
      if (event) {
        index += 1;
        if (!prefixes || prefixes.some((prefix) => event.stream.startsWith(prefix)))
          yield { kind: 'event', event };
        continue;
      }
      yield { kind: 'caughtUp', position: this.#head() };
      if (index === this.#log.length) await this.#news(signal);
    }
  }

  #news(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#wakers.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      if (signal?.aborted || this.#closed) return resolve();
      this.#wakers.add(wake);
      signal?.addEventListener('abort', wake);
    });
  }

  #head(): Position {
    return this.#log.at(-1)?.position ?? BEGINNING;
  }

  head(): Promise<Position> {
    return Promise.resolve(this.#head());
  }

  truncate(): Promise<void> {
    return Promise.reject(new Error('A log in memory forgets nothing'));
  }

  delete(): Promise<void> {
    return this.truncate();
  }

  tombstone(): Promise<void> {
    return this.truncate();
  }

  health(): Promise<StoreHealth> {
    return Promise.resolve({ ok: !this.#closed, engine: 'postgres', detail: 'In memory' });
  }

  close(): Promise<void> {
    this.#closed = true;
    for (const wake of this.#wakers) wake();
    return Promise.resolve();
  }
}
