import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@alongside/event-store';
import type { Standing } from '@alongside/graphql-kit';
import { lagSeconds, projectionsHealth } from '@alongside/projections';
import type { ReadModels } from '@alongside/read-models';

const KEPT_MS = 1_000;
/** For how long an answer is held up to find out its age. */
const PATIENCE_MS = 300;

/**
 * Keeps what was found out for a second. While it cannot be found out, the read models are said to be behind by as
 * long as that has lasted beside what was known before.
 */
export const keptStanding = (
  ask: () => Promise<Standing>,
  now: () => number = Date.now,
): (() => Promise<Standing>) => {
  let known: Standing = { behindSeconds: 0, parkedStreams: {} };
  let knownAt = now();
  let askedAt = -Infinity;
  let asking: Promise<void> | undefined;

  const find = async (): Promise<void> => {
    try {
      known = await ask();
      knownAt = now();
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
    if (asking && patience > 0) await Promise.race([asking, pause(patience, undefined, { ref: false })]);
    const unknownMs = now() - knownAt;
    return unknownMs < 2 * KEPT_MS
      ? known
      : { ...known, behindSeconds: known.behindSeconds + unknownMs / 1_000 };
  };
};

/** The standing of the read models against the log. */
export const standingOf = ({ pool }: ReadModels, store: EventStore): (() => Promise<Standing>) =>
  keptStanding(async () => {
    const [health, head] = await Promise.all([projectionsHealth(pool), store.head()]);
    const parkedStreams: Record<string, number> = {};
    for (const { projection } of health.parked)
      parkedStreams[projection] = (parkedStreams[projection] ?? 0) + 1;
    return { behindSeconds: lagSeconds(health, head, new Date().toISOString()), parkedStreams };
  });
