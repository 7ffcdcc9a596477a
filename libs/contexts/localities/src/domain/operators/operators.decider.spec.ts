import { describe, expect, it } from '@jest/globals';
import { addDays, fold, uuid5 } from '@alongside/kernel';
import { factId, play, specFor } from '@alongside/kernel/testing';
import fc from 'fast-check';
import { DEPLOYMENT, OPERATORS, type RoleEnded, type RoleGranted } from '../../contracts.js';
import { holdsOn } from '../period.js';
import type { AppointOperator, DismissOperator, OperatorsCommand } from './operators.commands.js';
import { lastingFrom, operators } from './operators.decider.js';

const { given } = specFor(operators);
const [ada, ben] = [uuid5('Ada'), uuid5('Ben')];
const everywhere = {
  membershipId: OPERATORS,
  role: 'operator',
  scope: { kind: 'deployment', id: DEPLOYMENT },
} as const;
const correcting = (index: number) => ({ eventId: factId(index), reason: 'wrongPerson' as const });

const appointed = (personId = ada, data: Partial<RoleGranted['data']> = {}): RoleGranted => ({
  type: 'RoleGranted',
  data: { ...everywhere, personId, endsOn: null, effectiveOn: '2025-01-01', ...data },
});
const dismissed = (index: number, personId: string, effectiveOn: string): RoleEnded => ({
  type: 'RoleEnded',
  data: { ...everywhere, grantId: factId(index), personId, effectiveOn },
});
const appoint = (personId = ada, part: Partial<AppointOperator> = {}): AppointOperator => ({
  type: 'AppointOperator',
  personId,
  endsOn: null,
  effectiveOn: '2025-01-01',
  ...part,
});
const dismiss = (
  personId = ada,
  effectiveOn = '2025-06-01',
  part: Partial<DismissOperator> = {},
): DismissOperator => ({ type: 'DismissOperator', personId, effectiveOn, ...part });

describe('appointing an operator', () => {
  it('puts several people into the one membership that all operators share', () => {
    given().when(appoint()).then(appointed());
    given(appointed()).when(appoint(ben)).then(appointed(ben));
  });
  it('refuses an end for the first, and takes one for the next', () => {
    given()
      .when(appoint(ada, { endsOn: '2025-12-31' }))
      .thenRejected('FirstOperatorNeedsNoEnd');
    given(appointed())
      .when(appoint(ben, { endsOn: '2025-12-31' }))
      .then(appointed(ben, { endsOn: '2025-12-31' }));
  });
  it('refuses an end before the beginning, and whoever is an operator then', () => {
    given(appointed())
      .when(appoint(ben, { endsOn: '2024-12-31' }))
      .thenRejected('OperatorEndsBeforeStart');
    given(appointed())
      .when(appoint(ada, { effectiveOn: '2025-02-01' }))
      .thenRejected('AlreadyOperator');
  });
  it('is corrected, as long as somebody is left', () => {
    given(appointed())
      .when(appoint(ben, { corrects: correcting(0) }))
      .then({ ...appointed(ben), corrects: correcting(0) });
    given(appointed())
      .when(appoint(ben, { effectiveOn: '2025-01-02', corrects: correcting(0) }))
      .thenRejected('LastOperator');
    given(appointed())
      .when(appoint(ada, { endsOn: '2025-12-31', corrects: correcting(0) }))
      .thenRejected('LastOperator');
    given(appointed())
      .when(appoint(ben, { corrects: correcting(1) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('dismissing an operator', () => {
  it('names the appointment that it ends', () => {
    given(appointed(), appointed(ben))
      .when(dismiss())
      .then(dismissed(0, ada, '2025-06-01'));
    given(appointed(), appointed(ben))
      .when(dismiss(ben))
      .then(dismissed(1, ben, '2025-06-01'));
  });
  it('refuses to dismiss the last', () => {
    given(appointed()).when(dismiss()).thenRejected('LastOperator');
    given(appointed(), appointed(ben), dismissed(0, ada, '2025-06-01'))
      .when(dismiss(ben))
      .thenRejected('LastOperator');
  });
  it('refuses where the only others end, or begin after a gap', () => {
    given(appointed(), appointed(ben, { endsOn: '2030-12-31' }))
      .when(dismiss())
      .thenRejected('LastOperator');
    given(appointed(), appointed(ben, { effectiveOn: '2025-06-02' }))
      .when(dismiss())
      .thenRejected('LastOperator');
    given(appointed(), appointed(ben, { effectiveOn: '2025-06-01' }))
      .when(dismiss())
      .then(dismissed(0, ada, '2025-06-01'));
  });
  it('refuses whoever is none on that day', () => {
    given(appointed()).when(dismiss(ben)).thenRejected('NotOperator');
    given(appointed(), appointed(ben)).when(dismiss(ben, '2024-12-31')).thenRejected('NotOperator');
  });
  it('says of one appointed in error that they never were', () => {
    given(appointed(), appointed(ben))
      .when(dismiss(ben, '2025-01-01', { corrects: correcting(1) }))
      .then({ ...dismissed(1, ben, '2025-01-01'), corrects: correcting(1) });
    given(appointed())
      .when(dismiss(ada, '2025-01-01', { corrects: correcting(0) }))
      .thenRejected('LastOperator');
    given(appointed(), appointed(ben))
      .when(dismiss(ben, '2025-01-01', { corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('from which day on periods last', () => {
  it.each([
    [[], null],
    [[{ from: '2025-01-01', until: '2025-02-01' }], null],
    [[{ from: '2025-01-01', until: null }], '2025-01-01'],
    [
      [
        { from: '2025-03-01', until: null },
        { from: '2025-01-01', until: '2025-02-01' },
        { from: '2025-02-01', until: '2025-03-01' },
      ],
      '2025-01-01',
    ],
    [
      [
        { from: '2025-03-01', until: null },
        { from: '2025-01-01', until: '2025-02-28' },
      ],
      '2025-03-01',
    ],
  ])('of %j is %s', (periods, day) => {
    expect(lastingFrom(periods)).toBe(day);
  });
});

describe('whatever is asked of operators', () => {
  const day = fc.nat(40).map((days) => addDays('2025-01-01', days));
  const maybeCorrecting = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.nat(10).map((index) => ({ corrects: correcting(index) })) },
  );
  const person = fc.constantFrom(ada, ben, uuid5('Cleo'));
  const asked: fc.Arbitrary<OperatorsCommand> = fc
    .tuple(
      fc.oneof(
        fc.record({
          type: fc.constant('AppointOperator' as const),
          personId: person,
          endsOn: fc.option(day, { nil: null, freq: 2 }),
        }),
        fc.record({ type: fc.constant('DismissOperator' as const), personId: person }),
      ),
      day,
      maybeCorrecting,
    )
    .map(([one, effectiveOn, corrects]) => ({ ...one, effectiveOn, ...corrects }));
  const daysFrom = (first: string) => Array.from({ length: 60 }, (_, index) => addDays(first, index));

  it('once somebody is one there is always somebody, on every day after every command', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 20 }), (commands) => {
        const facts = play(operators, commands);
        if (facts.length === 0) return;
        const since = facts[0]!.data.effectiveOn;
        for (let known = 1; known <= facts.length; known += 1) {
          const { appointments } = fold(operators, facts.slice(0, known));
          for (const on of [...daysFrom(since), '2999-12-31'])
            expect([on, appointments.some((one) => holdsOn(one, on))]).toEqual([on, true]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
