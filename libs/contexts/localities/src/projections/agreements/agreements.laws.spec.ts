import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, fold, isRejected, type CalendarDate, type Fact } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import { rowsAfter } from '@alongside/projections/testing';
import type { AgreementEvent } from '../../contracts.js';
import {
  agreement,
  pairsOn,
  partiesOf,
  type AgreementCommand,
  type PairStanding,
} from '../../domain/index.js';
import {
  charity,
  charityId,
  council,
  drawnUp,
  leadId,
  sussex,
  trust,
  trustId,
} from '../../domain/testing/agreement.examples.js';
import { accessGrants } from '../access-grants/access-grants.projection.js';
import type { AccessGrantRow } from '../access-grants/access-grant.row.js';
import { agreements, type AgreementRow } from './agreements.projection.js';

const START: CalendarDate = '2026-01-10';
const dayAfterStart = (days: number): CalendarDate => addDays(START, days);
const parties = [trust, charity, council, sussex] as const;

const drawingUp: fc.Arbitrary<AgreementCommand> = fc
  .record({
    disclosing: fc.subarray([trustId, charityId], { minLength: 1 }),
    receiving: fc.subarray([trust, charity, council, sussex], { minLength: 2 }),
    begins: fc.integer({ min: -5, max: 8 }),
    lasts: fc.option(fc.nat(12), { nil: null }),
  })
  .map(({ begins, lasts, ...among }) => ({
    ...drawnUp().data,
    type: 'DrawUpAgreement',
    ...among,
    effectiveOn: dayAfterStart(begins),
    endsOn: lasts === null ? null : dayAfterStart(begins + lasts),
    outside: [],
  }));

/** A command that is given some days after the one before. */
const step = fc.record({
  wait: fc.constantFrom(0, 0, 1, 3),
  party: fc.constantFrom(...parties),
  act: fc.constantFrom('sign', 'sign', 'sign', 'suspend', 'resume', 'leave', 'end'),
  inDays: fc.nat(4),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const commandOf = ({ act, party, inDays }: Step, today: CalendarDate): AgreementCommand => {
  const own = { party, by: leadId, today };
  switch (act) {
    case 'sign':
      return { type: 'SignAgreement', ...own, inLocality: true };
    case 'suspend':
      return { type: 'SuspendAgreement', ...own, reason: 'Because.' };
    case 'resume':
      return { type: 'ResumeAgreement', ...own };
    case 'leave':
      return { type: 'LeaveAgreement', ...own };
    default:
      return { type: 'EndAgreement', by: leadId, today, effectiveOn: addDays(today, inDays) };
  }
};

interface Run {
  readonly facts: readonly Fact<AgreementEvent>[];
  readonly today: CalendarDate;
}

const play = (run: Run, command: AgreementCommand): readonly Fact<AgreementEvent>[] => {
  const outcome = agreement.decide(command, fold(agreement, run.facts));
  if (isRejected(outcome)) return run.facts;
  return [
    ...run.facts,
    ...outcome.map((event, index) => ({
      ...event,
      id: factId(run.facts.length + index),
      recordedAt: `${run.today}T09:00:00.000Z`,
    })),
  ];
};

const runs = fc.tuple(drawingUp, fc.array(step, { maxLength: 16 })).map(([first, steps]) =>
  steps.reduce<Run>(
    (run, one) => {
      const today = addDays(run.today, one.wait);
      return { today, facts: play({ ...run, today }, commandOf(one, today)) };
    },
    { today: START, facts: play({ facts: [], today: START }, first) },
  ),
);

const grantsOf = ({ facts }: Run) => rowsAfter<AccessGrantRow>(accessGrants, facts);
const rowOf = ({ facts }: Run) => rowsAfter<AgreementRow>(agreements, facts)[0]!;
const standingsOf = (run: Run) => {
  const { from_on: from, to_on: until, ...row } = rowOf(run);
  return pairsOn({ ...row, from, until }, run.today);
};
/** As the database decides it: `localities.rights_of`. */
const isOpen = ({ from_on, to_on, suspended }: AccessGrantRow, day: CalendarDate): boolean =>
  !suspended && from_on !== null && from_on <= day && (to_on === null || day < to_on);

const law = (holds: (run: Run) => void) =>
  fc.assert(
    fc.property(runs, (run) => {
      if (run.facts.length > 0) holds(run);
    }),
    { numRuns: 1_000 },
  );

describe('whatever parties do with an agreement', () => {
  it('what is shown as in force is open, and nothing else', () => {
    const seen = new Set<PairStanding>();
    law((run) => {
      const grants = grantsOf(run);
      const standings = standingsOf(run);
      expect(grants).toHaveLength(standings.length);
      for (const { discloser, receiver, standing } of standings) {
        seen.add(standing);
        const grant = grants.find((one) => one.scope_id === discloser && one.holder_id === receiver.id)!;
        expect([standing, isOpen(grant, run.today)]).toEqual([standing, standing === 'inForce']);
      }
    });
    expect([...seen].toSorted()).toEqual(['inForce', 'notBegun', 'over', 'suspended', 'waiting']);
  });

  it('nothing is open that the two did not both sign, on the days of the terms', () => {
    law((run) => {
      const [terms] = run.facts;
      const signatories = run.facts.flatMap((fact) =>
        fact.type === 'AgreementSigned' ? [fact.data.party.id] : [],
      );
      for (const grant of grantsOf(run)) {
        if (!isOpen(grant, run.today)) continue;
        expect(signatories).toEqual(expect.arrayContaining([grant.scope_id, grant.holder_id]));
        expect(terms!.data.effectiveOn <= run.today).toBe(true);
        expect(grant.classes!.every((one) => one === 'C1' || one === 'C2')).toBe(true);
      }
    });
  });

  it('a party signs once and leaves once, and nothing is recorded after the end', () => {
    law(({ facts }) => {
      for (const type of ['AgreementSigned', 'AgreementLeft'] as const) {
        const who = facts.flatMap((fact) => (fact.type === type ? [fact.data.party.id] : []));
        expect(new Set(who).size).toBe(who.length);
      }
      const over = facts.findIndex(
        (fact) => fact.type === 'AgreementEnded' && fact.data.effectiveOn <= fact.recordedAt.slice(0, 10),
      );
      if (over >= 0) expect(facts.slice(over + 1)).toEqual([]);
    });
  });

  it('every party stands in the list with what it did', () => {
    law((run) => {
      expect(rowOf(run).parties.map(({ id }) => id)).toEqual(
        partiesOf(run.facts[0]!.data).map(({ id }) => id),
      );
    });
  });
});
