import type * as Streams from '@eventstore/db-client/generated/streams_pb.js';
import { streams } from './generated.js';
import type { LogRecord } from './memory.log.js';
import { filterOf, responses, streamName } from './messages.js';
import { refusals } from './refusals.js';
import { befall, type ServerParts } from './server.parts.js';
import { send, type ReadCall } from './sending.js';
import { subscribe } from './subscription.js';

const HIGHEST = 18_446_744_073_709_551_615n;

const sendAll = async (call: ReadCall, records: readonly LogRecord[], count: bigint): Promise<void> => {
  let sent = 0n;
  for (const record of records) {
    if (sent >= count || !(await send(call, responses.event(record)))) break;
    sent += 1n;
  }
  call.end();
};

const isBackwards = (options: Streams.ReadReq.Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

const readStream = async (
  parts: ServerParts,
  call: ReadCall,
  options: Streams.ReadReq.Options,
): Promise<void> => {
  const asked = options.getStream()!;
  const name = streamName(asked.getStreamIdentifier());
  const slice = parts.log.read(name);
  if (slice.kind === 'deleted') return parts.refuse(call, refusals.streamDeleted(name));
  if (slice.kind === 'notFound') {
    await send(call, responses.streamNotFound(name));
    return void call.end();
  }
  const from = asked.hasStart() ? 0n : asked.hasEnd() ? HIGHEST : BigInt(asked.getRevision());
  const records = isBackwards(options)
    ? slice.records.filter(({ revision }) => revision <= from).toReversed()
    : slice.records.filter(({ revision }) => revision >= from);
  await sendAll(call, records, BigInt(options.getCount()));
};

/** Where a read of everything begins: forwards with the record there, backwards with the one before it. */
const readAll = async (
  parts: ServerParts,
  call: ReadCall,
  options: Streams.ReadReq.Options,
): Promise<void> => {
  const asked = options.getAll()!;
  const { log } = parts;
  const position = asked.hasPosition() ? BigInt(asked.getPosition()!.getCommitPosition()) : undefined;
  if (position !== undefined && !log.isBoundary(position))
    return parts.refuse(call, refusals.invalid('Trying to read from an invalid position.'));
  const index =
    position === undefined ? (asked.hasStart() ? 0 : log.records.length) : log.indexFrom(position);
  const lets = filterOf(options)?.lets ?? (() => true);
  const records = isBackwards(options) ? log.records.slice(0, index).toReversed() : log.records.slice(index);
  await sendAll(call, records.filter(lets), BigInt(options.getCount()));
};

export const read =
  (parts: ServerParts) =>
  async (call: ReadCall): Promise<void> => {
    const options = call.request.getOptions()!;
    const kind = options.hasSubscription() ? 'subscribe' : 'read';
    parts.track(call, kind);
    call.on('error', () => undefined);
    if ((await befall(parts, call, parts.faults.take(kind))) === 'stop') return;
    if (options.hasSubscription()) await subscribe(parts, call, options);
    else if (options.hasStream()) await readStream(parts, call, options);
    else await readAll(parts, call, options);
  };
