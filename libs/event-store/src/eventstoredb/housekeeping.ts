import { ANY, ErrorType, jsonEvent, NO_STREAM, type EventStoreDBClient } from '@eventstore/db-client';
import { Unavailable } from '../errors.js';
import { ask } from './calls.js';
import { isKind } from './failures.js';
import { readRaw } from './reading.js';
import type { ClientShare } from './shared.client.js';

const MAX_CONFLICTS = 8;

const unless = async (kind: ErrorType, call: Promise<unknown>): Promise<void> => {
  try {
    await call;
  } catch (error) {
    if (!isKind(error, kind)) throw error;
  }
};

const conflict = (error: unknown): false => {
  if (isKind(error, ErrorType.WRONG_EXPECTED_VERSION)) return false;
  throw error;
};

type Deletion = (client: EventStoreDBClient) => Promise<unknown>;

/** Hides all events; a stream that has none has nothing to hide. */
export const deleteStream = (share: ClientShare, timeoutMs: number, stream: string): Promise<void> => {
  const deletion: Deletion = (client) => client.deleteStream(stream, { expectedRevision: ANY });
  return ask(share, timeoutMs, stream, ({ client }) =>
    unless(ErrorType.WRONG_EXPECTED_VERSION, deletion(client)),
  );
};

/** Ends the stream for ever; once is enough. */
export const tombstoneStream = (share: ClientShare, timeoutMs: number, stream: string): Promise<void> => {
  const deletion: Deletion = (client) => client.tombstoneStream(stream, { expectedRevision: ANY });
  return ask(share, timeoutMs, stream, ({ client }) => unless(ErrorType.STREAM_DELETED, deletion(client)));
};

/**
 * Hides the events before `before`, never fewer than are hidden already. The rest of the stream's metadata stays as it
 * is, whoever else is writing it.
 */
export const truncateStream = async (
  share: ClientShare,
  timeoutMs: number,
  stream: string,
  before: number,
): Promise<void> => {
  const metadataStream = `$$${stream}`;
  for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts += 1) {
    const [last] = await readRaw(share, timeoutMs, metadataStream, { direction: 'backwards', max: 1 });
    const metadata = (last?.isJson ? last.data : {}) as Readonly<Record<string, unknown>>;
    if (Number(metadata['$tb'] ?? 0) >= before) return;
    const event = jsonEvent({ type: '$metadata', data: { ...metadata, $tb: before } });
    const expectedRevision = last ? last.revision : NO_STREAM;
    const written = await ask(share, timeoutMs, stream, ({ client }) =>
      client.appendToStream(metadataStream, event, { expectedRevision }).then(() => true, conflict),
    );
    if (written) return;
  }
  throw new Unavailable(`${stream} could not be truncated: its metadata is being written all the time`);
};
