import { BACKWARDS, END, ErrorType, FORWARDS, START } from '@eventstore/db-client';
import type { Readable } from 'node:stream';
import { BEGINNING, type Position, type ReadOptions, type RecordedEvent } from '../port.js';
import { ask, type Attempt } from './calls.js';
import { isKind } from './failures.js';
import { positionFrom, positionTo, toRecorded, type Resolved } from './recorded.js';
import type { ClientShare } from './shared.client.js';

interface Cancellable extends Readable {
  cancel(): Promise<void>;
}

/** Everything a read answers. The client's own errors come as events, often on a stream that it does not destroy. */
const collect = (reading: Cancellable, { progress, onAbandoned }: Attempt): Promise<readonly Resolved[]> =>
  new Promise((resolve, reject) => {
    const events: Resolved[] = [];
    onAbandoned(() => {
      reading.cancel().catch(() => undefined);
      reading.destroy();
    });
    reading.on('data', ({ event }: { event?: Resolved }) => {
      progress();
      if (event) events.push(event);
    });
    reading.on('end', () => resolve(events));
    reading.on('error', reject);
  });

/** The events of a stream that readers may see, as the server has them. */
export const readRaw = (
  share: ClientShare,
  timeoutMs: number,
  stream: string,
  { from, direction = 'forwards', max }: ReadOptions,
): Promise<readonly Resolved[]> =>
  ask(share, timeoutMs, stream, async (attempt) => {
    const backwards = direction === 'backwards';
    const reading = attempt.client.readStream(stream, {
      direction: backwards ? BACKWARDS : FORWARDS,
      fromRevision: from === undefined ? (backwards ? END : START) : BigInt(from),
      ...(max === undefined ? {} : { maxCount: max }),
    });
    try {
      return await collect(reading as unknown as Cancellable, attempt);
    } catch (error) {
      if (isKind(error, ErrorType.STREAM_NOT_FOUND)) return [];
      throw error;
    }
  });

export const readStream = async (
  share: ClientShare,
  timeoutMs: number,
  stream: string,
  options: ReadOptions,
): Promise<readonly RecordedEvent[]> => {
  if (options.max !== undefined && options.max <= 0) return [];
  return (await readRaw(share, timeoutMs, stream, options)).map(toRecorded);
};

/** The log from a position on, with the record there, whatever the stream. Needs an administrator's rights. */
export const readAll = (
  share: ClientShare,
  timeoutMs: number,
  from: Position,
  max: number,
): Promise<readonly Resolved[]> =>
  ask(share, timeoutMs, '$all', (attempt) => {
    const fromPosition = from === BEGINNING ? START : positionTo(from);
    const reading = attempt.client.readAll({ direction: FORWARDS, fromPosition, maxCount: max });
    return collect(reading as unknown as Cancellable, attempt);
  });

/** Position of the last record, the server's own among them. */
export const readHead = async (share: ClientShare, timeoutMs: number): Promise<Position> => {
  const [last] = await ask(share, timeoutMs, '$all', (attempt) => {
    const reading = attempt.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 });
    return collect(reading as unknown as Cancellable, attempt);
  });
  return positionFrom(last?.position) ?? BEGINNING;
};
