import type { Delivery, Position, SubscribeOptions } from '../port.js';
import { readAll } from './reading.js';
import { isOurs, positionFrom, toRecorded, type Resolved } from './recorded.js';
import type { ClientShare } from './shared.client.js';
import { openFeed, type Feed } from './subscription.feed.js';

export interface SubscriptionSettings {
  readonly timeoutMs: number;
  readonly warn: (message: string) => void;
  /** Ends every subscription of the store. */
  readonly closing: AbortSignal;
}

/** So long nothing comes before it is called a pause. */
const PAUSE_MS = 2;
/** How often an idle subscription looks whether the log has moved on without it. */
const IDLE_MS = { first: 20, most: 250 };
const LOOK_AHEAD = 500;

export const subscribeTo = (
  share: ClientShare,
  settings: SubscriptionSettings,
  { after, prefixes, signal }: SubscribeOptions,
): AsyncIterable<Delivery> => ({
  [Symbol.asyncIterator]: () => {
    const signals = [settings.closing, ...(signal ? [signal] : [])];
    if (signals.some(({ aborted }) => aborted)) return nothing();
    const { timeoutMs, warn } = settings;
    const feed = openFeed(share, { after, prefixes, timeoutMs, warn });
    const stop = (): void => {
      for (const each of signals) each.removeEventListener('abort', stop);
      feed.close();
    };
    for (const each of signals) each.addEventListener('abort', stop);
    const lookAhead = (from: Position) => ahead(share, timeoutMs, prefixes, from);
    const deliveries = deliver(feed, after, timeoutMs, lookAhead, stop);
    return {
      next: () => deliveries.next(),
      return: () => {
        stop();
        return deliveries.return(undefined);
      },
    };
  },
});

async function* nothing(): AsyncGenerator<Delivery, undefined> {}

/** How far the log goes on without anything for us, and where the first thing for us stands, if there is one. */
interface Ahead {
  readonly reached: Position;
  readonly next: Position | undefined;
}

const ahead = async (
  share: ClientShare,
  timeoutMs: number,
  prefixes: readonly string[] | undefined,
  from: Position,
): Promise<Ahead> => {
  const isForUs = (event: Resolved): boolean =>
    isOurs(event) && (!prefixes || prefixes.some((prefix) => event.streamId.startsWith(prefix)));
  let reached = from;
  for (const event of await readAll(share, timeoutMs, from, LOOK_AHEAD)) {
    const position = positionFrom(event.position);
    if (position === undefined || position <= from) continue;
    if (isForUs(event)) return { reached, next: position };
    reached = position;
  }
  return { reached, next: undefined };
};

/**
 * Hands on what has come; each thing is asked for only once the consumer is done with the one before. At a pause it
 * says how far it has got, and when idle it looks ahead: the server tells of what the prefixes keep back only now and
 * then. What it finds there and the subscription does not bring is the sign of one that has silently died.
 */
async function* deliver(
  feed: Feed,
  after: Position,
  timeoutMs: number,
  lookAhead: (from: Position) => Promise<Ahead>,
  stop: () => void,
): AsyncGenerator<Delivery, undefined> {
  let delivered = after;
  let said: Position | undefined;
  let idleMs = IDLE_MS.first;
  let missingSince: number | undefined;
  try {
    while (!feed.isClosed()) {
      const arrival = feed.take();
      if (arrival) {
        idleMs = IDLE_MS.first;
        missingSince = undefined;
        if (arrival.position <= delivered) continue;
        delivered = arrival.position;
        if (arrival.kind === 'checkpoint') yield arrival;
        else if (isOurs(arrival.event)) yield { kind: 'event', event: toRecorded(arrival.event) };
        continue;
      }
      const failure = feed.failure();
      if (failure) throw failure;
      if (!feed.isLive()) {
        await feed.change();
        continue;
      }
      if (await feed.change(PAUSE_MS)) continue;
      if (said === undefined || delivered > said) {
        said = delivered;
        yield { kind: 'caughtUp', position: said };
        continue;
      }
      if (await feed.change(idleMs)) continue;
      idleMs = Math.min(idleMs * 2, IDLE_MS.most);
      const { reached, next } = await lookAhead(delivered).catch(() => ({
        reached: delivered,
        next: undefined,
      }));
      if (await feed.change(0)) continue;
      if (reached > delivered) {
        delivered = reached;
        feed.passed(reached);
        idleMs = IDLE_MS.first;
      }
      missingSince = next === undefined ? undefined : (missingSince ?? performance.now());
      if (missingSince !== undefined && performance.now() - missingSince > timeoutMs) {
        missingSince = undefined;
        feed.reconnect('the log has moved on and the subscription has not');
      }
    }
  } finally {
    stop();
  }
  return undefined;
}
