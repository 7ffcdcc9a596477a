import type { EventData, ResolvedEvent } from '@eventstore/db-client';
import type { Json } from '@alongside/kernel';
import { Unavailable } from '../errors.js';
import { toPosition, type EventMetadata, type Position, type RecordedEvent } from '../port.js';
import type { SerialisedEvent } from '../serialise.js';

/** Positions are signed 64-bit numbers; the server says 2^64−1 where it has none. */
const HIGHEST = 0x7fff_ffff_ffff_ffffn;

export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Undefined for a position that is none. */
export const positionFrom = (position: LogPosition | undefined): Position | undefined =>
  position && position.commit >= 0n && position.commit <= HIGHEST ? toPosition(position.commit) : undefined;

/** Every event that is not part of an explicit transaction stands at one number; we write no others. */
export const positionTo = (position: Position): LogPosition => ({
  commit: BigInt(position),
  prepare: BigInt(position),
});

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes, so that the client has nothing left to serialise. */
export const toEventData = ({ event, data, metadata }: SerialisedEvent): EventData => ({
  id: event.id,
  type: event.type,
  contentType: 'application/octet-stream',
  data: encoder.encode(data),
  metadata: encoder.encode(metadata),
});

export type Resolved = NonNullable<ResolvedEvent['event']>;

/** Whether it is an event of somebody's and not the server's own record. */
export const isOurs = ({ type, streamId }: Resolved): boolean =>
  !type.startsWith('$') && !streamId.startsWith('$');

/** @throws Unavailable for an event without a position, which servers before 22.6 do not give */
export const toRecorded = (event: Resolved): RecordedEvent => {
  const position = positionFrom(event.position);
  if (position === undefined)
    throw new Unavailable('EventStoreDB gives no position with the events of a stream. Update the server.');
  return {
    id: event.id,
    type: event.type,
    data: (event.isJson ? event.data : JSON.parse(decoder.decode(event.data as Uint8Array))) as Record<
      string,
      Json
    >,
    metadata: event.metadata as unknown as EventMetadata,
    stream: event.streamId,
    revision: Number(event.revision),
    position,
  };
};
