import { OutcomeUnknown, StreamDeleted, Unavailable, WrongExpectedRevision } from '../errors.js';
import { toPosition, type AppendResult, type ExpectedRevision, type Position } from '../port.js';
import type { SerialisedEvent } from '../serialise.js';
import { concernsAll, failureOf, isRefusal, ReplyLost } from './failures.js';
import { flightOf, NO_STREAM, type Item, type ItemRow } from './flight.js';
import type { Lane } from './lane.js';

const MAX_ITEMS = 500;
const MAX_BYTES = 4 * 1024 * 1024;

interface Waiting extends Item {
  readonly bytes: number;
  readonly answer: (result: AppendResult) => void;
  readonly fail: (error: Error) => void;
  /** Answered, or out of time: nothing more is owed to the caller. */
  over: boolean;
  onItsWay: boolean;
}

/**
 * Group commit: appends that arrive while a flight is on its way form the next flight, one call and one commit for all
 * of them. The order of arrival is the order of the log.
 */
export class Appender {
  readonly #queue: Waiting[] = [];
  #flying: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly lane: Lane,
    private readonly options: {
      readonly schema: string;
      readonly timeoutMs: number;
      readonly onAppended: (position: Position) => void;
    },
  ) {}

  /** @throws WrongExpectedRevision, StreamDeleted, OutcomeUnknown, Unavailable: within `timeoutMs` in any case */
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly SerialisedEvent[],
  ): Promise<AppendResult> {
    if (this.#closed) return Promise.reject(new Unavailable('The event store has been closed.'));
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        waiting.over = true;
        act();
      };
      const waiting: Waiting = {
        stream,
        expected,
        events,
        bytes: events.reduce((sum, { bytes }) => sum + bytes, 0),
        answer: (result) => settle(() => resolve(result)),
        fail: (error) => settle(() => reject(error)),
        over: false,
        onItsWay: false,
      };
      const timer = setTimeout(() => waiting.fail(outOfTime(waiting)), this.options.timeoutMs);
      this.#queue.push(waiting);
      this.#flying ??= this.#fly();
    });
  }

  /** Refuses what comes, finishes what is on its way. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#flying;
  }

  async #fly(): Promise<void> {
    for (;;) {
      // A turn of the event loop, so that callers answered by the last flight are on board of the next.
      await new Promise((resolve) => setImmediate(resolve));
      const items = this.#board();
      if (items.length === 0) break;
      await this.#send(items);
    }
    this.#flying = undefined;
  }

  #board(): readonly Waiting[] {
    const items: Waiting[] = [];
    let bytes = 0;
    while (this.#queue.length > 0 && items.length < MAX_ITEMS) {
      const next = this.#queue[0]!;
      if (items.length > 0 && bytes + next.bytes > MAX_BYTES) break;
      this.#queue.shift();
      if (next.over) continue;
      bytes += next.bytes;
      items.push(next);
    }
    return items;
  }

  async #send(items: readonly Waiting[]): Promise<void> {
    try {
      for (const item of items) item.onItsWay = true;
      const rows = await this.lane.run<ItemRow>(flightOf(this.options.schema, items));
      items.forEach((item, index) => this.#settle(item, rows[index]!));
    } catch (error) {
      if (isRefusal(error) && !concernsAll(error) && items.length > 1)
        // Nothing of it was stored. One append must not fail those that happened to travel with it.
        for (const item of items) await this.#send([item]);
      else for (const item of items) item.fail(appendFailure(error));
    }
  }

  #settle(item: Waiting, [outcome, revision, position]: ItemRow): void {
    if (outcome === 2) item.fail(new StreamDeleted(item.stream));
    else if (outcome === 1)
      item.fail(
        new WrongExpectedRevision(item.stream, item.expected, revision === NO_STREAM ? 'NoStream' : revision),
      );
    else {
      const reached = toPosition(BigInt(position!));
      item.answer({ revision, position: reached });
      this.options.onAppended(reached);
    }
  }
}

const outOfTime = ({ onItsWay }: Waiting): Error =>
  onItsWay
    ? new OutcomeUnknown('PostgreSQL did not answer in time; the append may have happened.')
    : new Unavailable('PostgreSQL did not answer in time; the append was not sent.');

const appendFailure = (error: unknown): Error =>
  error instanceof ReplyLost
    ? new OutcomeUnknown(`${error.message}; the append may have happened.`)
    : failureOf(error);
