import type { Position } from '@alongside/event-store';
import type { ClientBase } from 'pg';
import type { Statement } from '../sql/table.js';

/** What the owner of the projections must know to move them. */
export interface Feed {
  readonly epoch: number;
  /** Counts rebuilds: whoever did not notice one may not write. */
  readonly generation: number;
  readonly position: Position;
}

const columns = 'epoch, generation, position';

const one = async (client: ClientBase, text: string, values: unknown[]): Promise<Feed> => {
  const { rows } = await client.query<{
    epoch: number | string;
    generation: number | string;
    position: string;
  }>(text, values);
  const row = rows[0];
  if (!row) throw new Error('The runtime schema holds no feed: run the migrations.');
  return { epoch: Number(row.epoch), generation: Number(row.generation), position: row.position };
};

/** Makes every earlier owner's batches fail from here on. */
export const takeOver = (client: ClientBase, owner: string): Promise<Feed> =>
  one(
    client,
    `UPDATE runtime.feed SET epoch = epoch + 1, owner = $1 WHERE name = 'projections' RETURNING ${columns}`,
    [owner],
  );

export const readFeed = (client: ClientBase): Promise<Feed> =>
  one(client, `SELECT ${columns} FROM runtime.feed WHERE name = $1`, ['projections']);

/** Holds the projections where they are until the transaction ends. */
export const holdFeed = (client: ClientBase): Promise<Feed> =>
  one(client, `SELECT ${columns} FROM runtime.feed WHERE name = $1 FOR UPDATE`, ['projections']);

/** Tells the owner to look anew before it writes. */
export const countRebuild = async (client: ClientBase): Promise<void> => {
  await client.query(`UPDATE runtime.feed SET generation = generation + 1 WHERE name = 'projections'`);
};

/** Moves the feed, or breaks the transaction with SUPERSEDED. */
export const advanceStatement = (feed: Feed, to: Position, recordedAt: string): Statement => ({
  name: 'advance',
  text: 'SELECT runtime.advance($1, $2, $3, $4, $5)',
  values: [String(feed.epoch), String(feed.generation), feed.position, to, recordedAt],
});
