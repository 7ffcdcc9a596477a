import { describe, expect, it } from '@jest/globals';
import { uuid5, type DomainEvent, type Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import { foldSpec, givenId, rowsAfter } from './fold-spec.js';

type PlaceOpened = DomainEvent<'PlaceOpened', { readonly placeId: Uuid; readonly title: string }>;
type SeatTaken = DomainEvent<'SeatTaken', { readonly placeId: Uuid; readonly seats: number }>;
type PlaceClosed = DomainEvent<'PlaceClosed', { readonly placeId: Uuid }>;
interface PlaceRow {
  readonly place_id: Uuid;
  readonly title: string;
  readonly taken: number;
}

const places = projection<PlaceRow, PlaceOpened | SeatTaken | PlaceClosed>({
  name: 'places',
  version: 1,
  table: 'toy.place',
  columns: { place_id: 'uuid', title: 'text', taken: 'integer' },
  key: ['place_id'],
  access: { class: 'C0', everyone: true },
  on: {
    PlaceOpened: ({ data }) => ({
      key: [data.placeId],
      fold: () => ({ place_id: data.placeId, title: data.title, taken: 0 }),
    }),
    SeatTaken: ({ data }) => ({
      key: [data.placeId],
      fold: (row) => row && { ...row, taken: row.taken + data.seats },
    }),
    PlaceClosed: ({ data }) => ({ key: [data.placeId], fold: () => undefined }),
  },
});

const placeId = uuid5('a place');
const effectiveOn = '2026-04-01';
const opened = { type: 'PlaceOpened', data: { placeId, title: 'Hall', effectiveOn } };
const taken = { type: 'SeatTaken', data: { placeId, seats: 2, effectiveOn } };
const closed = { type: 'PlaceClosed', data: { placeId, effectiveOn } };

describe('rows after events', () => {
  it('folds events into rows in order', () => {
    foldSpec<PlaceRow>(places)
      .given(opened, taken, taken)
      .then({ place_id: placeId, title: 'Hall', taken: 4 });
  });
  it('takes a row away when the fold answers none', () => {
    foldSpec<PlaceRow>(places).given(opened, closed).thenNothing();
  });
  it('changes nothing when an event is delivered again', () => {
    const once = { ...taken, id: givenId(1) };
    expect(rowsAfter<PlaceRow>(places, [opened, once, once])[0]?.taken).toBe(2);
  });
  it('ignores events that nobody listens to', () => {
    foldSpec<PlaceRow>(places).given({ type: 'toString', data: { effectiveOn } }).thenNothing();
  });
  it('fails on a value that its column cannot hold', () => {
    const half = { ...taken, data: { ...taken.data, seats: 0.5 } };
    expect(() => rowsAfter(places, [opened, half])).toThrow('taken is not of type integer: 0.5');
  });
  it('fails on a column that was left out', () => {
    const untitled = { ...opened, data: { placeId, effectiveOn } };
    expect(() => rowsAfter(places, [untitled])).toThrow('title is missing');
  });
  it('fails on a row that does not stand under its key', () => {
    const elsewhere = {
      ...places,
      on: {
        PlaceOpened: () => ({
          key: [uuid5('other')],
          fold: () => ({ place_id: placeId, title: '', taken: 0 }),
        }),
      },
    };
    expect(() => rowsAfter(elsewhere, [opened])).toThrow('a row found by place_id');
  });
});
