/*
 * Not an EventStoreDB: it keeps nothing (memory only), replicates nothing, and says nothing about performance. It
 * speaks the server's wire protocol and follows its rules, so that the adapter can be tested where there is no server.
 * Persistent subscriptions, projections and users are not there.
 */
import { Metadata, Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import type { EventEmitter } from 'node:events';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { append, asError, batchAppend, remove, tombstone } from './append.service.js';
import { Faults } from './faults.js';
import {
  features,
  featuresGrpc,
  gossip,
  gossipGrpc,
  persistentGrpc,
  shared,
  streamsGrpc,
} from './generated.js';
import { openDoor, type LoopbackDoor } from './loopback.door.js';
import { MemoryLog } from './memory.log.js';
import { read } from './read.service.js';
import type { ReadCall } from './sending.js';
import { refusals, type Refusal } from './refusals.js';
import { befall, type CallKind, type OpenCall, type ServerParts } from './server.parts.js';

export interface DoubleOptions {
  readonly version?: string;
  /** How far the server's clock is ahead of ours. */
  readonly clockAheadMs?: number;
  /** The log of another node of the same cluster. */
  readonly log?: MemoryLog;
  readonly maxAppendBytes?: number;
  /** Servers before 21.10 have only the append that is one call each. */
  readonly batches?: boolean;
}

export interface EventStoreDbDouble {
  readonly connectionString: string;
  readonly port: number;
  readonly log: MemoryLog;
  readonly faults: Faults;
  /** Connections from outside: to tear, freeze, shut and open. */
  readonly door: LoopbackDoor;
  /** Ends the open calls of a kind, as if all were well or with a status. Answers how many there were. */
  readonly endCalls: (kind: CallKind, how?: 'gracefully' | 'unavailable' | 'cancelled') => number;
  /** The subscriptions there are stay open and are told nothing more. */
  readonly silence: () => void;
  /** Tells every open subscription something that it was not due. */
  readonly tell: (response: ReadResp) => void;
  readonly stop: () => Promise<void>;
}

const METHODS = ['append', 'batchappend', 'read', 'delete', 'tombstone'];

/** Starts a double on a free port of the loopback interface. */
export const startEventStoreDbDouble = async (options: DoubleOptions = {}): Promise<EventStoreDbDouble> => {
  const { version = '24.10.5.0', clockAheadMs = 0, maxAppendBytes = 1024 * 1024, batches = true } = options;
  const nowMs = (): number => Date.now() + clockAheadMs;
  const calls = new Map<OpenCall, CallKind>();
  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  const parts: ServerParts = {
    log: options.log ?? new MemoryLog(nowMs),
    silenced: new WeakSet(),
    faults: new Faults(),
    maxAppendBytes,
    nowMs,
    tearConnections: () => door.slam(),
    track: (call, kind) => {
      calls.set(call, kind);
      for (const sign of ['close', 'cancelled', 'finish']) call.once(sign, () => calls.delete(call));
    },
    refuse: (call: EventEmitter, refusal: Refusal) => void call.emit('error', asError(refusal)),
  };

  server.addService(streamsGrpc.StreamsService, {
    append: append(parts),
    batchAppend: batchAppend(parts),
    read: read(parts),
    delete: remove(parts),
    tombstone: tombstone(parts),
  });
  server.addService(featuresGrpc.ServerFeaturesService, {
    getSupportedMethods: supportedMethods(parts, version, batches),
  });
  server.addService(gossipGrpc.GossipService, { read: clusterOf(() => door.port) });
  server.addService(
    persistentGrpc.PersistentSubscriptionsService,
    Object.fromEntries(
      Object.keys(persistentGrpc.PersistentSubscriptionsService).map((method) => [method, unimplemented]),
    ),
  );
  const inner = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    ),
  );
  const door = await openDoor(inner);

  return {
    connectionString: `esdb://127.0.0.1:${door.port}?tls=false`,
    port: door.port,
    log: parts.log,
    faults: parts.faults,
    door,
    endCalls: (kind, how = 'gracefully') => {
      const open = [...calls].filter(([, each]) => each === kind).map(([call]) => call);
      for (const call of open) {
        if (how === 'gracefully') call.end();
        else parts.refuse(call, how === 'unavailable' ? refusals.unavailable() : refusals.cancelled());
      }
      return open.length;
    },
    silence: () => {
      for (const [call, kind] of [...calls])
        if (kind === 'subscribe') {
          parts.silenced.add(call);
          call.emit('cancelled');
        }
    },
    tell: (response) => {
      for (const [call, kind] of calls) if (kind === 'subscribe') (call as ReadCall).write(response);
    },
    stop: async () => {
      await door.shut();
      server.forceShutdown();
    },
  };
};

const unimplemented = (call: EventEmitter, answer?: sendUnaryData<unknown>): void => {
  if (typeof answer === 'function') answer(asError(refusals.unimplemented()));
  else call.emit('error', asError(refusals.unimplemented()));
};

const supportedMethods =
  (parts: ServerParts, version: string, batches: boolean) =>
  async (
    call: ServerUnaryCall<Empty, SupportedMethods>,
    answer: sendUnaryData<SupportedMethods>,
  ): Promise<void> => {
    const refuse = (refusal: Refusal): void => answer(asError(refusal));
    if ((await befall(parts, undefined, parts.faults.take('features'), refuse)) === 'stop') return;
    const methods = new features.SupportedMethods();
    methods.setEventStoreServerVersion(version);
    for (const name of METHODS.filter((method) => batches || method !== 'batchappend')) {
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.streams');
      method.setMethodName(name);
      methods.addMethods(method);
    }
    const headers = new Metadata();
    headers.set('date', new Date(parts.nowMs()).toUTCString());
    call.sendMetadata(headers);
    answer(null, methods);
  };

const clusterOf =
  (port: () => number) =>
  (_call: ServerUnaryCall<Empty, ClusterInfo>, answer: sendUnaryData<ClusterInfo>): void => {
    const endPoint = new gossip.EndPoint();
    endPoint.setAddress('127.0.0.1');
    endPoint.setPort(port());
    const instance = new shared.UUID();
    instance.setString('5b0c2b0e-55a4-4a0f-9d65-0d1f5e0f7a01');
    const member = new gossip.MemberInfo();
    member.setInstanceId(instance);
    member.setState(gossip.MemberInfo.VNodeState.LEADER);
    member.setIsAlive(true);
    member.setHttpEndPoint(endPoint);
    const cluster = new gossip.ClusterInfo();
    cluster.addMembers(member);
    answer(null, cluster);
  };
