import { uuid5, type DomainEvent, type Json, type Uuid } from '@alongside/kernel';
import type { EventStore, NewEvent, Position } from '@alongside/event-store';
import { openPool } from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import { projection, type AnyProjection } from '../projection.js';
import { installRuntime } from '../runtime/install-runtime.js';

type PlaceOpened = DomainEvent<'PlaceOpened', { readonly placeId: Uuid; readonly title: string | null }>;
type SeatTaken = DomainEvent<'SeatTaken', { readonly placeId: Uuid; readonly seats: number }>;
type PlaceClosed = DomainEvent<'PlaceClosed', { readonly placeId: Uuid }>;
export type ToyEvent = PlaceOpened | SeatTaken | PlaceClosed;

export interface PlaceRow {
  readonly place_id: Uuid;
  readonly title: string;
  readonly taken: number;
  readonly opened_on: string;
  readonly changed_at: string;
  readonly share: number | null;
  readonly open: boolean;
  readonly days: Json;
  readonly takers: readonly Uuid[];
  readonly notes: readonly string[];
}

/** A place refuses to be taken by no one, and PostgreSQL refuses a place without a title. */
export const places: AnyProjection = projection<PlaceRow, ToyEvent>({
  name: 'places',
  version: 1,
  table: 'toy.place',
  columns: {
    place_id: 'uuid',
    title: 'text',
    taken: 'integer',
    opened_on: 'date',
    changed_at: 'instant',
    share: 'number',
    open: 'boolean',
    days: 'json',
    takers: 'uuid[]',
    notes: 'text[]',
  },
  key: ['place_id'],
  access: { class: 'C0', everyone: true },
  on: {
    PlaceOpened: ({ data, recordedAt }) => ({
      key: [data.placeId],
      fold: () => ({
        place_id: data.placeId,
        title: data.title as string,
        taken: 0,
        opened_on: data.effectiveOn,
        changed_at: recordedAt,
        share: null,
        open: true,
        days: { hours: [9, 17.5], 'a "day"': null },
        takers: [],
        notes: ['plain', 'with "quotes", commas {and} \\ braces', ''],
      }),
    }),
    SeatTaken: ({ data, id, recordedAt }) => ({
      key: [data.placeId],
      fold: (row) => {
        if (data.seats === 0) throw new Error('nobody takes a place');
        return (
          row && {
            ...row,
            taken: row.taken + data.seats,
            share: row.taken / 10,
            changed_at: recordedAt,
            takers: [id],
          }
        );
      },
    }),
    PlaceClosed: ({ data }) => ({ key: [data.placeId], fold: () => undefined }),
  },
});

export interface DayRow {
  readonly day: string;
  readonly kind: string;
  readonly events: number;
}

/** Rows that depend on many streams, found by two columns. */
export const days: AnyProjection = projection<DayRow, ToyEvent>({
  name: 'days',
  version: 1,
  table: 'toy.day',
  columns: { day: 'date', kind: 'text', events: 'integer' },
  key: ['day', 'kind'],
  access: { class: 'C0', everyone: true },
  on: {},
  onAny: ({ data, type }) => ({
    key: [data.effectiveOn, type],
    fold: (row) => ({ day: data.effectiveOn, kind: type, events: (row?.events ?? 0) + 1 }),
  }),
});

const tables = `
CREATE SCHEMA toy;
CREATE TABLE toy.place (place_id uuid PRIMARY KEY, title text NOT NULL, taken integer NOT NULL, opened_on date NOT NULL,
  changed_at timestamptz(3) NOT NULL, share double precision, open boolean NOT NULL, days jsonb NOT NULL,
  takers uuid[] NOT NULL, notes text[] NOT NULL);
CREATE TABLE toy.day (day date, kind text, events integer NOT NULL, PRIMARY KEY (day, kind));
GRANT USAGE ON SCHEMA toy TO alongside_projector;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA toy TO alongside_projector;`;

/** A database with the toy's tables and the runtime. */
export const toyDatabase = (): Promise<TestDatabase> =>
  testDatabase({
    key: 'toy_projections',
    prepare: async ({ ownerUrl }) => {
      const owner = openPool(ownerUrl, { name: 'spec', max: 1 });
      const client = await owner.connect();
      await client.query(tables);
      await installRuntime(client);
      client.release();
      await owner.end();
    },
  });

export const placeId = (number: number): Uuid => uuid5(`place ${number}`);

let made = 0;

/** An event of a place's stream; its data need not fit its type. */
export const toyEvent = (
  type: ToyEvent['type'],
  number: number,
  data: Record<string, Json> = {},
): NewEvent => {
  made += 1;
  return {
    id: uuid5(`toy event ${made}`),
    type,
    data: {
      placeId: placeId(number),
      effectiveOn: `2026-04-${String((number % 28) + 1).padStart(2, '0')}`,
      ...data,
    },
    metadata: {
      actor: uuid5('actor'),
      organisation: uuid5('organisation'),
      locality: null,
      client: 'spec',
      commandId: uuid5(`command ${made}`),
      commandHash: '',
      correlation: uuid5(`command ${made}`),
      causation: null,
      recordedAt: new Date(Date.UTC(2026, 3, 1) + made * 1000).toISOString(),
      version: 1,
    },
  };
};

export const opened = (number: number): NewEvent =>
  toyEvent('PlaceOpened', number, { title: `Place ${number}` });
export const taken = (number: number, seats = 1): NewEvent => toyEvent('SeatTaken', number, { seats });
export const closed = (number: number): NewEvent => toyEvent('PlaceClosed', number);

/** Appends to the place's stream, whatever is in it. */
export const record = async (
  store: EventStore,
  number: number,
  ...events: readonly NewEvent[]
): Promise<Position> => {
  const stream = `place-${placeId(number)}`;
  const held = await store.read(stream);
  const { position } = await store.append(stream, held.at(-1)?.revision ?? 'NoStream', events);
  return position;
};
