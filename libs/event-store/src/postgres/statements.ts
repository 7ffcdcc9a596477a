import type { Json, Uuid } from '@alongside/kernel';
import {
  BEGINNING,
  toPosition,
  type EventMetadata,
  type Position,
  type ReadOptions,
  type RecordedEvent,
} from '../port.js';
import type { Statement } from './lane.js';

export type EventRow = readonly [
  position: string,
  stream: string,
  revision: number,
  id: Uuid,
  type: string,
  data: Readonly<Record<string, Json>>,
  metadata: EventMetadata,
];

const COLUMNS = 'e.position::text, e.stream, e.revision, e.id, e.type, e.data, e.metadata';

export const toRecorded = ([
  position,
  stream,
  revision,
  id,
  type,
  data,
  metadata,
]: EventRow): RecordedEvent => ({
  id,
  type,
  data,
  metadata,
  stream,
  revision,
  position: toPosition(BigInt(position)),
});

export const headStatement = (log: string): Statement => ({
  name: 'head',
  text: `select e.position::text from ${log}.event e order by e.position desc limit 1`,
});

export const toHead = (rows: readonly (readonly unknown[])[]): Position =>
  rows[0] ? toPosition(BigInt(rows[0][0] as string)) : BEGINNING;

/** A row's first column says that the stream has been closed for ever; the rest is null where no event shows. */
export type StreamRow = readonly [closed: boolean, ...event: EventRow];

const ALL = 2_147_483_647;

export const streamStatement = (
  log: string,
  stream: string,
  { from, direction = 'forwards', max = ALL }: ReadOptions,
): Statement => {
  const [name, bound, order] =
    direction === 'forwards'
      ? ['read_forwards', 'e.revision >= $2', 'e.revision']
      : ['read_backwards', 'e.revision <= $2', 'e.revision desc'];
  return {
    name,
    text: `
      select coalesce(h.state = 't', false), ${COLUMNS}
      from (select $1::text collate "C" as stream) asked
      left join ${log}.housekeeping h on h.stream = asked.stream
      left join lateral (
        select * from ${log}.event e
        where e.stream = $1 and ${bound} and e.revision >= coalesce(h.hidden_before, 0)
        order by ${order} limit $3
      ) e on true
      order by ${order}`,
    values: [stream, from ?? (direction === 'forwards' ? 0 : ALL), max],
  };
};

/** The head of the log in the first column; the rest is null where nothing comes after the position. */
export type PageRow = readonly [head: string, ...event: EventRow];

export interface PageRequest {
  readonly after: Position;
  readonly prefixes: readonly string[] | undefined;
  /** Most events to answer. */
  readonly limit: number;
  /** Most positions to look through, so that a rare prefix cannot make one query run through the whole log. */
  readonly window: number;
}

/** Positions up to the head are all visible, because they are given under the lock that is held until commit. */
export const pageStatement = (log: string, { after, prefixes, limit, window }: PageRequest): Statement => ({
  name: prefixes ? 'page_of_prefixes' : 'page',
  text: `
    select head.position::text, ${COLUMNS}
    from (select coalesce(max(position), 0) as position from ${log}.event) head
    left join lateral (
      select * from ${log}.event e
      where e.position > $1 and e.position <= $1::bigint + $3 ${prefixes ? 'and e.stream ^@ any ($4::text[])' : ''}
      order by e.position limit $2
    ) e on true
    order by e.position`,
  values: prefixes ? [after, limit, window, prefixes] : [after, limit, window],
});
