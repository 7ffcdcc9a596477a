import type { Delivery, EventStore, Position, RecordedEvent, SubscribeOptions } from '../../port.js';

const PATIENCE_MS = 15_000;

/** A subscription that is read as fast as it delivers, and what it has delivered so far. */
export interface Listening {
  readonly deliveries: readonly Delivery[];
  readonly events: () => readonly RecordedEvent[];
  /** @throws when it has not come true within 15 s, or when the subscription ends or fails first */
  readonly until: (what: string, holds: () => boolean) => Promise<void>;
  /** Everything up to here has been delivered, and a pause announced after it. */
  readonly untilCaughtUp: (position: Position) => Promise<void>;
  /** Aborts, and settles as the iteration does. */
  readonly stop: () => Promise<void>;
  /** Settles when the iteration ends, without having to be asked to. */
  readonly ended: Promise<void>;
}

export const listen = (store: EventStore, options: Omit<SubscribeOptions, 'signal'>): Listening => {
  const stopping = new AbortController();
  const deliveries: Delivery[] = [];
  const watchers = new Set<() => void>();
  const lookAgain = (): void => watchers.forEach((watcher) => watcher());
  let over = false;
  const iterate = async (): Promise<void> => {
    try {
      for await (const delivery of store.subscribe({ ...options, signal: stopping.signal })) {
        deliveries.push(delivery);
        lookAgain();
      }
    } finally {
      over = true;
      lookAgain();
    }
  };
  const ended = iterate();
  ended.catch(() => undefined);

  const until = async (what: string, holds: () => boolean): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => finish(() => reject(new Error(`No sign within ${PATIENCE_MS} ms of: ${what}`))),
        PATIENCE_MS,
      );
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        watchers.delete(watcher);
        settle();
      };
      const watcher = (): void => {
        if (holds()) finish(resolve);
        else if (over) finish(() => ended.then(() => reject(new Error(`It ended before: ${what}`)), reject));
      };
      watchers.add(watcher);
      watcher();
    });
  };

  return {
    deliveries,
    events: () => deliveries.flatMap((delivery) => (delivery.kind === 'event' ? [delivery.event] : [])),
    until,
    untilCaughtUp: (position) =>
      until(`caught up at ${position}`, () =>
        deliveries.some((delivery) => delivery.kind === 'caughtUp' && delivery.position >= position),
      ),
    stop: async () => {
      stopping.abort();
      await ended;
    },
    ended,
  };
};
