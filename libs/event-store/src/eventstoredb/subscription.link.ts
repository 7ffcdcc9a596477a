import { START, streamNameFilter } from '@eventstore/db-client';
import { BEGINNING, type Position } from '../port.js';
import { positionTo, type LogPosition, type Resolved } from './recorded.js';
import type { Connection } from './shared.client.js';

/** How many records the server looks at between two checkpoints. */
const SEARCH_WINDOW = 500;

/** What a link hands on, in log order. It may be called from inside the client and must never throw. */
export interface LinkEvents {
  readonly onEvent: (event: Resolved) => void;
  readonly onCheckpoint: (position: LogPosition) => void;
  /** Everything that was there has been handed on. */
  readonly onLive: () => void;
  /** Once, however it ended: there is no good end of a subscription that was not closed. */
  readonly onDropped: (error: unknown) => void;
}

/** One subscription of the client's, for as long as it lasts. */
export interface Link {
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends it without a word. */
  readonly close: () => void;
  /** Ends it as if the server had. */
  readonly drop: (why: string) => void;
}

type Marker = { readonly checkpoint: LogPosition } | { readonly live: true };

/**
 * Subscribes to everything after a position whose stream begins with one of the prefixes, or to all but the server's
 * own streams. The client tells of markers while up to sixteen events before them still wait in its buffer: they are
 * held back here until those have come out.
 */
export const openLink = (
  connection: Connection,
  after: Position,
  prefixes: readonly string[] | undefined,
  confirmedWithinMs: number,
  { onEvent, onCheckpoint, onLive, onDropped }: LinkEvents,
): Link => {
  const held: Marker[] = [];
  let over = false;

  const release = (marker: Marker): void => ('live' in marker ? onLive() : onCheckpoint(marker.checkpoint));
  const releaseAll = (): void => {
    if (subscription.readableLength === 0) for (const marker of held.splice(0)) release(marker);
  };
  const releaseBefore = (position: bigint): void => {
    for (
      let next = held[0];
      next && 'checkpoint' in next && next.checkpoint.commit < position;
      next = held[0]
    )
      release(held.shift()!);
  };
  const hold = (marker: Marker): void => {
    if (over) return;
    held.push(marker);
    releaseAll();
  };

  const options = {
    checkpointInterval: 1,
    maxSearchWindow: SEARCH_WINDOW,
    checkpointReached: async (_subscription: unknown, checkpoint: LogPosition) => hold({ checkpoint }),
  };
  const subscription = connection.client.subscribeToAll({
    fromPosition: after === BEGINNING ? START : positionTo(after),
    filter: prefixes
      ? streamNameFilter({ ...options, prefixes: [...prefixes] })
      : streamNameFilter({ ...options, regex: '^[^$]' }),
  });

  const end = (): boolean => {
    if (over) return false;
    over = true;
    clearTimeout(unconfirmed);
    forget();
    subscription.unsubscribe().catch(() => undefined);
    subscription.destroy();
    return true;
  };
  const drop = (error: unknown): void => {
    if (end()) onDropped(error);
  };
  const unconfirmed = setTimeout(
    () => drop(new Error(`no confirmation within ${confirmedWithinMs} ms`)),
    confirmedWithinMs,
  );
  const forget = connection.onGivenUp(() => drop(new Error('the connection was given up')));

  subscription.on('confirmation', () => clearTimeout(unconfirmed));
  subscription.on('caughtUp', () => hold({ live: true }));
  subscription.on('data', ({ event }: { event?: Resolved }) => {
    if (over || !event) return;
    if (event.position) releaseBefore(event.position.commit);
    onEvent(event);
    releaseAll();
  });
  subscription.on('error', drop);
  for (const sign of ['end', 'close'] as const)
    subscription.on(sign, () => drop(new Error('the server ended the subscription')));

  return {
    pause: () => void subscription.pause(),
    resume: () => void subscription.resume(),
    close: () => void end(),
    drop: (why) => drop(new Error(why)),
  };
};
