import { expect } from '@jest/globals';
import { BEGINNING, type EventStore, type Position, type RecordedEvent } from '@alongside/event-store';
import { identityCodec } from '@alongside/event-store/testing';
import { openPool } from '@alongside/postgres';
import type { TestDatabase } from '@alongside/postgres/testing';
import type { Pool } from 'pg';
import type { AnyProjection } from '../projection.js';
import { rest } from '../runner/session.js';
import {
  runProjections,
  type ProjectionsOptions,
  type ProjectionsRunner,
} from '../runner/run-projections.js';
import { waitFor } from '../waiting/wait-for.js';
import { rowsAfter } from './fold-spec.js';
import { MemoryEventStore } from './memory.event-store.js';
import { days, places, toyDatabase } from './toy.js';

export interface StoppableRunner extends ProjectionsRunner {
  readonly stop: () => Promise<void>;
}

/** A toy database with runners on it, and what the specs ask of them. */
export interface ToyRun {
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly store: EventStore;
  readonly run: (
    projections?: readonly AnyProjection[],
    over?: Partial<ProjectionsOptions>,
  ) => StoppableRunner;
  readonly reached: (position: Position, names?: readonly string[]) => Promise<void>;
  readonly rows: (table: string, key: string) => Promise<readonly Record<string, unknown>[]>;
  /** Fails unless the tables hold what the fold of the events makes; `places` may have missed some. */
  readonly expectFolded: (missedByPlaces?: (event: RecordedEvent) => boolean) => Promise<void>;
  readonly end: () => Promise<void>;
}

export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await holds()) return;
    await rest(10, new AbortController().signal);
  }
  throw new Error('It did not come to hold within ten seconds');
};

const logOf = async (store: EventStore): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const delivery of store.subscribe({ after: BEGINNING })) {
    if (delivery.kind === 'caughtUp') break;
    if (delivery.kind === 'event') events.push(delivery.event);
  }
  return events;
};

const given = ({ id, type, data, metadata, stream }: RecordedEvent) => ({
  id,
  type,
  data,
  recordedAt: metadata.recordedAt,
  stream,
  metadata,
});

export const toyRun = async (): Promise<ToyRun> => {
  const database = await toyDatabase();
  const pool = openPool(database.projectorUrl, { name: 'spec' });
  const store = new MemoryEventStore();
  const runners: StoppableRunner[] = [];
  const rows: ToyRun['rows'] = async (table, key) =>
    (await pool.query<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY ${key}`)).rows;
  return {
    database,
    pool,
    store,
    rows,
    run: (projections = [places, days], over = {}) => {
      const stopping = new AbortController();
      const { signal } = stopping;
      const databaseUrl = database.projectorUrl;
      const runner = runProjections({
        store,
        codec: identityCodec,
        projections,
        databaseUrl,
        signal,
        ...over,
      });
      const stop = async (): Promise<void> => {
        stopping.abort();
        await runner.finished;
      };
      runners.push({ ...runner, stop });
      return { ...runner, stop };
    },
    reached: async (position, names = ['places', 'days']) =>
      expect(await waitFor(pool, names, position, 10_000)).toBe('reached'),
    expectFolded: async (missed = () => false) => {
      const events = await logOf(store);
      const forPlaces = events.filter((event) => !missed(event)).map(given);
      expect(await rows('toy.place', 'place_id::text')).toEqual(rowsAfter(places, forPlaces));
      expect(await rows('toy.day', 'day, kind')).toEqual(rowsAfter(days, events.map(given)));
    },
    end: async () => {
      for (const { stop } of runners) await stop();
      await pool.end();
      await database.drop();
    },
  };
};
