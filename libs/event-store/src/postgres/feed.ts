import { setTimeout as delay } from 'node:timers/promises';
import { Unavailable } from '../errors.js';
import { toPosition, type Delivery, type Position, type RecordedEvent } from '../port.js';
import type { Lane } from './lane.js';
import { pageStatement, toRecorded, type PageRow } from './statements.js';
import type { Waker } from './waker.js';

export interface FeedOptions {
  readonly lane: Lane;
  readonly waker: Waker;
  /** The schema as an identifier in SQL. */
  readonly log: string;
  readonly pageSize: number;
  readonly after: Position;
  readonly prefixes: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

interface Page {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here that the prefixes let through is in this page or in those before. */
  readonly end: Position;
  /** Nothing in the log, when it was read, lies beyond. */
  readonly isLast: boolean;
  /** How far the log was said to go when this page was asked for. */
  readonly told: Position;
}

/** Positions are without gaps, so this many of them are about as many rows. */
const WINDOW = 20_000;
const RETRY_MS = 100;

/** The log after a position for one subscriber. The page after next is read while the consumer works on this one. */
export async function* feed(options: FeedOptions): AsyncGenerator<Delivery, void, undefined> {
  const { waker, signal } = options;
  let ahead: Promise<Page | undefined> | undefined;
  let after = options.after;
  while (!signal.aborted) {
    const page: Page | undefined = await (ahead ?? pageAfter(after, options));
    if (!page) return;
    if (page.end <= after) waker.doubt(page.told, after);
    after = page.end;
    ahead = page.isLast ? undefined : pageAfter(after, options);
    ahead?.catch(() => undefined);
    for (const event of page.events) {
      yield { kind: 'event', event };
      if (signal.aborted) return;
    }
    yield { kind: page.isLast ? 'caughtUp' : 'checkpoint', position: after };
    if (page.isLast) await waker.beyond(after, signal);
  }
}

/** Tries until PostgreSQL answers, asking for less each time; undefined once nobody wants it any more. */
const pageAfter = async (after: Position, options: FeedOptions): Promise<Page | undefined> => {
  for (let share = 1; !options.signal.aborted; share = Math.min(share * 4, options.pageSize))
    try {
      return await readPage(after, options, share);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await delay(RETRY_MS, undefined, { signal: options.signal }).catch(() => undefined);
    }
  return undefined;
};

const readPage = async (
  after: Position,
  { lane, waker, log, prefixes, pageSize }: FeedOptions,
  share: number,
): Promise<Page> => {
  const told = waker.told;
  const limit = Math.ceil(pageSize / share);
  const window = Math.ceil(WINDOW / share);
  const rows = await lane.ask<PageRow>(pageStatement(log, { after, prefixes, limit, window }));
  const head = toPosition(BigInt(rows[0]![0]));
  const events = rows.flatMap(([, ...row]) => (row[0] === null ? [] : [toRecorded(row)]));
  if (events.length === limit) {
    const end = events.at(-1)!.position;
    return { events, end, isLast: end >= head, told };
  }
  const windowEnd = toPosition(BigInt(after) + BigInt(window));
  if (windowEnd < head) return { events, end: windowEnd, isLast: false, told };
  return { events, end: head > after ? head : after, isLast: true, told };
};
