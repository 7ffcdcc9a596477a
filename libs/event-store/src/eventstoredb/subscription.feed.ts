import type { Position } from '../port.js';
import { isAnswer, translated } from './failures.js';
import { positionFrom, type LogPosition, type Resolved } from './recorded.js';
import type { ClientShare } from './shared.client.js';
import { openLink, type Link } from './subscription.link.js';

/** What has come and has not been taken yet. A record of the server's own moves the position and is not delivered. */
export type Arrival =
  | { readonly kind: 'event'; readonly event: Resolved; readonly position: Position }
  | { readonly kind: 'checkpoint'; readonly position: Position };

/** Subscriptions one after the other, each going on where the last one had got to. */
export interface Feed {
  readonly take: () => Arrival | undefined;
  /** Answers whether anything changed within `ms`; waits for as long as it takes where that is absent. */
  readonly change: (ms?: number) => Promise<boolean>;
  /** Whether everything that was in the log has come. */
  readonly isLive: () => boolean;
  /** What the server refuses for good. */
  readonly failure: () => Error | undefined;
  readonly isClosed: () => boolean;
  /** Nothing up to here is left to come. */
  readonly passed: (position: Position) => void;
  readonly reconnect: (why: string) => void;
  readonly close: () => void;
}

export interface FeedSettings {
  readonly after: Position;
  readonly prefixes: readonly string[] | undefined;
  readonly timeoutMs: number;
  readonly warn: (message: string) => void;
}

const FULL = 1_024;
const ROOM_AGAIN = 512;
const BACK_OFF_MS = { first: 100, most: 5_000 };

export const openFeed = (share: ClientShare, { after, prefixes, timeoutMs, warn }: FeedSettings): Feed => {
  const queue: Arrival[] = [];
  const watchers = new Set<() => void>();
  let known = after;
  let lastCheckpoint = after;
  let backOffMs = BACK_OFF_MS.first;
  let live = false;
  let closed = false;
  let failure: Error | undefined;
  let link: Link | undefined;
  let reconnecting: NodeJS.Timeout | undefined;

  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  const arrive = (arrival: Arrival): void => {
    known = arrival.position;
    backOffMs = BACK_OFF_MS.first;
    queue.push(arrival);
    if (queue.length === FULL) link?.pause();
    changed();
  };
  const onEvent = (event: Resolved): void => {
    const position = positionFrom(event.position);
    if (position === undefined) fail(new Error(`EventStoreDB gave no position with event ${event.id}`));
    else if (position > known) arrive({ kind: 'event', event, position });
  };
  const onCheckpoint = (checkpoint: LogPosition): void => {
    const position = positionFrom(checkpoint);
    if (position === undefined || position < lastCheckpoint)
      return warn(`EventStoreDB gave an impossible checkpoint, ${checkpoint.commit}: left out`);
    lastCheckpoint = position;
    if (position > known) arrive({ kind: 'checkpoint', position });
  };
  const onLive = (): void => {
    live = true;
    backOffMs = BACK_OFF_MS.first;
    changed();
  };
  const fail = (error: Error): void => {
    failure = error;
    link?.close();
    changed();
  };
  const onDropped = (error: unknown): void => {
    live = false;
    link = undefined;
    if (closed || failure) return;
    if (isAnswer(error)) return fail(translated(error, '$all'));
    warn(`A subscription was dropped and goes on in ${backOffMs} ms: ${(error as Error).message}`);
    reconnecting = setTimeout(connect, backOffMs * (0.5 + Math.random() / 2));
    backOffMs = Math.min(backOffMs * 2, BACK_OFF_MS.most);
  };
  const connect = (): void => {
    lastCheckpoint = known;
    link = openLink(share.connection(), known, prefixes, timeoutMs, {
      onEvent,
      onCheckpoint,
      onLive,
      onDropped,
    });
    if (queue.length >= FULL) link.pause();
  };
  connect();

  return {
    take: () => {
      const arrival = queue.shift();
      if (queue.length === ROOM_AGAIN) link?.resume();
      return arrival;
    },
    change: (ms) => {
      if (queue.length > 0 || closed) return Promise.resolve(true);
      return new Promise((resolve) => {
        const settle = (answer: boolean) => (): void => {
          clearTimeout(timer);
          watchers.delete(watcher);
          resolve(answer);
        };
        const timer = ms === undefined ? undefined : setTimeout(settle(false), ms);
        const watcher = settle(true);
        watchers.add(watcher);
      });
    },
    isLive: () => live,
    failure: () => failure,
    isClosed: () => closed,
    passed: (position) => {
      if (position > known) known = position;
    },
    reconnect: (why) => link?.drop(why),
    close: () => {
      closed = true;
      clearTimeout(reconnecting);
      link?.close();
      changed();
    },
  };
};
