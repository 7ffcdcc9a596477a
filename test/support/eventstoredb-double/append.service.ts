import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerUnaryCall } from '@grpc/grpc-js';
import type * as Streams from '@eventstore/db-client/generated/streams_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import type { Fault } from './faults.js';
import { emptyPb, shared, streams } from './generated.js';
import type { Expected, LogRecord, Proposed, Written } from './memory.log.js';
import { expectedOf, identifierOf, proposed, sizeOf, streamName } from './messages.js';
import { batchRefusals, refusals, type Refusal } from './refusals.js';
import { befall, type ServerParts } from './server.parts.js';

/** An append whose fragments are still coming. */
interface Pending {
  readonly stream: string;
  readonly expected: Expected;
  readonly deadlineMs: number;
  readonly events: Proposed[];
}

const batchResponse = (
  correlation: UUID | undefined,
  stream: string,
  result: Written | Status,
): Streams.BatchAppendResp => {
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(correlation);
  response.setStreamIdentifier(identifierOf(stream));
  if ('getCode' in result) response.setError(result);
  else if (result.kind === 'done') response.setSuccess(batchSuccess(result.revision, result.last));
  return response;
};

const batchSuccess = (revision: bigint, last: LogRecord | undefined): Streams.BatchAppendResp.Success => {
  const success = new streams.BatchAppendResp.Success();
  if (revision < 0n) success.setNoStream(new emptyPb.Empty());
  else success.setCurrentRevision(`${revision}`);
  if (!last) success.setNoPosition(new emptyPb.Empty());
  else {
    const position = new shared.AllStreamPosition();
    position.setCommitPosition(`${last.position}`);
    position.setPreparePosition(`${last.position}`);
    success.setPosition(position);
  }
  return success;
};

const statusOf = (stream: string, expected: Expected, written: Written): Written | Status => {
  if (written.kind === 'wrongExpected') return batchRefusals.wrongExpected(expected, written.current);
  return written.kind === 'deleted' ? batchRefusals.streamDeleted(stream) : written;
};

export const batchAppend =
  (parts: ServerParts) =>
  (call: ServerDuplexStream<Streams.BatchAppendReq, Streams.BatchAppendResp>): void => {
    const pending = new Map<string, Pending>();
    parts.track(call, 'append');

    const refuse = (request: Streams.BatchAppendReq, id: string, stream: string, status: Status): void => {
      pending.delete(id);
      call.write(batchResponse(request.getCorrelationId(), stream, status));
    };
    const commit = async (
      request: Streams.BatchAppendReq,
      { stream, expected, deadlineMs, events }: Pending,
    ) => {
      const fault: Fault | undefined = parts.faults.take('append');
      if ((await befall(parts, call, fault)) === 'stop') return;
      if (parts.nowMs() >= deadlineMs)
        return void call.write(batchResponse(request.getCorrelationId(), stream, batchRefusals.timeout()));
      const written = parts.log.write(stream, expected, events);
      if (fault?.kind === 'loseReply') return;
      if (fault?.kind === 'applyThenCancel') return parts.refuse(call, refusals.cancelled());
      call.write(batchResponse(request.getCorrelationId(), stream, statusOf(stream, expected, written)));
    };

    call.on('data', (request: Streams.BatchAppendReq) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      if (options) {
        const stream = streamName(options.getStreamIdentifier());
        const deadlineMs = options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
        if (stream === '') return refuse(request, id, stream, batchRefusals.badRequest('No stream is named'));
        const expected = expectedOf(options, options.getStreamPosition());
        pending.set(id, { stream, expected, deadlineMs, events: [] });
      }
      const append = pending.get(id);
      if (!append) return;
      try {
        append.events.push(...request.getProposedMessagesList().map(proposed));
      } catch (error) {
        return refuse(request, id, append.stream, batchRefusals.badRequest((error as Error).message));
      }
      if (append.events.reduce((sum, event) => sum + sizeOf(event), 0) > parts.maxAppendBytes)
        return refuse(request, id, append.stream, batchRefusals.tooLarge(parts.maxAppendBytes));
      if (!request.getIsFinal()) return;
      pending.delete(id);
      void commit(request, append);
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };

export const append =
  (parts: ServerParts) =>
  (
    call: ServerReadableStream<Streams.AppendReq, Streams.AppendResp>,
    answer: sendUnaryData<Streams.AppendResp>,
  ): void => {
    let stream = '';
    let expected: Expected = 'any';
    const events: Proposed[] = [];
    call.on('data', (request: Streams.AppendReq) => {
      const options = request.getOptions();
      const message = request.getProposedMessage();
      if (options) {
        stream = streamName(options.getStreamIdentifier());
        expected = expectedOf(options, options.getRevision());
      } else if (message) events.push(proposed(message));
    });
    call.on('error', () => undefined);
    call.on('end', async () => {
      const fault = parts.faults.take('append');
      if ((await befall(parts, call, fault, (refusal) => answer(asError(refusal)))) === 'stop') return;
      if (events.reduce((sum, event) => sum + sizeOf(event), 0) > parts.maxAppendBytes)
        return answer(asError(refusals.tooLarge(parts.maxAppendBytes)));
      const written = parts.log.write(stream, expected, events);
      if (fault?.kind === 'loseReply') return;
      if (fault?.kind === 'applyThenCancel') return answer(asError(refusals.cancelled()));
      if (written.kind === 'deleted') return answer(asError(refusals.streamDeleted(stream)));
      answer(null, appendResponse(expected, written));
    });
  };

const appendResponse = (
  expected: Expected,
  written: Exclude<Written, { kind: 'deleted' }>,
): Streams.AppendResp => {
  const response = new streams.AppendResp();
  if (written.kind === 'done') {
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(`${written.revision}`);
    if (written.last)
      success.setPosition(positioned(new streams.AppendResp.Position(), written.last.position));
    return response.setSuccess(success);
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (written.current < 0n) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(`${written.current}`);
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'noStream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'streamExists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedRevision(`${expected}`);
  return response.setWrongExpectedVersion(wrong);
};

const positioned = <
  Message extends { setCommitPosition(value: string): unknown; setPreparePosition(value: string): unknown },
>(
  message: Message,
  position: bigint,
): Message => {
  message.setCommitPosition(`${position}`);
  message.setPreparePosition(`${position}`);
  return message;
};

export const asError = (refusal: Refusal): Error & Refusal =>
  Object.assign(new Error(refusal.details), refusal);

/** Soft deletion. */
export const remove =
  (parts: ServerParts) =>
  async (
    { request }: ServerUnaryCall<Streams.DeleteReq, Streams.DeleteResp>,
    answer: sendUnaryData<Streams.DeleteResp>,
  ): Promise<void> => {
    const options = request.getOptions()!;
    const stream = streamName(options.getStreamIdentifier());
    const expected = expectedOf(options, options.getRevision());
    const fault = parts.faults.take('delete');
    if ((await befall(parts, undefined, fault, (refusal) => answer(asError(refusal)))) === 'stop') return;
    const written = parts.log.delete(stream, expected);
    if (fault?.kind === 'loseReply') return;
    if (written.kind !== 'done') return answer(asError(refusedDeletion(stream, expected, written)));
    const response = new streams.DeleteResp();
    response.setPosition(positioned(new streams.DeleteResp.Position(), written.last!.position));
    answer(null, response);
  };

export const tombstone =
  (parts: ServerParts) =>
  async (
    { request }: ServerUnaryCall<Streams.TombstoneReq, Streams.TombstoneResp>,
    answer: sendUnaryData<Streams.TombstoneResp>,
  ): Promise<void> => {
    const options = request.getOptions()!;
    const stream = streamName(options.getStreamIdentifier());
    const expected = expectedOf(options, options.getRevision());
    const fault = parts.faults.take('delete');
    if ((await befall(parts, undefined, fault, (refusal) => answer(asError(refusal)))) === 'stop') return;
    const written = parts.log.tombstone(stream, expected);
    if (fault?.kind === 'loseReply') return;
    if (written.kind !== 'done') return answer(asError(refusedDeletion(stream, expected, written)));
    const response = new streams.TombstoneResp();
    response.setPosition(positioned(new streams.TombstoneResp.Position(), written.last!.position));
    answer(null, response);
  };

const refusedDeletion = (stream: string, expected: Expected, written: Written): Refusal =>
  written.kind === 'wrongExpected'
    ? refusals.wrongExpected(stream, expected, written.current)
    : refusals.streamDeleted(stream);
