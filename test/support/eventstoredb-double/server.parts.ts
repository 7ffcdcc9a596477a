import { setTimeout as delay } from 'node:timers/promises';
import type { EventEmitter } from 'node:events';
import type { Fault, Faults } from './faults.js';
import type { MemoryLog } from './memory.log.js';
import { refusals, type Refusal } from './refusals.js';

export type CallKind = 'append' | 'read' | 'subscribe';

export interface OpenCall extends EventEmitter {
  end(): void;
}

/** What the services share. */
export interface ServerParts {
  readonly log: MemoryLog;
  readonly faults: Faults;
  readonly maxAppendBytes: number;
  /** The server's own clock. */
  readonly nowMs: () => number;
  readonly tearConnections: () => void;
  /** Calls that hear nothing more from us, and do not know. */
  readonly silenced: WeakSet<EventEmitter>;
  /** Remembers a call that stays open, so that a test can end it. */
  readonly track: (call: OpenCall, kind: CallKind) => void;
  readonly refuse: (call: EventEmitter, refusal: Refusal) => void;
}

const refusalOf = (fault: Fault): Refusal | undefined => {
  if (fault.kind === 'unavailable') return refusals.unavailable();
  if (fault.kind === 'cancelled') return refusals.cancelled();
  return fault.kind === 'notLeader' ? refusals.notLeader(fault.host, fault.port) : undefined;
};

/** Lets a fault happen before the request is carried out. `stop`: it is not carried out, and has had its answer. */
export const befall = async (
  parts: ServerParts,
  call: OpenCall | EventEmitter | undefined,
  fault: Fault | undefined,
  refuse: (refusal: Refusal) => void = (refusal) => call && parts.refuse(call, refusal),
): Promise<'go' | 'stop'> => {
  if (!fault || fault.kind === 'loseReply' || fault.kind === 'applyThenCancel') return 'go';
  if (fault.kind === 'slow') {
    await delay(fault.ms);
    return 'go';
  }
  const refusal = refusalOf(fault);
  if (refusal) refuse(refusal);
  else if (fault.kind === 'end' && call && 'end' in call) call.end();
  else if (fault.kind === 'reset') parts.tearConnections();
  return 'stop';
};
