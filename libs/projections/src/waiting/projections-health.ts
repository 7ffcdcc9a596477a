import type { Instant } from '@alongside/kernel';
import { BEGINNING, type Position } from '@alongside/event-store';
import type { Pool } from 'pg';

/** A stream that a projection waits with, as an operator sees it. */
export interface ParkedStream {
  readonly projection: string;
  readonly stream: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly position: Position;
  readonly error: string;
  readonly parkedAt: Instant;
}

export interface ProjectionsHealth {
  /** All projections have applied everything up to here. */
  readonly position: Position;
  /** When the last applied event was recorded; null where there is none. */
  readonly recordedAt: Instant | null;
  /** When an event was last applied. */
  readonly movedAt: Instant;
  /** The process that runs the projections, or ran them last, as `host:pid`. */
  readonly owner: string | null;
  readonly versions: Readonly<Record<string, number>>;
  readonly parked: readonly ParkedStream[];
}

interface Found {
  readonly position: string;
  readonly recorded_at: string | null;
  readonly moved_at: string;
  readonly owner: string | null;
}

/** How the projections stand, whichever process runs them. Any role of the program may ask. */
export const projectionsHealth = async (pool: Pool): Promise<ProjectionsHealth> => {
  const [feed, known, parked] = await Promise.all([
    pool.query<Found>(
      `SELECT position, recorded_at, moved_at, owner FROM runtime.feed WHERE name = 'projections'`,
    ),
    pool.query<{ name: string; version: number }>(
      'SELECT name, version FROM runtime.projection ORDER BY name',
    ),
    parkedStreams(pool),
  ]);
  const {
    position = BEGINNING,
    recorded_at: recordedAt = null,
    moved_at: movedAt = '',
    owner = null,
  } = feed.rows[0] ?? {};
  return {
    position,
    recordedAt,
    movedAt,
    owner,
    versions: Object.fromEntries(known.rows.map(({ name, version }) => [name, version])),
    parked,
  };
};

/** What the projections wait with; those of `projections` alone where given, whose answers are stale for it. */
export const parkedStreams = async (
  pool: Pool,
  projections?: readonly string[],
): Promise<readonly ParkedStream[]> => {
  const { rows } = await pool.query<ParkedStream>(
    `SELECT projection, stream, event_id AS "eventId", event_type AS "eventType", position, error, parked_at AS "parkedAt"
     FROM runtime.parked WHERE $1::text[] IS NULL OR projection = ANY ($1) ORDER BY position, projection LIMIT 1000`,
    [projections ?? null],
  );
  return rows;
};

/**
 * Seconds by which the read models are behind the log, from when the oldest event that they miss may have been
 * recorded; 0 where they miss none.
 */
export const lagSeconds = (health: ProjectionsHealth, head: Position, now: Instant): number => {
  if (health.position >= head) return 0;
  const since = health.recordedAt ?? health.movedAt;
  return Math.max(0, (Date.parse(now) - Date.parse(since)) / 1000);
};
