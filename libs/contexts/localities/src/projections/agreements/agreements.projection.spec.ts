import { describe, expect, it } from '@jest/globals';
import { foldSpec, type GivenEvent } from '@alongside/projections/testing';
import {
  agreementId,
  charity,
  charityId,
  drawnUp,
  ended,
  leadId,
  left,
  resumed,
  signed,
  suspended,
  sussex,
  sussexId,
  trust,
  trustId,
} from '../../domain/testing/agreement.examples.js';
import { agreements, type AgreementRow } from './agreements.projection.js';

const spec = foldSpec<AgreementRow>(agreements);
const row = (...events: readonly GivenEvent[]): AgreementRow => spec.given(...events).rows()[0]!;
const nothingYet = { signedOn: null, suspensions: [], leftOn: null };

describe('the list of agreements', () => {
  it('shows the terms, and every party unsigned', () => {
    spec.given(drawnUp({ endsOn: '2026-12-31' })).then({
      agreement_id: agreementId,
      locality_id: sussexId,
      title: 'Peer training in Sussex',
      disclosing: [trustId],
      receiving: [charity, sussex],
      party_ids: [trustId, charityId, sussexId],
      purposes: ['recognisingTraining'],
      classes: ['C1', 'C2'],
      lawful_basis: 'publicTask',
      special_condition: 'healthOrSocialCare',
      reference: 'ISA 2026/14',
      from_on: '2026-01-01',
      to_on: '2027-01-01',
      parties: [
        { ...trust, ...nothingYet },
        { ...charity, ...nothingYet },
        { ...sussex, ...nothingYet },
      ],
    });
  });
  it('names once a party that discloses and receives', () => {
    const both = row(drawnUp({ disclosing: [trustId, charityId], receiving: [trust, charity] }));
    expect(both.party_ids).toEqual([trustId, charityId]);
    expect(both.parties.map(({ id }) => id)).toEqual([trustId, charityId]);
  });
  it('shows what each party did when', () => {
    const facts = [
      signed(trust),
      signed(charity, '2026-02-03'),
      suspended(trust),
      resumed(trust),
      suspended(trust, '2026-04-10'),
      left(charity),
    ];
    expect(row(drawnUp(), ...facts).parties).toEqual([
      {
        ...trust,
        signedOn: '2026-02-01',
        suspensions: [
          { from: '2026-03-01', until: '2026-04-01' },
          { from: '2026-04-10', until: null },
        ],
        leftOn: null,
      },
      { ...charity, signedOn: '2026-02-03', suspensions: [], leftOn: '2026-05-01' },
      { ...sussex, ...nothingYet },
    ]);
  });
  it('shows the earliest end', () => {
    expect(row(drawnUp(), ended()).to_on).toBe('2026-06-01');
    expect(row(drawnUp(), ended('2026-08-01'), ended('2026-06-01')).to_on).toBe('2026-06-01');
    expect(row(drawnUp({ endsOn: '2026-05-30' }), ended()).to_on).toBe('2026-05-31');
  });
  it('holds nobody’s id and no reason', () => {
    const all = row(drawnUp(), signed(trust), suspended(trust), resumed(trust), left(trust), ended());
    const text = JSON.stringify(all);
    expect(text).not.toContain(leadId);
    expect(text).not.toContain('breach');
  });
  it('is public among those signed in', () => {
    expect(agreements.access).toEqual({ class: 'C0', everyone: true });
  });
});
