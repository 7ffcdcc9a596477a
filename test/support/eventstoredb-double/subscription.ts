import type * as Streams from '@eventstore/db-client/generated/streams_pb.js';
import { NONE, type LogRecord } from './memory.log.js';
import { filterOf, responses, streamName, type Filter } from './messages.js';
import { send, type ReadCall } from './sending.js';
import { refusals } from './refusals.js';
import type { ServerParts } from './server.parts.js';

const EVERYTHING: Filter = { lets: () => true, window: 32, interval: Number.POSITIVE_INFINITY };

/** Where a subscription begins: after a place, which the server reads only where a record begins or the log ends. */
const firstIndex = ({ log }: ServerParts, options: Streams.ReadReq.Options): number | 'invalid' => {
  const all = options.getAll();
  if (all?.hasEnd()) return log.records.length;
  if (!all?.hasPosition()) return 0;
  const position = BigInt(all.getPosition()!.getCommitPosition());
  if (position >= log.end) return log.records.length;
  if (!log.isBoundary(position)) return 'invalid';
  const index = log.indexFrom(position);
  return log.records[index]?.position === position ? index + 1 : index;
};

const streamFilter = (options: Streams.ReadReq.Options): Filter => {
  const asked = options.getStream()!;
  const name = streamName(asked.getStreamIdentifier());
  const after = asked.hasRevision() ? BigInt(asked.getRevision()) : NONE;
  return { ...EVERYTHING, lets: ({ stream, revision }) => stream === name && revision > after };
};

/** Resolves with the next write, or when the call is over. */
const nextWrite = ({ log }: ServerParts, call: ReadCall): Promise<void> =>
  new Promise((resolve) => {
    const settle = (): void => {
      forget();
      call.off('cancelled', settle);
      call.off('close', settle);
      resolve();
    };
    const forget = log.onWrite(settle);
    call.once('cancelled', settle);
    call.once('close', settle);
  });

/**
 * Catches up page by page, says so, and goes on live. A filtered subscription gets a checkpoint when as many records
 * were looked at as it asked for: while it catches up, at the end of a page, where the last delivered event or the
 * beginning of the page stands; live, at the very record.
 */
export const subscribe = async (
  parts: ServerParts,
  call: ReadCall,
  options: Streams.ReadReq.Options,
): Promise<void> => {
  const filter = options.hasStream() ? streamFilter(options) : (filterOf(options) ?? EVERYTHING);
  const filtered = Number.isFinite(filter.interval);
  const { records } = parts.log;
  const first = firstIndex(parts, options);
  if (first === 'invalid')
    return parts.refuse(call, refusals.invalid('Trying to read from an invalid position.'));
  let index = first;
  let counter = 0;
  let place: readonly [bigint, bigint] | undefined;
  const over = (): boolean =>
    call.cancelled || call.destroyed || call.writableEnded || parts.silenced.has(call);
  const checkpoint = async (): Promise<void> => {
    if (filtered && place) await send(call, responses.checkpoint(...place));
  };
  const deliver = async (record: LogRecord): Promise<void> => {
    if (!filter.lets(record)) return;
    await send(call, responses.event(record));
    place = [record.position, record.position];
  };

  await send(call, responses.confirmation(crypto.randomUUID()));
  while (!over() && index < records.length) {
    const page = records.slice(index, index + filter.window);
    place = [page[0]!.position, 0n];
    for (const record of page) await deliver(record);
    index += page.length;
    counter += page.length;
    if (counter >= filter.interval && index < records.length) {
      counter %= filter.interval;
      await checkpoint();
    }
  }
  await checkpoint();
  counter = 0;
  await send(call, responses.caughtUp());
  while (!over()) {
    for (; index < records.length && !over(); index += 1) {
      const record = records[index]!;
      await deliver(record);
      counter += 1;
      if (counter < filter.interval) continue;
      counter = 0;
      place = [record.position, record.position];
      await checkpoint();
    }
    if (!over() && index === records.length) await nextWrite(parts, call);
  }
};
