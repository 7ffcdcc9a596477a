import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejected, type Fact } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import { payScaleIdOf, type BandPay, type PayScaleEvent, type PayScaleLoaded } from '../../contracts.js';
import { shippedPayTables } from './agenda-for-change.js';
import type { LoadPayScale, PayScaleCommand } from './pay-scale.commands.js';
import { payScale } from './pay-scale.decider.js';
import { hourlyPence, nextStepOn, payPoint } from './pay-table.js';

const { given } = specFor(payScale);

const payScaleId = payScaleIdOf('england', '2025/26');
const band4: BandPay = {
  band: '4',
  points: [
    { stepPoint: 'entry', annualPence: 2_748_500, yearsAtPoint: 3 },
    { stepPoint: 'top', annualPence: 3_016_200, yearsAtPoint: null },
  ],
};
const table = {
  country: 'england' as const,
  year: '2025/26',
  circular: 'AforC 1/2025',
  confirmed: false,
  bands: [band4],
};
const load = (change: Partial<LoadPayScale> = {}): LoadPayScale => ({
  type: 'LoadPayScale',
  payScaleId,
  ...table,
  ...change,
});
const loaded = (change: Partial<PayScaleLoaded['data']> = {}): PayScaleLoaded => ({
  type: 'PayScaleLoaded',
  data: { effectiveOn: '2025-04-01', payScaleId, ...table, ...change },
});
const confirmed: PayScaleEvent = {
  type: 'PayScaleConfirmed',
  data: { effectiveOn: '2025-04-01', payScaleId, circular: 'AforC 1/2025' },
};

describe('loading a pay scale', () => {
  it('holds from the first of April of its year', () => {
    given().when(load()).then(loaded());
  });
  it('decides nothing when the same figures come again', () => {
    given(loaded()).when(load()).thenNothing();
  });
  it('stands in for unconfirmed figures', () => {
    given(loaded())
      .when(load({ confirmed: true }))
      .then({ ...loaded({ confirmed: true }), corrects: { eventId: factId(0), reason: 'enteredInError' } });
  });
  it('refuses to replace confirmed figures unsaid', () => {
    given(loaded(), confirmed)
      .when(load({ circular: 'AforC 2/2025' }))
      .thenRejected('PayScaleConfirmed');
  });
  it('refuses figures of another year', () => {
    given(loaded())
      .when(load({ year: '2026/27' }))
      .thenRejected('OtherPayScale');
  });
  it.each(['2025', '2025/27', '25/26', '2025-26'])('refuses the year %s', (year) => {
    given().when(load({ year })).thenRejected('YearNotKnown');
  });
  it('takes the turn of a century', () => {
    given()
      .when(load({ year: '2099/00' }))
      .then(loaded({ year: '2099/00', effectiveOn: '2099-04-01' }));
  });
  it('refuses figures without a circular', () => {
    given()
      .when(load({ circular: ' ' }))
      .thenRejected('CircularNotNamed');
  });
  it('refuses an empty table, and an empty band', () => {
    given()
      .when(load({ bands: [] }))
      .thenRejected('NoPayPoints');
    given()
      .when(load({ bands: [{ band: '4', points: [] }] }))
      .thenRejected('NoPayPoints');
  });
  it('refuses a band that stands there twice', () => {
    given()
      .when(load({ bands: [band4, band4] }))
      .thenRejected('BandTwice');
  });
  it.each([0, -1, 24_465.5])('refuses %p pence', (annualPence) => {
    given()
      .when(load({ bands: [{ band: '2', points: [{ stepPoint: 'entry', annualPence, yearsAtPoint: 2 }] }] }))
      .thenRejected('PenceNotWhole');
  });
  it('refuses pay that falls, and points in the wrong order', () => {
    const [entry, top] = band4.points as [BandPay['points'][0], BandPay['points'][0]];
    given()
      .when(load({ bands: [{ band: '4', points: [top, entry] }] }))
      .thenRejected('PointsOutOfOrder');
    given()
      .when(load({ bands: [{ band: '4', points: [entry, { ...top, annualPence: 1 }] }] }))
      .thenRejected('PointsOutOfOrder');
  });
});

describe('confirming and correcting a pay scale', () => {
  it('records that the figures were checked', () => {
    given(loaded()).when({ type: 'ConfirmPayScale', circular: 'AforC 1/2025' }).then(confirmed);
  });
  it('decides nothing when they are confirmed', () => {
    given(loaded(), confirmed).when({ type: 'ConfirmPayScale', circular: 'AforC 1/2025' }).thenNothing();
  });
  it('refuses another circular', () => {
    given(loaded())
      .when({ type: 'ConfirmPayScale', circular: 'AforC 2/2025' })
      .thenRejected('CircularDiffers', { circular: 'AforC 1/2025' });
  });
  it('refuses what was never loaded', () => {
    given().when({ type: 'ConfirmPayScale', circular: 'AforC 1/2025' }).thenRejected('PayScaleNotLoaded');
    given()
      .when({ type: 'CorrectPayScale', ...table, reason: 'enteredInError' })
      .thenRejected('PayScaleNotLoaded');
  });
  it('corrects confirmed figures, which then need to be confirmed anew', () => {
    const replaced: PayScaleLoaded = {
      ...loaded({ circular: 'AforC 2/2025' }),
      corrects: { eventId: factId(0), reason: 'wrongDate' },
    };
    given(loaded(), confirmed)
      .when({ type: 'CorrectPayScale', ...table, circular: 'AforC 2/2025', reason: 'wrongDate' })
      .then(replaced);
    given(loaded(), confirmed, replaced)
      .when({ type: 'ConfirmPayScale', circular: 'AforC 2/2025' })
      .then({
        type: 'PayScaleConfirmed',
        data: { effectiveOn: '2025-04-01', payScaleId, circular: 'AforC 2/2025' },
      });
  });
  it('replays to the same state, through JSON too', () => {
    const circular = fc.constantFrom('A', 'B');
    const command: fc.Arbitrary<PayScaleCommand> = fc.oneof(
      circular.map((of) => load({ circular: of })),
      circular.map((of) => ({ type: 'ConfirmPayScale' as const, circular: of })),
      circular.map((of) => ({
        type: 'CorrectPayScale' as const,
        ...table,
        circular: of,
        reason: 'enteredInError' as const,
      })),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const facts: Fact<PayScaleEvent>[] = [];
        for (const said of commands) {
          const outcome = payScale.decide(said, fold(payScale, facts));
          for (const event of isRejected(outcome) ? [] : outcome)
            facts.push({ ...event, id: factId(facts.length), recordedAt: '2026-01-01T00:00:00.000Z' });
        }
        const replayed = fold(payScale, JSON.parse(JSON.stringify(facts)) as Fact<PayScaleEvent>[]);
        expect(replayed).toEqual(fold(payScale, facts));
        expect(replayed.status).toBe(facts.length === 0 ? 'None' : 'Loaded');
      }),
    );
  });
});

describe('the pay tables that come with the program', () => {
  const [england2025, england2026] = shippedPayTables;

  it('load without a fault and say that they are unconfirmed', () => {
    if (!england2025) throw new Error('the table for 2025/26 is shipped');
    given()
      .when({ type: 'LoadPayScale', payScaleId, ...england2025 })
      .then(loaded(england2025));
    expect(england2025.confirmed).toBe(false);
  });
  it('hold integer pence', () => {
    expect(england2025 && payPoint(england2025, '8a', 'intermediate')).toEqual({
      stepPoint: 'intermediate',
      annualPence: 5_848_700,
      yearsAtPoint: 3,
    });
    expect(england2025 && payPoint(england2025, '4', 'intermediate')).toBeUndefined();
  });
  it('leave 2026/27 for an operator to load', () => {
    expect(england2026).toMatchObject({ year: '2026/27', bands: [] });
  });
  it('give an hourly rate of annual pay over 52.143 weeks of 37.5 hours', () => {
    expect(hourlyPence(2_446_500)).toBe(1251);
    expect(hourlyPence(2_748_500)).toBe(1406);
  });
  it('say when the next pay step can be at the earliest', () => {
    expect(nextStepOn({ stepPoint: 'entry', annualPence: 1, yearsAtPoint: 3 }, '2025-06-01')).toBe(
      '2028-06-01',
    );
    expect(nextStepOn({ stepPoint: 'top', annualPence: 1, yearsAtPoint: null }, '2025-06-01')).toBeNull();
  });
});
