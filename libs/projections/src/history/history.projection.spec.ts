import { describe, expect, it } from '@jest/globals';
import { uuid5, type AnyCatalogue, type SealedValue } from '@alongside/kernel';
import { foldSpec, givenId } from '@alongside/projections/testing';
import { historyProjection, type HistoryRow } from './history.projection.js';

const [person, organisation, locality] = [uuid5('person'), uuid5('organisation'), uuid5('locality')];
const catalogue = {
  PersonMet: { version: 1, subject: 'personId', open: ['personId'] },
  LocalityNamed: { version: 1, subject: null, open: ['name'] },
} as unknown as AnyCatalogue;
const history = historyProjection([catalogue]);
const sealed = (dataClass: 'C2' | 'C3' | 'C4'): SealedValue => ({
  sealed: 1,
  class: dataClass,
  key: 'k',
  iv: 'i',
  box: 'b',
  of: '[]',
});

const met = {
  type: 'PersonMet',
  data: { personId: person, note: sealed('C2'), effectiveOn: '2026-04-01' },
  stream: `person-${person}`,
  metadata: { organisation },
};
const row = (over: Partial<HistoryRow>): HistoryRow => ({
  event_id: givenId(0),
  position: '00000000000000000001',
  stream: met.stream,
  type: 'PersonMet',
  effective_on: '2026-04-01',
  recorded_at: '2026-04-01T09:00:00.000Z',
  actor_id: expect.any(String) as unknown as string,
  organisation_id: organisation,
  locality_id: null,
  open_locality_id: null,
  subject_id: person,
  corrects: null,
  correction_reason: null,
  corrected_at: null,
  corrected_by: null,
  data: met.data as never,
  class: 'C2',
  ...over,
});

describe('the history of the record', () => {
  it('is built anew when any kind of fact gets a new version', () => {
    const second = { ...catalogue, LocalityNamed: { ...catalogue['LocalityNamed'], version: 2 } };
    expect(history.version).toBe(1);
    expect(historyProjection([second as unknown as AnyCatalogue]).version).toBe(2);
  });
  it('has one row for a fact of whatever type, with whom it is about and what is sealed still sealed', () => {
    foldSpec<HistoryRow>(history).given(met).then(row({}));
  });
  it('keeps a corrected fact beside the one that corrects it', () => {
    const right = {
      ...met,
      recordedAt: '2026-05-01T09:00:00.000Z',
      corrects: { eventId: givenId(0), reason: 'wrongDate' as const },
    };
    const rows = foldSpec<HistoryRow>(history).given(met, right).rows();
    expect(rows.find(({ event_id: id }) => id === givenId(0))).toEqual(
      row({ corrected_at: '2026-05-01T09:00:00.000Z', corrected_by: givenId(1) }),
    );
    expect(rows.find(({ event_id: id }) => id === givenId(1))).toMatchObject({
      corrects: givenId(0),
      correction_reason: 'wrongDate',
      corrected_at: null,
    });
  });
  it('opens to a locality’s members what belongs to no organisation and is about nobody', () => {
    const named = {
      type: 'LocalityNamed',
      data: { name: 'Weald', effectiveOn: '2026-04-01' },
      metadata: { locality },
    };
    const withSubject = { ...met, metadata: { locality } };
    const rows = foldSpec<HistoryRow>(history).given(named, withSubject).rows();
    expect(rows.map(({ type, open_locality_id: open }) => [type, open]).sort()).toEqual([
      ['LocalityNamed', locality],
      ['PersonMet', null],
    ]);
  });
  it.each([
    ['C2', met.stream, {}],
    ['C3', met.stream, { lived: sealed('C3') }],
    ['C4', met.stream, { lived: sealed('C3'), decision: sealed('C4') }],
    ['C3', `private-${person}`, {}],
  ])('is of class %s for %s', (dataClass, stream, more) => {
    const event = { ...met, stream, data: { ...met.data, ...more } };
    expect(foldSpec<HistoryRow>(history).given(event).rows()[0]?.class).toBe(dataClass);
  });
  it('takes an event of a type that no catalogue knows', () => {
    const unknown = { ...met, type: 'SomethingElse' };
    expect(foldSpec<HistoryRow>(history).given(unknown).rows()[0]).toMatchObject({
      type: 'SomethingElse',
      subject_id: null,
    });
  });
});
