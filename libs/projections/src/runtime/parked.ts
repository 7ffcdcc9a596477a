import type { ClientBase } from 'pg';
import type { Published } from '../projection.js';
import type { Statement } from '../sql/table.js';
import { withoutValues } from '../sql/failures.js';

/** A stream that a projection waits with. */
export interface Park {
  readonly projection: string;
  readonly stream: string;
  readonly event_id: string;
  readonly event_type: string;
  readonly position: string;
  /** Without values of the event. */
  readonly error: string;
}

export const parkOf = (
  projection: string,
  { stream, id, type, position }: Pick<Published, 'stream' | 'id' | 'type' | 'position'>,
  error: unknown,
): Park => ({
  projection,
  stream,
  event_id: id,
  event_type: type,
  position,
  error: withoutValues(error),
});

/** By projection, the streams it waits with and from which position on. */
export type Parked = Map<string, Map<string, string>>;

export const addPark = (parked: Parked, { projection, stream, position }: Park): void => {
  const streams = parked.get(projection) ?? new Map<string, string>();
  if (!streams.has(stream)) streams.set(stream, position);
  parked.set(projection, streams);
};

/** Whether the event must wait. */
export const isParked = (
  parked: Parked,
  projection: string,
  { stream, position }: Pick<Published, 'stream' | 'position'>,
): boolean => {
  const from = parked.get(projection)?.get(stream);
  return from !== undefined && from <= position;
};

export const readParked = async (client: ClientBase): Promise<Parked> => {
  const { rows } = await client.query<Park>('SELECT * FROM runtime.parked');
  const parked: Parked = new Map();
  for (const row of rows) addPark(parked, row);
  return parked;
};

export const parkStatement = (park: Park): Statement => ({
  name: 'park',
  text: `INSERT INTO runtime.parked (projection, stream, event_id, event_type, position, error)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
  values: [park.projection, park.stream, park.event_id, park.event_type, park.position, park.error],
});
