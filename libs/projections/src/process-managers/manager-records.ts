import type { Json } from '@alongside/kernel';
import { BEGINNING, type Position } from '@alongside/event-store';
import type { ClientBase, Pool } from 'pg';
import type { Published } from '../projection.js';
import { withoutValues } from '../sql/failures.js';

/** A stream that a process manager could not go on with. */
export interface ParkedReaction {
  readonly stream: string;
  /** Of the event to begin again with. */
  readonly revision: number;
  readonly attempts: number;
}

export const readCheckpoint = async (client: ClientBase, manager: string): Promise<Position> => {
  const { rows } = await client.query<{ readonly position: string }>(
    'SELECT position FROM runtime.process_manager_checkpoint WHERE manager = $1',
    [manager],
  );
  return rows[0]?.position ?? BEGINNING;
};

/** Only ever forwards. */
export const moveCheckpoint = async (
  client: ClientBase,
  manager: string,
  position: Position,
): Promise<void> => {
  await client.query({
    name: 'move manager',
    text: `INSERT INTO runtime.process_manager_checkpoint (manager, position) VALUES ($1, $2)
      ON CONFLICT (manager) DO UPDATE SET position = excluded.position, moved_at = now()
      WHERE process_manager_checkpoint.position < excluded.position`,
    values: [manager, position],
  });
};

export const recordRefusal = async (
  client: ClientBase,
  manager: string,
  event: Published,
  reason: string,
  details: Readonly<Record<string, Json>> | undefined,
): Promise<void> => {
  await client.query(
    `INSERT INTO runtime.process_manager_refusal (manager, event_id, stream, position, reason, details)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [
      manager,
      event.id,
      event.stream,
      event.position,
      reason,
      details === undefined ? null : JSON.stringify(details),
    ],
  );
};

/** Remembers with which event of its stream to begin again, and when; null: not by itself. */
export const park = async (
  client: ClientBase,
  manager: string,
  event: Pick<Published, 'stream' | 'id' | 'type' | 'revision' | 'position'>,
  error: unknown,
  attempts: number,
  retryInMs: number | null,
): Promise<void> => {
  await client.query(
    `INSERT INTO runtime.process_manager_parked
       (manager, stream, event_id, event_type, revision, position, error, attempts, next_attempt_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9::float8 * interval '1 millisecond')
     ON CONFLICT (manager, stream) DO UPDATE SET event_id = excluded.event_id, event_type = excluded.event_type,
       revision = excluded.revision, position = excluded.position, error = excluded.error,
       attempts = excluded.attempts, next_attempt_at = excluded.next_attempt_at`,
    [
      manager,
      event.stream,
      event.id,
      event.type,
      event.revision,
      event.position,
      withoutValues(error),
      attempts,
      retryInMs,
    ],
  );
};

export const unpark = async (client: ClientBase, manager: string, stream: string): Promise<void> => {
  await client.query('DELETE FROM runtime.process_manager_parked WHERE manager = $1 AND stream = $2', [
    manager,
    stream,
  ]);
};

export const parkedStreamNames = async (client: ClientBase, manager: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ readonly stream: string }>(
    'SELECT stream FROM runtime.process_manager_parked WHERE manager = $1',
    [manager],
  );
  return rows.map(({ stream }) => stream);
};

/** Parked streams whose time for another attempt has come. */
export const dueReactions = async (
  client: ClientBase,
  manager: string,
): Promise<readonly ParkedReaction[]> => {
  const { rows } = await client.query<ParkedReaction>(
    `SELECT stream, revision, attempts FROM runtime.process_manager_parked
     WHERE manager = $1 AND next_attempt_at <= now() ORDER BY next_attempt_at LIMIT 100`,
    [manager],
  );
  return rows;
};

/**
 * Gives parked reactions another chance, with all attempts before them again: those of one manager where named. Any
 * process may ask; whoever runs the managers takes them up. Answers how many there are.
 */
export const retryParkedReactions = async (client: ClientBase | Pool, manager?: string): Promise<number> => {
  const { rowCount } = await client.query(
    `UPDATE runtime.process_manager_parked SET next_attempt_at = now(), attempts = 0
     WHERE $1::text IS NULL OR manager = $1`,
    [manager ?? null],
  );
  return rowCount ?? 0;
};
