import { setTimeout as delay } from 'node:timers/promises';
import {
  fold,
  isRejected,
  settle,
  uuid5,
  type Decider,
  type DomainEvent,
  type Fact,
  type Instant,
  type Json,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import { CommandIdReused, OutcomeUnknown, Unavailable, WrongExpectedRevision } from './errors.js';
import type { EventMetadata, EventStore, NewEvent, Position, RecordedEvent } from './port.js';

/** How events look at rest: sealed, versioned. Bound to the catalogues of the contexts. */
export interface EventCodec {
  /** Seals what the catalogue does not mark as open. */
  readonly seal: (event: NewEvent, stream: string) => Promise<NewEvent>;
  /** Brings old versions up to date; personal values stay sealed. */
  readonly upcast: (event: RecordedEvent) => RecordedEvent;
  /**
   * `upcast`, and opens personal values of class C0 to C2 whose keys still exist: what read models may hold in clear.
   * Values of class C3 and C4 stay sealed, and say where they come from so that they can be opened on their own.
   */
  readonly open: (event: RecordedEvent) => Promise<RecordedEvent>;
  /** `upcast`, and opens every personal value whose key still exists: for rules that must read them. */
  readonly openAll: (event: RecordedEvent) => Promise<RecordedEvent>;
  readonly version: (type: string) => number;
  /** Keyed hash of a command's payload. */
  readonly hash: (payload: unknown) => string;
}

/** Who acts, as whom, and by which command. */
export interface CommandContext {
  readonly actor: Uuid;
  readonly organisation: Uuid | null;
  readonly locality: Uuid | null;
  readonly client: string;
  readonly commandId: Uuid;
  readonly correlation?: Uuid;
  readonly causation?: Uuid;
  readonly traceparent?: string;
}

/** What every command needs to reach the log. One for the program. */
export interface Writing {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly clock: () => Instant;
}

export interface Execution<Command, State, Event extends DomainEvent, Reason extends string> {
  readonly decider: Decider<Command, State, Event, Reason>;
  readonly stream: string;
  /** The command, or how to make it from the state that was read (again after each conflict). */
  readonly command: Command | ((state: State) => Command | Promise<Command>);
  readonly context: CommandContext;
  /** Whose record the fact becomes, where only the state can tell; `context` says it where absent. */
  readonly controller?: (state: State) => Pick<CommandContext, 'organisation' | 'locality'>;
  /** What the caller asked for: compared when the command id comes again. The command itself where absent. */
  readonly payload?: unknown;
  /** Whether this actor may do this to this state. A refusal reads like a stream that does not exist. */
  readonly permit?: (state: State) => boolean;
  /** The state is folded from opened personal values. Only for rules that must read them. */
  readonly opened?: boolean;
}

export interface Accepted<Event extends DomainEvent = DomainEvent> {
  readonly accepted: true;
  readonly facts: readonly Fact<Event>[];
  /** Read models that have got here show what was decided. */
  readonly position: Position;
}

export type Outcome<Reason extends string, Event extends DomainEvent = DomainEvent> =
  Accepted<Event> | Rejected<Reason | 'NotFound'>;

const MAX_TRIES = 8;
/** How long after the start an append whose outcome is unknown is made again; later the caller is told. */
const RETRY_UNKNOWN_MS = 500;

/**
 * Reads the stream, decides, and appends directly after what was read; decides anew when another writer came first.
 * A command that the stream already holds is answered from its events and decides nothing.
 * @throws CommandIdReused, WrongExpectedRevision after eight conflicts, OutcomeUnknown (the same command with the same
 * id may be sent again), and what the store throws
 */
export const execute = async <Command, State, Event extends DomainEvent, Reason extends string>(
  writing: Writing,
  execution: Execution<Command, State, Event, Reason>,
): Promise<Outcome<Reason, Event>> => {
  const start = performance.now();
  let unknown: OutcomeUnknown | undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryOnce(writing, execution);
    } catch (error) {
      if (error instanceof OutcomeUnknown) unknown = error;
      // Once an append may have happened, a store that cannot be reached leaves that open.
      const failure = error instanceof Unavailable && unknown ? unknown : error;
      const again =
        failure instanceof WrongExpectedRevision ||
        (failure === unknown && performance.now() - start < RETRY_UNKNOWN_MS);
      if (!again || attempt === MAX_TRIES) throw failure;
      await letOthersPass(attempt);
    }
  }
};

/** Writers that lost against one another come back at different times. */
const letOthersPass = async (attempt: number): Promise<void> => {
  if (attempt > 1) await delay(Math.random() * 2 ** attempt);
};

const tryOnce = async <Command, State, Event extends DomainEvent, Reason extends string>(
  { store, codec, clock }: Writing,
  {
    decider,
    stream,
    command,
    context: caller,
    controller,
    payload,
    permit,
    opened,
  }: Execution<Command, State, Event, Reason>,
): Promise<Outcome<Reason, Event>> => {
  const stored = await store.read(stream);
  const readable = opened ? await Promise.all(stored.map(codec.openAll)) : stored.map(codec.upcast);
  const facts = readable.map((event) => asFact<Event>(event));
  const own = stored.filter(
    ({ metadata }) => metadata.commandId === caller.commandId && metadata.client === caller.client,
  );
  // A command that comes again is judged on what it was decided on, not on what it made.
  const seen = own[0] ? facts.slice(0, stored.indexOf(own[0])) : facts;
  const state = fold(decider, seen);
  if (permit && !permit(state)) return { rejected: 'NotFound' };

  const asked = payload ?? command;
  const commandHash = codec.hash(typeof asked === 'function' ? null : asked);
  if (own.length > 0) return answerFrom<Event>(own, commandHash, codec);

  const context = controller ? { ...caller, ...controller(state) } : caller;
  const made =
    typeof command === 'function'
      ? await (command as (state: State) => Command | Promise<Command>)(state)
      : command;
  const decision = decider.decide(made, state);
  if (isRejected(decision)) return decision;
  const last = stored.at(-1);
  if (decision.length === 0)
    return { accepted: true, facts: [], position: last?.position ?? (await store.head()) };

  const now = clock();
  const recordedAt = last && last.metadata.recordedAt > now ? last.metadata.recordedAt : now;
  const events = await Promise.all(
    decision.map((event, index) =>
      codec.seal(
        {
          id: uuid5(`${context.client}:${context.commandId}:${index}`),
          type: event.type,
          data: event.data as unknown as Readonly<Record<string, Json>>,
          metadata: metadataOf(context, commandHash, recordedAt, codec.version(event.type), event),
        },
        stream,
      ),
    ),
  );
  const { position } = await store.append(stream, last ? last.revision : 'NoStream', events);
  return {
    accepted: true,
    facts: decision.map((event, index) => ({ ...event, id: events[index]!.id, recordedAt })),
    position,
  };
};

/** What the first answer said: its facts, with what was personal in them, and its position. */
const answerFrom = async <Event extends DomainEvent>(
  own: readonly RecordedEvent[],
  commandHash: string,
  codec: EventCodec,
): Promise<Accepted<Event>> => {
  if (own[0]!.metadata.commandHash !== commandHash)
    throw new CommandIdReused('This command id was used before with another content. Use a new command id.');
  const opened = await Promise.all(own.map(codec.openAll));
  return {
    accepted: true,
    facts: opened.map((event) => asFact<Event>(event)),
    position: own.at(-1)!.position,
  };
};

const metadataOf = (
  context: CommandContext,
  commandHash: string,
  recordedAt: Instant,
  version: number,
  { corrects }: DomainEvent,
): EventMetadata => ({
  actor: context.actor,
  organisation: context.organisation,
  locality: context.locality,
  client: context.client,
  commandId: context.commandId,
  commandHash,
  correlation: context.correlation ?? context.commandId,
  causation: context.causation ?? null,
  recordedAt,
  version,
  ...(corrects ? { corrects } : {}),
  ...(context.traceparent ? { traceparent: context.traceparent } : {}),
});

/** A recorded event as deciders and projections read it. */
export const asFact = <Event extends DomainEvent>({ id, type, data, metadata }: RecordedEvent): Fact<Event> =>
  ({
    id,
    type,
    data,
    recordedAt: metadata.recordedAt,
    ...(metadata.corrects ? { corrects: metadata.corrects } : {}),
  }) as unknown as Fact<Event>;

/** The facts of one stream that hold at a date, for questions about one record. */
export const factsOf = async <Event extends DomainEvent>(
  { store, codec }: Pick<Writing, 'store' | 'codec'>,
  stream: string,
): Promise<readonly Fact<Event>[]> =>
  settle((await store.read(stream)).map((event) => asFact<Event>(codec.upcast(event))));
