import type { RecordedEvent } from '@alongside/event-store';
import { changesOf, foldChanges, keyText, listensTo, type Row } from '../fold.js';
import type { AnyProjection, Change, Published } from '../projection.js';
import { parkOf, type Park, type Parked } from '../runtime/parked.js';
import type { PreparedEvent } from './prepared-event.js';

/** What one event changes in one projection's table. */
export interface Item {
  readonly event: Published;
  readonly changes: readonly Change<Row>[];
}

/** A row in memory beside the table. */
export interface Held {
  readonly key: readonly string[];
  row: Row | undefined;
  /** Whether the table holds a row under this key. */
  stored: boolean;
  /** Whether the table holds something else than `row`. */
  dirty: boolean;
}

export type HeldRows = Map<string, Held>;

export interface ItemsAndParks {
  readonly items: readonly Item[];
  readonly parks: readonly Park[];
}

/** Beyond every position, which are digits. */
const AFTER_ALL = '~';

/** Streams that one projection has come to wait with while a batch is folded. */
const waiting = (parked: Parked, projection: string) => {
  const before = parked.get(projection);
  const streams = new Set<string>();
  const parks: Park[] = [];
  return {
    parks,
    has: ({ stream, position }: Pick<Published, 'stream' | 'position'>): boolean =>
      streams.has(stream) || (before !== undefined && (before.get(stream) ?? AFTER_ALL) <= position),
    add: (event: RecordedEvent | Published, error: unknown): void => {
      streams.add(event.stream);
      parks.push(parkOf(projection, event, error));
    },
  };
};

/** What the events change in a projection; a stream with an event that it cannot be asked about is parked. */
export const itemsFor = (
  projection: AnyProjection,
  events: readonly PreparedEvent[],
  parked: Parked,
): ItemsAndParks => {
  const items: Item[] = [];
  const wait = waiting(parked, projection.name);
  for (const { recorded, opened, sealed, fault } of events) {
    if (!listensTo(projection, recorded.type) || wait.has(recorded)) continue;
    const event = projection.sealed ? sealed : opened;
    try {
      if (event === undefined) throw fault;
      const changes = changesOf(projection, event);
      if (changes.length > 0) items.push({ event, changes });
    } catch (error) {
      wait.add(recorded, error);
    }
  }
  return { items, parks: wait.parks };
};

/** The rows that must be fetched before the items can be folded. */
export const missingKeys = (items: readonly Item[], rows: HeldRows): readonly (readonly string[])[] => {
  const missing = new Map<string, readonly string[]>();
  for (const { changes } of items)
    for (const { key } of changes) {
      const text = keyText(key);
      if (!rows.has(text)) missing.set(text, key);
    }
  return [...missing.values()];
};

/** Takes fetched rows, and the knowledge that the others do not exist. */
export const holdRows = (
  projection: AnyProjection,
  keys: readonly (readonly string[])[],
  fetched: readonly Row[],
  rows: HeldRows,
): void => {
  for (const key of keys) rows.set(keyText(key), { key, row: undefined, stored: false, dirty: false });
  for (const row of fetched) {
    const key = projection.key.map((column) => String(row[column]));
    rows.set(keyText(key), { key, row, stored: true, dirty: false });
  }
};

/**
 * Folds items into the held rows, in order. An event whose fold throws changes no row; its stream is parked and later
 * items of the stream are left out. Rows that are not held count as rows that do not exist.
 */
export const foldItems = (
  projection: AnyProjection,
  items: readonly Item[],
  rows: HeldRows,
  parked: Parked,
): readonly Park[] => {
  const wait = waiting(parked, projection.name);
  for (const { event, changes } of items) {
    if (wait.has(event)) continue;
    try {
      const touched = foldChanges(projection, changes, (text) => rows.get(text)?.row);
      for (const [text, { key, row }] of touched) {
        const held = rows.get(text);
        if (!held) rows.set(text, { key, row, stored: false, dirty: true });
        else if (held.row !== row) Object.assign(held, { row, dirty: true });
      }
    } catch (error) {
      wait.add(event, error);
    }
  }
  return wait.parks;
};

/** What the table must still be told. */
export const unwritten = (
  rows: HeldRows,
): { readonly upserts: readonly Row[]; readonly removes: readonly (readonly string[])[] } => {
  const upserts: Row[] = [];
  const removes: (readonly string[])[] = [];
  for (const { key, row, stored, dirty } of rows.values()) {
    if (!dirty) continue;
    if (row !== undefined) upserts.push(row);
    else if (stored) removes.push(key);
  }
  return { upserts, removes };
};
