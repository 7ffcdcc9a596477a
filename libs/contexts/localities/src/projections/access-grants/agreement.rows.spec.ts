import { describe, expect, it } from '@jest/globals';
import { uuid5, type Uuid } from '@alongside/kernel';
import { foldSpec, givenId, type GivenEvent } from '@alongside/projections/testing';
import {
  agreementId,
  charity,
  charityId,
  council,
  councilId,
  drawnUp,
  ended,
  left,
  resumed,
  signed,
  suspended,
  sussex,
  sussexId,
  trust,
  trustId,
} from '../../domain/testing/agreement.examples.js';
import { accessGrants } from './access-grants.projection.js';
import type { AccessGrantRow } from './access-grant.row.js';

const spec = foldSpec<AccessGrantRow>(accessGrants);
const grantId = (discloser: Uuid, receiver: Uuid): Uuid =>
  uuid5(`agreement:${agreementId}:${discloser}:${receiver}`);
const rowsOf = (...events: readonly GivenEvent[]) => spec.given(...events).rows();
/** The right of the charity to the records of the trust. */
const pair = (...events: readonly GivenEvent[]): AccessGrantRow =>
  rowsOf(...events).find(({ grant_id }) => grant_id === grantId(trustId, charityId))!;
const opened = ({ from_on, to_on, suspended: rests }: AccessGrantRow) => [from_on, to_on, rests];
const bothSigned = [drawnUp(), signed(trust), signed(charity, '2026-02-03')];

describe('the right that an agreement gives', () => {
  it('waits for both, and is of the receiver to the records of the discloser', () => {
    expect(pair(drawnUp())).toEqual({
      grant_id: grantId(trustId, charityId),
      basis: 'agreement',
      membership_id: null,
      holder_kind: 'organisation',
      holder_id: charityId,
      role: null,
      scope_kind: 'organisation',
      scope_id: trustId,
      organisation_id: trustId,
      person_id: null,
      areas: ['training'],
      classes: ['C1', 'C2'],
      mutations: null,
      parent_id: null,
      from_on: null,
      to_on: null,
      from_at: null,
      to_at: null,
      suspended: false,
      event_ids: [givenId(0)],
      standing: {
        localityId: drawnUp().data.localityId,
        from: '2026-01-01',
        to: null,
        signed: {},
        suspended: [],
      },
    });
  });

  it('is no right while only one has signed', () => {
    expect(pair(drawnUp(), signed(trust)).from_on).toBeNull();
    expect(pair(drawnUp(), signed(charity)).from_on).toBeNull();
    expect(pair(drawnUp(), signed(trust), signed(sussex)).from_on).toBeNull();
  });

  it('holds from the day on which the second signs', () => {
    expect(opened(pair(...bothSigned))).toEqual(['2026-02-03', null, false]);
    expect(opened(pair(drawnUp(), signed(charity, '2026-02-01'), signed(trust, '2026-02-09')))).toEqual([
      '2026-02-09',
      null,
      false,
    ]);
  });

  it('holds from the agreement’s own first day where that is the latest, to its last', () => {
    const later = drawnUp({ effectiveOn: '2026-09-01', endsOn: '2026-12-31' });
    expect(opened(pair(later, signed(trust), signed(charity)))).toEqual(['2026-09-01', '2027-01-01', false]);
  });

  it('rests while either has suspended it', () => {
    expect(opened(pair(...bothSigned, suspended(trust)))).toEqual(['2026-02-03', null, true]);
    expect(pair(...bothSigned, suspended(charity)).suspended).toBe(true);
    expect(opened(pair(...bothSigned, suspended(trust), resumed(trust)))).toEqual([
      '2026-02-03',
      null,
      false,
    ]);
    const both = [...bothSigned, suspended(trust), suspended(charity), resumed(trust)];
    expect(pair(...both).suspended).toBe(true);
    expect(pair(...both, resumed(charity)).suspended).toBe(false);
  });

  it('ends when either leaves, and when the agreement ends, whichever is first', () => {
    expect(opened(pair(...bothSigned, left(trust)))).toEqual(['2026-02-03', '2026-05-01', false]);
    expect(pair(...bothSigned, left(charity)).to_on).toBe('2026-05-01');
    expect(pair(...bothSigned, ended()).to_on).toBe('2026-06-01');
    expect(pair(...bothSigned, left(trust), ended()).to_on).toBe('2026-05-01');
    expect(pair(...bothSigned, ended('2026-08-01'), ended('2026-06-01')).to_on).toBe('2026-06-01');
    expect(pair(drawnUp({ endsOn: '2026-03-31' }), signed(trust), signed(charity), ended()).to_on).toBe(
      '2026-04-01',
    );
  });

  it('names every fact that decided it, in order, and none of others', () => {
    const facts = [...bothSigned, signed(sussex), suspended(trust), left(sussex), ended()];
    expect(pair(...facts).event_ids).toEqual([0, 1, 2, 4, 6].map(givenId));
  });

  it('is the same when facts are delivered again', () => {
    const facts = [...bothSigned, suspended(trust), resumed(trust), left(charity)];
    const delivered = facts.map((event, index) => ({ ...event, id: givenId(index) }));
    const again = delivered.flatMap((event) => [event, event]);
    expect(rowsOf(...again, ...delivered)).toEqual(rowsOf(...facts));
  });
});

describe('an agreement of two disclosers and two receivers', () => {
  const among = { disclosing: [trustId, charityId], receiving: [council, sussex] };
  const facts = [
    drawnUp({ ...among, purposes: ['planningTheWorkforce', 'recognisingTraining'], classes: ['C2', 'C1'] }),
    signed(trust, '2026-02-01', among),
    signed(council, '2026-02-02', among),
    signed(sussex, '2026-02-03', among),
  ];
  const fromOf = (...events: readonly GivenEvent[]) =>
    Object.fromEntries(
      rowsOf(...events).map(({ scope_id, holder_id, from_on }) => [`${scope_id} to ${holder_id}`, from_on]),
    );

  it('gives four rights, each open when its own two have signed', () => {
    expect(fromOf(...facts)).toEqual({
      [`${trustId} to ${councilId}`]: '2026-02-02',
      [`${trustId} to ${sussexId}`]: '2026-02-03',
      [`${charityId} to ${councilId}`]: null,
      [`${charityId} to ${sussexId}`]: null,
    });
    expect(fromOf(...facts, signed(charity, '2026-02-10', among))).toEqual({
      [`${trustId} to ${councilId}`]: '2026-02-02',
      [`${trustId} to ${sussexId}`]: '2026-02-03',
      [`${charityId} to ${councilId}`]: '2026-02-10',
      [`${charityId} to ${sussexId}`]: '2026-02-10',
    });
  });

  it('opens the areas of its purposes, to organisations and to the locality', () => {
    for (const row of rowsOf(...facts)) {
      expect(row.areas).toEqual(['employment', 'training']);
      expect(row.classes).toEqual(['C1', 'C2']);
      expect(row.holder_kind).toBe(row.holder_id === sussexId ? 'locality' : 'organisation');
    }
  });

  it('goes on between the others when one leaves', () => {
    const after = rowsOf(...facts, left(council, '2026-05-01', among));
    expect(after.map(({ holder_id, to_on }) => [holder_id === councilId, to_on]).toSorted()).toEqual([
      [false, null],
      [false, null],
      [true, '2026-05-01'],
      [true, '2026-05-01'],
    ]);
  });

  it('ends for all four when it ends', () => {
    const after = rowsOf(...facts, ended('2026-06-01', among));
    expect(after.map(({ to_on }) => to_on)).toEqual(Array(4).fill('2026-06-01'));
  });

  it('gives nobody a right to their own records', () => {
    const each = { disclosing: [trustId, charityId], receiving: [trust, charity] };
    expect(rowsOf(drawnUp(each)).map(({ scope_id, holder_id }) => [scope_id, holder_id])).toEqual(
      expect.arrayContaining([
        [trustId, charityId],
        [charityId, trustId],
      ]),
    );
    expect(rowsOf(drawnUp(each))).toHaveLength(2);
  });
});
