import { ErrorType } from '@eventstore/db-client';
import { AccessDenied, StreamDeleted, TooLarge, Unavailable } from '../errors.js';
import type { ExpectedRevision } from '../port.js';

interface ClientError {
  readonly type?: ErrorType;
  readonly code?: number;
  readonly message: string;
}

const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;

const answers: ReadonlySet<ErrorType | undefined> = new Set([
  ErrorType.ACCESS_DENIED,
  ErrorType.STREAM_DELETED,
  ErrorType.STREAM_NOT_FOUND,
  ErrorType.NO_STREAM,
  ErrorType.WRONG_EXPECTED_VERSION,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
]);

const described = (error: unknown): ClientError => error as ClientError;

export const isKind = (error: unknown, kind: ErrorType): boolean => described(error).type === kind;

export const isInvalid = (error: unknown): boolean => described(error).code === INVALID_ARGUMENT;

/** Whether the server itself refused: asking again would be refused again. */
export const isAnswer = (error: unknown): boolean =>
  answers.has(described(error).type) || isInvalid(error) || described(error).code === PERMISSION_DENIED;

/** Whether a call that failed so cannot have reached the server: there was no connection to send it on. */
export const wasNotSent = (error: unknown): boolean =>
  /No connection established|ECONNREFUSED|Name resolution failed|Failed to discover/.test(
    described(error).message,
  );

/** The port's word for a failure of a call that changes nothing, or that may be repeated freely. */
export const translated = (error: unknown, stream: string): Error => {
  const { message, code } = described(error);
  if (isKind(error, ErrorType.STREAM_DELETED)) return new StreamDeleted(stream);
  if (isKind(error, ErrorType.ACCESS_DENIED) || code === PERMISSION_DENIED)
    return new AccessDenied(`EventStoreDB denied access to ${stream}. Check the user in EVENTSTORE_URL.`);
  if (isKind(error, ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED))
    return new TooLarge(`EventStoreDB refused an append to ${stream} as too large. Raise its MaxAppendSize.`);
  if (isInvalid(error)) return new Error(`EventStoreDB refused a request as invalid: ${message}`);
  return new Unavailable(`EventStoreDB did not answer: ${message}`, { cause: error });
};

const NO_REVISION = 0xffff_ffff_ffff_ffffn;

/** The revision that the server says a stream is at. */
export const revisionOf = (actual: unknown): ExpectedRevision =>
  typeof actual === 'bigint' && actual >= 0n && actual !== NO_REVISION ? Number(actual) : 'NoStream';
