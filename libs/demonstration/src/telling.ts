import {
  execute,
  type CommandContext,
  type EventStore,
  type Outcome,
  type RecordedEvent,
  type Writing,
} from '@alongside/event-store';
import { Commanding, SYSTEM_ACTOR } from '@alongside/application';
import {
  isRejected,
  uuid5,
  type Decider,
  type DomainEvent,
  type Instant,
  type Uuid,
} from '@alongside/kernel';
import { reactionTo, type ProcessManager, type Published } from '@alongside/projections';

/** Who says something at a moment of the story, and whose record it becomes. */
export interface Said {
  readonly at: Instant;
  readonly actor?: Uuid;
  readonly organisation: Uuid | null;
  readonly locality: Uuid | null;
}

/** One command of the story. */
export interface Telling extends Said {
  readonly stream: string;
  readonly run: (writing: Writing, context: CommandContext) => Promise<Outcome<string>>;
}

export const telling = <Command, State, Event extends DomainEvent, Reason extends string>(
  said: Said,
  decider: Decider<Command, State, Event, Reason>,
  stream: string,
  command: Command,
  { opened = false } = {},
): Telling => ({
  ...said,
  stream,
  run: (writing, context) => execute(writing, { decider, stream, command, context, opened }),
});

/** Commands that follow one another. Threads of one chapter may be told side by side. */
export interface Thread {
  readonly name: string;
  readonly tellings: Iterable<Telling>;
}

/** A command of the demonstration that the rules refuse: the story is wrong. */
export class StoryRefused extends Error {
  override readonly name = 'StoryRefused';
}

/** The store, saying what was appended: the process managers of the story answer it at once, in the story's own time. */
const overheard = (store: EventStore, hear: (events: readonly RecordedEvent[]) => void): EventStore => ({
  append: async (stream, expected, events) => {
    const result = await store.append(stream, expected, events);
    const before = expected === 'NoStream' ? -1 : expected;
    hear(
      events.map((event, index) => ({
        ...event,
        stream,
        revision: before + 1 + index,
        position: result.position,
      })),
    );
    return result;
  },
  read: (stream, options) => store.read(stream, options),
  subscribe: (options) => store.subscribe(options),
  head: () => store.head(),
  truncate: (stream, before) => store.truncate(stream, before),
  delete: (stream) => store.delete(stream),
  tombstone: (stream) => store.tombstone(stream),
  health: () => store.health(),
  close: () => store.close(),
});

const published = (event: RecordedEvent): Published =>
  ({
    ...event,
    recordedAt: event.metadata.recordedAt,
    ...(event.metadata.corrects ? { corrects: event.metadata.corrects } : {}),
  }) as unknown as Published;

/**
 * Gives one command at its own time, then lets the process managers answer what came of it. The same command told
 * again is answered from the record.
 * @throws StoryRefused
 */
export const tell = async (
  { store, codec }: Pick<Writing, 'store' | 'codec'>,
  managersOf: (commanding: Commanding) => readonly ProcessManager[],
  { run, at, actor, organisation, locality, stream }: Telling,
  commandId: Uuid,
): Promise<void> => {
  const heard: RecordedEvent[] = [];
  const writing: Writing = {
    store: overheard(store, (events) => heard.push(...events)),
    codec,
    clock: () => at,
  };
  const outcome = await run(writing, {
    actor: actor ?? SYSTEM_ACTOR,
    organisation,
    locality,
    client: 'demonstration',
    commandId,
  });
  if (isRejected(outcome))
    throw new StoryRefused(
      `${stream} at ${at}: ${outcome.rejected} ${JSON.stringify(outcome.details ?? {})}`,
    );
  const managers = managersOf(new Commanding(writing));
  // Told again, nothing is appended and nothing answered here: the managers' own feed delivers every event to them.
  for (let event = heard.shift(); event; event = heard.shift())
    for (const { name, on } of managers)
      await on[event.type]?.(published(event), reactionTo(name, published(event)));
};

export const commandIdOf = (story: string, thread: string, index: number): Uuid =>
  uuid5(`demonstration:${story}:${thread}:${index}`);
