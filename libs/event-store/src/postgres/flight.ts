import { escapeIdentifier } from 'pg';
import type { ExpectedRevision } from '../port.js';
import type { SerialisedEvent } from '../serialise.js';
import { integerArray, textArray } from './binary-arrays.js';
import type { Statement } from './lane.js';

/** One append on its way to the log. */
export interface Item {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly SerialisedEvent[];
}

/** Outcome (0 appended, 1 wrong revision, 2 closed for ever), revision, position as text. */
export type ItemRow = readonly [outcome: number, revision: number, position: string | null];

export const NO_STREAM = -1;

const numbered = (stream: string, numbers: Map<string, number>): number => {
  const known = numbers.get(stream) ?? numbers.size + 1;
  numbers.set(stream, known);
  return known;
};

/** The call that appends all items in one transaction, in their order. */
export const flightOf = (schema: string, items: readonly Item[]): Statement => {
  const streams = new Map<string, number>();
  const itemStream = items.map(({ stream }) => numbered(stream, streams));
  const counts = items.map(({ events }) => events.length);
  let next = 1;
  const firsts = counts.map((count) => (next += count) - count);
  const events = items.flatMap((item) => item.events);
  return {
    name: 'append_many',
    text: `select * from ${escapeIdentifier(schema)}.append_many($1, $2, $3, $4, $5, $6, $7::text[]::uuid[], $8, $9, $10)`,
    values: [
      textArray('text', [...streams.keys()]),
      integerArray(itemStream),
      integerArray(items.map(({ expected }) => (expected === 'NoStream' ? NO_STREAM : expected))),
      integerArray(counts),
      integerArray(firsts),
      integerArray(counts.flatMap((count, index) => Array<number>(count).fill(index + 1))),
      textArray(
        'text',
        events.map(({ event }) => event.id),
      ),
      textArray(
        'text',
        events.map(({ event }) => event.type),
      ),
      textArray(
        'json',
        events.map(({ data }) => data),
      ),
      textArray(
        'json',
        events.map(({ metadata }) => metadata),
      ),
    ],
  };
};
