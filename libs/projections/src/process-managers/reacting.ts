import { isRejected } from '@alongside/kernel';
import type { EventCodec, EventStore, Outcome, Position, RecordedEvent } from '@alongside/event-store';
import type { ClientBase } from 'pg';
import type { Published } from '../projection.js';
import type { Logger } from '../runner/logger.js';
import { isPassing, published } from '../runner/prepared-event.js';
import { withoutValues } from '../sql/failures.js';
import { dueReactions, park, recordRefusal, unpark, type ParkedReaction } from './manager-records.js';
import { reactionTo, type Handled, type ProcessManager } from './process-manager.js';

export interface ReactingOptions {
  readonly client: ClientBase;
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly manager: ProcessManager;
  readonly logger: Logger;
  readonly retryMs: readonly number[];
  /** Up to where the log has been gone through before. */
  readonly start: Position;
  /** Streams that wait; grows and shrinks. */
  readonly parked: Set<string>;
  readonly onHandled: () => void;
}

export interface Reacting {
  /** Reacts to the next event of the log, or parks its stream; an event of a stream that waits is left to the retry. */
  readonly take: (event: RecordedEvent) => Promise<void>;
  /** Goes on with the streams whose time has come. */
  readonly retryDue: () => Promise<void>;
}

const outcomesOf = (handled: Handled): readonly Outcome<string>[] =>
  handled === undefined
    ? []
    : Array.isArray(handled)
      ? (handled as readonly Outcome<string>[])
      : [handled as Outcome<string>];

/** The reactions of one manager, one at a time: a stream is never gone on with from two sides. */
export const reacting = (options: ReactingOptions): Reacting => {
  const { client, store, codec, manager, logger, retryMs, parked, onHandled } = options;
  let seen = options.start;
  let last: Promise<unknown> = Promise.resolve();
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const handle = async (recorded: RecordedEvent): Promise<void> => {
    if (!Object.hasOwn(manager.on, recorded.type)) return;
    const event = published(await codec.open(recorded));
    const handled = await manager.on[recorded.type]!(event, reactionTo(manager.name, event));
    for (const outcome of outcomesOf(handled)) if (isRejected(outcome)) await refused(event, outcome);
    onHandled();
  };

  const refused = async (
    event: Published,
    { rejected, details }: Extract<Outcome<string>, { rejected: string }>,
  ): Promise<void> => {
    logger.info(`${manager.name} was refused a command`, { event: event.id, reason: rejected });
    await recordRefusal(client, manager.name, event, rejected, details);
  };

  const failed = async (event: RecordedEvent, error: unknown, attempts: number): Promise<void> => {
    // What passes by itself is waited for without end; all else only so often.
    const pause = retryMs[attempts - 1] ?? (isPassing(error) ? retryMs.at(-1) : undefined);
    await park(client, manager.name, event, error, attempts, pause ?? null);
    parked.add(event.stream);
    const what = pause === undefined ? 'waits for an operator' : `tries again in ${pause} ms`;
    logger.warn(`${manager.name} could not react to an event and ${what}`, {
      event: event.id,
      error: withoutValues(error),
      attempts,
    });
  };

  const goOn = async ({ stream, revision, attempts }: ParkedReaction): Promise<void> => {
    const events = await store.read(stream, { from: revision });
    for (const event of events.filter(({ position }) => position <= seen)) {
      try {
        await handle(event);
      } catch (error) {
        return failed(event, error, event.revision === revision ? attempts + 1 : 1);
      }
    }
    await unpark(client, manager.name, stream);
    parked.delete(stream);
  };

  return {
    take: (event) =>
      alone(async () => {
        seen = event.position;
        if (parked.has(event.stream)) return;
        await handle(event).catch((error: unknown) => failed(event, error, 1));
      }),
    retryDue: async () => {
      if (parked.size === 0) return;
      for (const due of await dueReactions(client, manager.name)) await alone(() => goOn(due));
    },
  };
};
