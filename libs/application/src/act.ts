import type { Uuid } from '@alongside/kernel';
import type { Actor } from '@alongside/identity';
import type { ReadScope } from '@alongside/postgres';

/** One person's or client's request: who asks, what they may read, and the id of what they ask to be done. */
export interface Act {
  readonly actor: Actor;
  readonly scope: ReadScope;
  /** Chosen by the caller, or made for this request alone: the same id is done once. */
  readonly commandId: Uuid;
  /** What is asked to be done, by its name in the graph: the same content under another name is another command. */
  readonly operation?: string;
  readonly correlation: Uuid;
  readonly traceparent?: string;
}

/** What a process manager does in answer to an event: once for each event, by the program's own authority. */
export interface SystemAct {
  readonly actor: 'system';
  /** The process manager's name. */
  readonly client: string;
  readonly commandId: Uuid;
  readonly correlation: Uuid;
  readonly causation: Uuid;
}

/** The program as an actor in the record. */
export const SYSTEM_ACTOR: Uuid = '00000000-0000-5000-8000-000000000000';
