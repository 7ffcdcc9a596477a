import { expect } from '@jest/globals';
import { uuid5, type Correction, type Instant, type Uuid } from '@alongside/kernel';
import { toPosition, type EventMetadata } from '@alongside/event-store';
import { changesOf, foldChanges, type Row, type Touched } from '../fold.js';
import type { AnyProjection, Published } from '../projection.js';
import { faultsOf } from '../row-check.js';

/** An event as a spec writes it down; everything left out is filled in the same way each time. */
export interface GivenEvent {
  readonly type: string;
  readonly data: object;
  /** Derived from the place in the list where absent. The same id given twice is a redelivery. */
  readonly id?: Uuid;
  /** 09:00 UTC on the day the fact was effective where absent. */
  readonly recordedAt?: Instant;
  readonly corrects?: Correction;
  readonly stream?: string;
  readonly metadata?: Partial<EventMetadata>;
}

const ACTOR = uuid5('actor of specs');

/** The id that the event at `index` (from 0) of a list gets unless it says its own. */
export const givenId = (index: number): Uuid => uuid5(`given:${index}`);

const recordedAtOf = ({ recordedAt, data }: GivenEvent): Instant => {
  const { effectiveOn } = data as { readonly effectiveOn?: string };
  return recordedAt ?? `${effectiveOn ?? '2026-01-01'}T09:00:00.000Z`;
};

/** Events as a projection is given them, through JSON as in the log, in log order. A repeated id keeps its position. */
export const publishedFrom = (events: readonly GivenEvent[]): readonly Published[] => {
  const seen = new Map<Uuid, Published>();
  const revisions = new Map<string, number>();
  return events.map((event, index) => {
    const id = event.id ?? givenId(index);
    const before = seen.get(id);
    if (before) return before;
    const stream = event.stream ?? `spec-${uuid5('stream of specs')}`;
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const recordedAt = recordedAtOf(event);
    const published = {
      id,
      type: event.type,
      data: event.data,
      recordedAt,
      ...(event.corrects ? { corrects: event.corrects } : {}),
      stream,
      revision,
      position: toPosition(index + 1),
      metadata: {
        actor: ACTOR,
        organisation: null,
        locality: null,
        client: 'spec',
        commandId: uuid5(`command:${id}`),
        commandHash: '',
        correlation: uuid5(`command:${id}`),
        causation: null,
        version: 1,
        ...event.metadata,
        recordedAt,
        ...(event.corrects ? { corrects: event.corrects } : {}),
      },
    };
    const copy = frozen(JSON.parse(JSON.stringify(published)) as Published);
    seen.set(id, copy);
    return copy;
  });
};

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
};

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/**
 * The rows that a projection holds after the events, in the order of their keys. As in the running program an event
 * that comes again changes nothing, and events and rows are frozen: a fold that alters them fails.
 * @throws where a row does not fit the projection's columns or its key
 */
export const rowsAfter = <Result extends object = Row>(
  projection: AnyProjection,
  events: readonly GivenEvent[],
): readonly Result[] => {
  const rows = new Map<string, Row>();
  const delivered = new Set<Uuid>();
  for (const event of publishedFrom(events)) {
    if (delivered.has(event.id)) continue;
    delivered.add(event.id);
    for (const [text, touched] of foldChanges(projection, changesOf(projection, event), (key) =>
      rows.get(key),
    ))
      keep(projection, rows, text, touched);
  }
  return [...rows].toSorted(byKey).map(([, row]) => row as Result);
};

const keep = (projection: AnyProjection, rows: Map<string, Row>, text: string, { row }: Touched): void => {
  if (row === undefined) {
    rows.delete(text);
    return;
  }
  const faults = faultsOf(projection, row);
  if (faults.length > 0) throw new Error(`${projection.name}: ${faults.join('; ')}`);
  rows.set(text, frozen({ ...row }));
};

/** `foldSpec(postRegister).given(established, banded).then(row)`: the rows after the events, all of them, by key. */
export const foldSpec = <Result extends object = Row>(projection: AnyProjection) => ({
  given: (...events: readonly GivenEvent[]) => ({
    rows: (): readonly Result[] => rowsAfter<Result>(projection, events),
    then: (...rows: readonly Result[]): void => expect(rowsAfter<Result>(projection, events)).toEqual(rows),
    thenNothing: (): void => expect(rowsAfter<Result>(projection, events)).toEqual([]),
  }),
});
