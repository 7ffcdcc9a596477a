import { describe, expect, it } from '@jest/globals';
import { charity, charityId, council, sussex, trust, trustId } from '../testing/agreement.examples.js';
import { pairsOn, type AgreementOnRecord, type PartyOnRecord } from './pair-standing.js';

const bound = (party: PartyOnRecord | typeof trust, signedOn: string | null): PartyOnRecord => ({
  suspensions: [],
  leftOn: null,
  ...party,
  signedOn,
});
const record = (part: Partial<AgreementOnRecord> = {}): AgreementOnRecord => ({
  from: '2026-01-01',
  until: null,
  disclosing: [trustId],
  receiving: [charity],
  parties: [bound(trust, '2026-02-01'), bound(charity, '2026-03-01')],
  ...part,
});
const standing = (part: Partial<AgreementOnRecord>, day: string) => pairsOn(record(part), day)[0]!.standing;

describe('how it stands between two parties', () => {
  it('waits for whoever has not signed', () => {
    const parties = [bound(trust, '2026-02-01'), bound(charity, null)];
    expect(pairsOn(record({ parties }), '2026-06-01')).toEqual([
      {
        discloser: trustId,
        receiver: charity,
        standing: 'waiting',
        waitingFor: [charity],
        suspendedBy: [],
        from: null,
      },
    ]);
    const nobody = [bound(trust, null), bound(charity, null)];
    expect(pairsOn(record({ parties: nobody }), '2026-06-01')[0]!.waitingFor).toEqual([trust, charity]);
  });

  it('is in force from the day on which the second has signed', () => {
    expect(pairsOn(record(), '2026-02-28')[0]).toMatchObject({ standing: 'waiting', waitingFor: [charity] });
    expect(pairsOn(record(), '2026-03-01')[0]).toMatchObject({ standing: 'inForce', from: '2026-03-01' });
  });

  it('is not in force before the agreement begins, whoever has signed', () => {
    const later = { from: '2026-04-01' };
    expect(pairsOn(record(later), '2026-03-31')[0]).toMatchObject({
      standing: 'notBegun',
      from: '2026-04-01',
    });
    expect(standing(later, '2026-04-01')).toBe('inForce');
  });

  it('rests while either has suspended it, and only then', () => {
    const suspensions = [
      { from: '2026-04-01', until: '2026-04-10' },
      { from: '2026-05-01', until: null },
    ];
    const parties = [bound(trust, '2026-02-01'), { ...bound(charity, '2026-03-01'), suspensions }];
    expect(standing({ parties }, '2026-03-31')).toBe('inForce');
    expect(pairsOn(record({ parties }), '2026-04-09')[0]).toMatchObject({
      standing: 'suspended',
      suspendedBy: [charity],
    });
    expect(standing({ parties }, '2026-04-10')).toBe('inForce');
    expect(standing({ parties }, '2026-05-01')).toBe('suspended');
  });

  it('is over once one has left, or the agreement has ended', () => {
    const parties = [{ ...bound(trust, '2026-02-01'), leftOn: '2026-05-01' }, bound(charity, '2026-03-01')];
    expect(standing({ parties }, '2026-04-30')).toBe('inForce');
    expect(standing({ parties }, '2026-05-01')).toBe('over');
    expect(standing({ until: '2026-05-01' }, '2026-04-30')).toBe('inForce');
    expect(standing({ until: '2026-05-01' }, '2026-05-01')).toBe('over');
  });
});

describe('an agreement of several', () => {
  const disclosing = [trustId, charityId];
  const receiving = [trust, charity, council, sussex];
  const parties = [
    bound(trust, '2026-02-01'),
    bound(charity, '2026-02-01'),
    bound(council, null),
    bound(sussex, '2026-02-02'),
  ];

  it('opens pair by pair, and nothing to itself', () => {
    const pairs = pairsOn(record({ disclosing, receiving, parties }), '2026-02-02');
    expect(pairs.map((pair) => [pair.discloser, pair.receiver.id, pair.standing])).toEqual([
      [trustId, charityId, 'inForce'],
      [trustId, council.id, 'waiting'],
      [trustId, sussex.id, 'inForce'],
      [charityId, trustId, 'inForce'],
      [charityId, council.id, 'waiting'],
      [charityId, sussex.id, 'inForce'],
    ]);
  });

  it('goes on among the others where one suspends or leaves', () => {
    const pausing = { ...parties[1]!, suspensions: [{ from: '2026-03-01', until: null }] };
    const leaving = { ...parties[1]!, leftOn: '2026-03-01' };
    for (const [changed, expected] of [
      [pausing, 'suspended'],
      [leaving, 'over'],
    ] as const) {
      const now = [parties[0]!, changed, ...parties.slice(2)];
      const pairs = pairsOn(record({ disclosing, receiving, parties: now }), '2026-03-01');
      const with_ = (id: string) =>
        pairs.filter(({ discloser, receiver }) => [discloser, receiver.id].includes(id));
      expect(
        with_(charityId).every((pair) => pair.standing === expected || pair.receiver.id === council.id),
      ).toBe(true);
      expect(with_(charityId).some((pair) => pair.standing === expected)).toBe(true);
      expect(
        pairs.find((pair) => pair.discloser === trustId && pair.receiver.id === sussex.id)!.standing,
      ).toBe('inForce');
    }
  });
});
