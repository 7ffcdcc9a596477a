import type { Delivery, Position, RecordedEvent } from '@alongside/event-store';

export interface ReadAhead {
  /**
   * The events that have arrived, at most `max`; waits for the first. Undefined once the deliveries have ended.
   * @throws what the deliveries end with
   */
  readonly take: (max: number) => Promise<readonly RecordedEvent[] | undefined>;
  /** Whether everything that the log held when it was last looked at has been taken. */
  readonly caughtUp: () => boolean;
  /** Lets go of the deliveries, wherever they had got to. */
  readonly close: () => void;
}

interface Signal {
  readonly wait: () => Promise<void>;
  readonly give: () => void;
}

const signal = (): Signal => {
  let give: () => void = () => undefined;
  let waiting: Promise<void> | undefined;
  return {
    wait: () => (waiting ??= new Promise((resolve) => (give = resolve))),
    give: () => {
      waiting = undefined;
      give();
    },
  };
};

/**
 * Fetches events while earlier ones are being applied, `room` of them at most. Ends with the deliveries, or once
 * everything up to `until` (inclusive) has come.
 */
export const readAhead = (deliveries: AsyncIterable<Delivery>, room: number, until?: Position): ReadAhead => {
  let queue: RecordedEvent[] = [];
  let seen: Position | undefined;
  let caughtUpAt: Position | undefined;
  let ended: { readonly error?: unknown } | undefined;
  let closed = false;
  const arrived = signal();
  const taken = signal();

  const pump = async (): Promise<void> => {
    for await (const delivery of deliveries) {
      if (closed) return;
      const position = delivery.kind === 'event' ? delivery.event.position : delivery.position;
      if (until !== undefined && position > until) return;
      if (delivery.kind === 'caughtUp') caughtUpAt = delivery.position;
      // An event that comes again, for whatever reason, has been taken already.
      if (delivery.kind === 'event' && (seen === undefined || position > seen)) {
        queue.push(delivery.event);
        seen = position;
        arrived.give();
      }
      if (until !== undefined && position >= until) return;
      while (queue.length >= room && !closed) await taken.wait();
      if (closed) return;
    }
  };
  void pump()
    .then(
      () => (ended = {}),
      (error: unknown) => (ended = { error }),
    )
    .finally(arrived.give);

  return {
    take: async (max) => {
      while (queue.length === 0) {
        if (ended && 'error' in ended) throw ended.error;
        if (ended) return undefined;
        await arrived.wait();
      }
      const batch = queue.slice(0, max);
      queue = queue.slice(max);
      taken.give();
      return batch;
    },
    caughtUp: () =>
      queue.length === 0 && caughtUpAt !== undefined && (seen === undefined || seen <= caughtUpAt),
    close: () => {
      closed = true;
      taken.give();
    },
  };
};
