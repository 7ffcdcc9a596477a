import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@alongside/event-store';
import type { Standing } from '@alongside/graphql-kit';
import { lagSeconds, projectionsHealth, waitFor } from '@alongside/projections';
import type { ReadModels } from '@alongside/read-models';

const KEPT_MS = 1_000;
/** Known no longer ago than this, it is said as it was known while it is found out anew. */
const GOOD_ENOUGH_MS = 2_000;
/** For how long an answer is held up to find out its age. */
const PATIENCE_MS = 400;

/**
 * Finds out at most once a second, and while answers are asked for all the time holds up none of them. While it cannot
 * be found out, the read models are said to be behind by as long as that has lasted beside what was known before.
 */
export const keptStanding = (
  ask: () => Promise<Standing>,
  now: () => number = Date.now,
): (() => Promise<Standing>) => {
  let known: Standing = { behindSeconds: 0, parkedStreams: {} };
  let knownAt = now();
  let askedAt = -Infinity;
  let asking: Promise<void> | undefined;
  let everFound = false;

  const find = async (): Promise<void> => {
    try {
      known = await ask();
      knownAt = now();
      everFound = true;
    } catch {
      // The age that is said grows until somebody answers.
    } finally {
      asking = undefined;
    }
  };

  return async () => {
    if (!asking && now() - askedAt >= KEPT_MS) {
      askedAt = now();
      asking = find();
    }
    const patience = askedAt + PATIENCE_MS - now();
    if (asking && patience > 0 && (!everFound || now() - knownAt >= GOOD_ENOUGH_MS))
      await Promise.race([asking, pause(patience, undefined, { ref: false })]);
    const unknownMs = now() - knownAt;
    return unknownMs < GOOD_ENOUGH_MS
      ? known
      : { ...known, behindSeconds: known.behindSeconds + unknownMs / 1_000 };
  };
};

/** What is recorded is in the read models within this time while all is well. */
const ON_ITS_WAY_MS = 250;

/** The standing of the read models against the log. */
export const standingOf = ({ pool }: ReadModels, store: EventStore): (() => Promise<Standing>) => {
  let level = -Infinity;
  return keptStanding(async () => {
    const asked = Date.now();
    const head = await store.head();
    if ((await waitFor(pool, [], head, ON_ITS_WAY_MS)) === 'reached') level = asked;
    const health = await projectionsHealth(pool);
    const parkedStreams: Record<string, number> = {};
    for (const { projection } of health.parked)
      parkedStreams[projection] = (parkedStreams[projection] ?? 0) + 1;
    // After a quiet night the last event that was applied is old, and the first that is missing is not.
    const behindSeconds = Math.min(
      lagSeconds(health, head, new Date().toISOString()),
      (Date.now() - level) / 1_000,
    );
    return { behindSeconds: level === asked ? 0 : behindSeconds, parkedStreams };
  });
};
