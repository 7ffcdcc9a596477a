import { Metadata, status } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import type { Any } from 'google-protobuf/google/protobuf/any_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import { anyPb, emptyPb, shared, statusPb } from './generated.js';
import { DELETED, NONE, type Expected } from './memory.log.js';

/** How a call ends when it does not end well: a status, and trailers that name what the client can tell apart. */
export interface Refusal {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
}

const refusal = (code: status, details: string, trailers: Readonly<Record<string, string>> = {}): Refusal => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
};

const expectedNumber = (expected: Expected): string =>
  typeof expected === 'bigint'
    ? expected.toString()
    : { any: '-2', noStream: '-1', streamExists: '-4' }[expected];

export const refusals = {
  unavailable: () => refusal(status.UNAVAILABLE, 'Server Is Not Ready'),
  cancelled: () => refusal(status.CANCELLED, 'The call was cancelled'),
  unimplemented: () => refusal(status.UNIMPLEMENTED, 'Not part of this double'),
  invalid: (details: string) => refusal(status.INVALID_ARGUMENT, details),
  notLeader: (host: string, port: number) =>
    refusal(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': `${port}`,
    }),
  streamDeleted: (stream: string) =>
    refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    }),
  wrongExpected: (stream: string, expected: Expected, current: bigint) =>
    refusal(status.FAILED_PRECONDITION, 'Append failed due to WrongExpectedVersion.', {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expectedNumber(expected),
      'actual-version': current === NONE ? '' : `${current}`,
    }),
  tooLarge: (max: number) =>
    refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${max} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': `${max}`,
    }),
};

const packed = (message: Message, name: string): Any => {
  const any = new anyPb.Any();
  any.pack(message.serializeBinary(), name);
  return any;
};

const inBand = (code: number, text: string, details: Message, type: string): Status => {
  const answer = new statusPb.Status();
  answer.setCode(code);
  answer.setMessage(text);
  answer.setDetails(packed(details, `event_store.client.${type}`));
  return answer;
};

/** What a batched append is refused with: inside the answer, so that the call goes on. */
export const batchRefusals = {
  timeout: (): Status => inBand(status.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout(), 'Timeout'),
  badRequest: (text: string): Status => {
    const details = new shared.BadRequest();
    details.setMessage(text);
    return inBand(status.INVALID_ARGUMENT, text, details, 'BadRequest');
  },
  streamDeleted: (stream: string): Status => {
    const details = new shared.StreamDeleted();
    const identifier = new shared.StreamIdentifier();
    identifier.setStreamName(Buffer.from(stream, 'utf8'));
    details.setStreamIdentifier(identifier);
    return inBand(status.FAILED_PRECONDITION, 'StreamDeleted', details, 'StreamDeleted');
  },
  tooLarge: (max: number): Status => {
    const details = new shared.MaximumAppendSizeExceeded();
    details.setMaxappendsize(max);
    return inBand(status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details, 'MaximumAppendSizeExceeded');
  },
  wrongExpected: (expected: Expected, current: bigint): Status => {
    const details = new shared.WrongExpectedVersion();
    if (current === NONE) details.setCurrentNoStream(new emptyPb.Empty());
    else details.setCurrentStreamRevision(`${current === DELETED ? NONE : current}`);
    if (expected === 'any') details.setExpectedAny(new emptyPb.Empty());
    else if (expected === 'noStream') details.setExpectedNoStream(new emptyPb.Empty());
    else if (expected === 'streamExists') details.setExpectedStreamExists(new emptyPb.Empty());
    else details.setExpectedStreamPosition(`${expected}`);
    return inBand(status.FAILED_PRECONDITION, 'WrongExpectedVersion', details, 'WrongExpectedVersion');
  },
};
