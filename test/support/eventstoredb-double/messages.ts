import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { shared, streams } from './generated.js';
import type { Expected, LogRecord, Proposed } from './memory.log.js';

const TICKS_PER_MS = 10_000n;

export const streamName = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string): StreamIdentifier => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  return identifier;
};

const uuidText = (uuid: UUID | undefined): string => {
  const structured = uuid?.getStructured();
  if (!structured) return (uuid?.getString() ?? '').toLowerCase();
  const half = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
  const hex = half(structured.getMostSignificantBits()) + half(structured.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const uuidOf = (text: string): UUID => {
  const uuid = new shared.UUID();
  uuid.setString(text);
  return uuid;
};

interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

/** @throws Error for a message without a type or a content type, as the server has it */
export const proposed = (message: ProposedMessage): Proposed => {
  const metadata = message.getMetadataMap();
  const type = metadata.get('type');
  const contentType = metadata.get('content-type');
  if (type === undefined || contentType === undefined)
    throw new Error('Required metadata property is missing');
  return {
    id: uuidText(message.getId()),
    type,
    contentType,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

/** Bytes of an event as the server counts them against the size of an append. */
export const sizeOf = ({ type, data, metadata }: Proposed): number =>
  type.length * 2 + data.length + metadata.length;

interface ExpectedOptions {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export const expectedOf = (options: ExpectedOptions, revision: string): Expected =>
  options.hasAny()
    ? 'any'
    : options.hasNoStream()
      ? 'noStream'
      : options.hasStreamExists()
        ? 'streamExists'
        : BigInt(revision);

const recorded = (record: LogRecord): ReadResp.ReadEvent.RecordedEvent => {
  const message = new streams.ReadResp.ReadEvent.RecordedEvent();
  message.setId(uuidOf(record.id));
  message.setStreamIdentifier(identifierOf(record.stream));
  message.setStreamRevision(`${record.revision}`);
  message.setCommitPosition(`${record.position}`);
  message.setPreparePosition(`${record.position}`);
  message.setData(record.data);
  message.setCustomMetadata(record.metadata);
  message
    .getMetadataMap()
    .set('type', record.type)
    .set('created', `${BigInt(record.createdMs) * TICKS_PER_MS}`)
    .set('content-type', record.contentType);
  return message;
};

export const responses = {
  event: (record: LogRecord): ReadResp => {
    const event = new streams.ReadResp.ReadEvent();
    event.setEvent(recorded(record));
    event.setCommitPosition(`${record.position}`);
    const response = new streams.ReadResp();
    response.setEvent(event);
    return response;
  },
  confirmation: (id: string): ReadResp => {
    const confirmation = new streams.ReadResp.SubscriptionConfirmation();
    confirmation.setSubscriptionId(id);
    const response = new streams.ReadResp();
    response.setConfirmation(confirmation);
    return response;
  },
  checkpoint: (commit: bigint, prepare: bigint): ReadResp => {
    const checkpoint = new streams.ReadResp.Checkpoint();
    checkpoint.setCommitPosition(`${commit}`);
    checkpoint.setPreparePosition(`${prepare}`);
    const response = new streams.ReadResp();
    response.setCheckpoint(checkpoint);
    return response;
  },
  caughtUp: (): ReadResp => {
    const response = new streams.ReadResp();
    response.setCaughtUp(new streams.ReadResp.CaughtUp());
    return response;
  },
  streamNotFound: (stream: string): ReadResp => {
    const notFound = new streams.ReadResp.StreamNotFound();
    notFound.setStreamIdentifier(identifierOf(stream));
    const response = new streams.ReadResp();
    response.setStreamNotFound(notFound);
    return response;
  },
};

export interface Filter {
  readonly lets: (record: LogRecord) => boolean;
  /** How many records one page of a catch-up looks at. */
  readonly window: number;
  /** A checkpoint is due after so many records looked at. */
  readonly interval: number;
}

const DEFAULT_WINDOW = 32;

export const filterOf = (options: ReadReq.Options): Filter | undefined => {
  const filter = options.getFilter();
  if (!filter) return undefined;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const onStream = filter.hasStreamIdentifier();
  const text = (record: LogRecord): string => (onStream ? record.stream : record.type);
  const regex = expression?.getRegex() ? new RegExp(expression.getRegex()) : undefined;
  const prefixes = expression?.getPrefixList() ?? [];
  const window = filter.hasMax() ? filter.getMax() : DEFAULT_WINDOW;
  return {
    lets: (record) =>
      regex ? regex.test(text(record)) : prefixes.some((prefix) => text(record).startsWith(prefix)),
    window,
    interval: window * filter.getCheckpointintervalmultiplier(),
  };
};
