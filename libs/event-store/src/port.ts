import type { Correction, Instant, Json, Uuid } from '@alongside/kernel';

/**
 * A place in the log as fixed-width text: text order is log order, in SQL and in JavaScript, for every engine.
 * Positions are not counts: two neighbours may lie far apart.
 */
export type Position = string;

/** Before the first event. */
export const BEGINNING: Position = '0'.repeat(20);

export const toPosition = (value: bigint | number): Position => value.toString().padStart(20, '0');

export const isPosition = (text: unknown): text is Position =>
  typeof text === 'string' && /^\d{20}$/.test(text);

/** Which revision the writer has read. Revisions count from 0; a stream that does not exist is `NoStream`. */
export type ExpectedRevision = number | 'NoStream';

/** What the record says about an event beside its content. Nothing personal: people stand here by id. */
export interface EventMetadata {
  /** The person or client that acted, by id. */
  readonly actor: Uuid;
  /** The organisation as whose controller the fact is held; null where it belongs to a locality alone. */
  readonly organisation: Uuid | null;
  readonly locality: Uuid | null;
  /** The client through which the command came: part of what makes a command id unique. */
  readonly client: string;
  readonly commandId: Uuid;
  /** Keyed hash of the command's payload: another payload under the same command id is refused. */
  readonly commandHash: string;
  readonly correlation: Uuid;
  /** The event that a process manager answered to; null where a person or client acted. */
  readonly causation: Uuid | null;
  readonly recordedAt: Instant;
  readonly corrects?: Correction;
  /** Version of the event type's data. */
  readonly version: number;
  readonly traceparent?: string;
}

export interface NewEvent {
  readonly id: Uuid;
  readonly type: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly metadata: EventMetadata;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}

export interface AppendResult {
  /** Revision of the last event of this append. */
  readonly revision: number;
  /** Position of the last event of this append. */
  readonly position: Position;
}

export interface ReadOptions {
  /** First revision to read; the end that `direction` starts from where absent. Inclusive. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly max?: number;
}

export type Delivery =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** Everything up to here that the filter lets through has been delivered. */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  /** Everything that was in the log when the subscription last looked has been delivered. Said again at each pause. */
  | { readonly kind: 'caughtUp'; readonly position: Position };

export interface SubscribeOptions {
  /** Exclusive. */
  readonly after: Position;
  /** Stream-name prefixes (`person-`); everything where absent. */
  readonly prefixes?: readonly string[];
  /** Ends the iteration without an error. */
  readonly signal?: AbortSignal;
}

export interface StoreHealth {
  readonly ok: boolean;
  readonly engine: 'postgres' | 'eventstoredb';
  /** What is wrong and what an operator can do about it, or what is well. */
  readonly detail: string;
}

/**
 * The log. Every engine holds to this; the contract suite in `testing` says it in tests.
 * All calls may throw `Unavailable`; every call settles within a bounded time.
 */
export interface EventStore {
  /**
   * Appends all events or none, durably, directly after `expected`. The same event ids at the same expected revision
   * are the same append again and are answered as the first was.
   * @throws WrongExpectedRevision, StreamDeleted, TooLarge, AccessDenied, OutcomeUnknown (retry with the same ids)
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult>;
  /** The events of one stream in revision order (reversed when backwards); none where it does not exist.
   * @throws StreamDeleted after a tombstone */
  read(stream: string, options?: ReadOptions): Promise<readonly RecordedEvent[]>;
  /**
   * The log after a position, in log order, each event once, for as long as the consumer iterates: a loss of the
   * connection is mended inside, from where delivery had got to. Markers come in order with the events.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<Delivery>;
  /** Position of the last event; `BEGINNING` for an empty log. */
  head(): Promise<Position>;
  /** Hides the events before `before` from readers of the stream. */
  truncate(stream: string, before: number): Promise<void>;
  /** Hides all events; the stream can be written again and goes on counting. */
  delete(stream: string): Promise<void>;
  /** Ends the stream for ever. */
  tombstone(stream: string): Promise<void>;
  health(): Promise<StoreHealth>;
  /** Finishes what is on its way, then lets go of every connection. */
  close(): Promise<void>;
}

/** 64 kB an event and 1 MiB an append, counted as UTF-8 JSON of data and metadata. */
export const MAX_EVENT_BYTES = 64 * 1024;
export const MAX_APPEND_BYTES = 1024 * 1024;
