import type { ServerWritableStream } from '@grpc/grpc-js';
import type * as Streams from '@eventstore/db-client/generated/streams_pb.js';

export type ReadCall = ServerWritableStream<Streams.ReadReq, Streams.ReadResp>;

/** Writes as fast as the reader reads. False once the call is over. */
export const send = async (call: ReadCall, response: Streams.ReadResp): Promise<boolean> => {
  if (call.cancelled || call.destroyed) return false;
  if (call.write(response)) return true;
  return new Promise((resolve) => {
    const settle = (open: boolean) => (): void => {
      call.off('drain', drained);
      call.off('cancelled', over);
      call.off('close', over);
      resolve(open);
    };
    const drained = settle(true);
    const over = settle(false);
    call.once('drain', drained);
    call.once('cancelled', over);
    call.once('close', over);
  });
};
