import { TooLarge } from './errors.js';
import { MAX_APPEND_BYTES, MAX_EVENT_BYTES, type NewEvent } from './port.js';

/** An event's content as the JSON text that is stored, and how many bytes that is. */
export interface SerialisedEvent {
  readonly event: NewEvent;
  readonly data: string;
  readonly metadata: string;
  /** UTF-8 bytes of data and metadata. */
  readonly bytes: number;
}

/**
 * The stored form of one append, within the limits that every engine keeps. Done before anything is sent, so that what
 * cannot be stored fails alone and leaves no trace.
 * @throws TooLarge, and TypeError for what is not JSON
 */
export const serialise = (stream: string, events: readonly NewEvent[]): readonly SerialisedEvent[] => {
  const serialised = events.map(serialiseEvent);
  const tooLarge = serialised.find(({ bytes }) => bytes > MAX_EVENT_BYTES);
  if (tooLarge)
    throw new TooLarge(
      `${tooLarge.event.type} for ${stream} has ${tooLarge.bytes} bytes; an event may have ${MAX_EVENT_BYTES}`,
    );
  const total = serialised.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MAX_APPEND_BYTES)
    throw new TooLarge(
      `${events.length} events for ${stream} have ${total} bytes; an append may have ${MAX_APPEND_BYTES}`,
    );
  return serialised;
};

const serialiseEvent = (event: NewEvent): SerialisedEvent => {
  const data = JSON.stringify(event.data);
  const metadata = JSON.stringify(event.metadata);
  return { event, data, metadata, bytes: Buffer.byteLength(data) + Buffer.byteLength(metadata) };
};
