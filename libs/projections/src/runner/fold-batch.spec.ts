import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toPosition, type RecordedEvent } from '@alongside/event-store';
import { keyText, type Row } from '../fold.js';
import { rowsAfter } from '../testing/fold-spec.js';
import { closed, opened, placeId, places, taken } from '../testing/toy.js';
import { addPark, isParked, type Parked } from '../runtime/parked.js';
import { foldItems, holdRows, itemsFor, missingKeys, unwritten, type HeldRows } from './fold-batch.js';
import { published } from './prepared-event.js';

/** What happens to one of a few places; seats 0 is an event that the fold refuses. */
const happening = fc.record({
  place: fc.integer({ min: 0, max: 5 }),
  kind: fc.constantFrom('open', 'take', 'refused', 'close'),
});
type Happening = { readonly place: number; readonly kind: 'open' | 'take' | 'refused' | 'close' };

const logOf = (happenings: readonly Happening[]): readonly RecordedEvent[] =>
  happenings.map(({ place, kind }, index) => {
    const event =
      kind === 'open'
        ? opened(place)
        : kind === 'close'
          ? closed(place)
          : taken(place, kind === 'take' ? 1 : 0);
    return { ...event, stream: `place-${placeId(place)}`, revision: index, position: toPosition(index + 1) };
  });

/** Takes the log in batches of the given sizes into a table that stands in for PostgreSQL's. */
const inBatches = (log: readonly RecordedEvent[], sizes: readonly number[]) => {
  const table = new Map<string, Row>();
  const parked: Parked = new Map();
  let at = 0;
  for (let turn = 0; at < log.length; turn += 1) {
    const batch = log.slice(at, at + sizes[turn % sizes.length]!);
    at += batch.length;
    const prepared = batch.map((recorded) => ({ recorded, opened: published(recorded) }));
    const { items, parks } = itemsFor(places, prepared, parked);
    const rows: HeldRows = new Map();
    const keys = missingKeys(items, rows);
    holdRows(
      places,
      keys,
      keys.flatMap((key): readonly Row[] => [table.get(keyText(key))].filter((row) => row !== undefined)),
      rows,
    );
    for (const park of [...parks, ...foldItems(places, items, rows, parked)]) addPark(parked, park);
    const { upserts, removes } = unwritten(rows);
    for (const row of upserts) table.set(row['place_id'] as string, row);
    for (const key of removes) table.delete(keyText(key));
  }
  return { table, parked };
};

const rowsOf = (table: ReadonlyMap<string, Row>): readonly Row[] =>
  [...table].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);

describe('folding in batches', () => {
  it('makes the same rows however the log is cut, and leaves out what was parked', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
        (happenings, sizes) => {
          const log = logOf(happenings);
          const { table, parked } = inBatches(log, sizes);
          const applied = log.filter((event) => !isParked(parked, 'places', event));
          expect(rowsOf(table)).toEqual(
            rowsAfter(
              places,
              applied.map((event) => ({ ...event, recordedAt: event.metadata.recordedAt })),
            ),
          );
          const refused = log.filter(({ data }) => data['seats'] === 0).map(({ stream }) => stream);
          expect([...(parked.get('places')?.keys() ?? [])].sort()).toEqual([...new Set(refused)].sort());
        },
      ),
    );
  });
  it('writes nothing for a row that came and went within a batch', () => {
    const log = logOf([
      { place: 1, kind: 'open' },
      { place: 1, kind: 'close' },
    ]);
    const rows: HeldRows = new Map();
    const { items } = itemsFor(
      places,
      log.map((recorded) => ({ recorded, opened: published(recorded) })),
      new Map(),
    );
    holdRows(places, missingKeys(items, rows), [], rows);
    foldItems(places, items, rows, new Map());
    expect(unwritten(rows)).toEqual({ upserts: [], removes: [] });
  });
});
