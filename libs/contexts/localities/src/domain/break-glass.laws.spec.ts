import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addHours, fold, isRejected, type Fact, type Instant } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import type { BreakGlassEvent } from '../contracts.js';
import { breakGlass, isOpenAt, type BreakGlassCommand } from './index.js';
import {
  breakGlassId,
  leadId,
  openedId,
  operatorId,
  otherOperatorId,
} from './testing/break-glass.examples.js';

const START: Instant = '2025-03-29T12:00:00.000Z';
const by = fc.constantFrom(operatorId, otherOperatorId, leadId);
const organisationId = '00000000-0000-5000-8000-000000000001';

/** A command and how many hours after the one before it comes. */
interface Step {
  readonly command: BreakGlassCommand;
  readonly after: number;
}

const command: fc.Arbitrary<BreakGlassCommand> = fc
  .tuple(
    fc.oneof(
      fc.record({
        type: fc.constant('RequestBreakGlass' as const),
        breakGlassId: fc.constant(breakGlassId),
        requestedBy: by,
        organisationId: fc.constant(organisationId),
        personId: fc.constantFrom(openedId, null),
        classes: fc.subarray(['C1', 'C2', 'C3', 'C4'] as const),
        reason: fc.constantFrom('Needed.', ' '),
        hours: fc.constantFrom(0, 1, 3, 24, 25, 0.5),
      }),
      fc.record({
        type: fc.constantFrom(
          'ApproveBreakGlass' as const,
          'RefuseBreakGlass' as const,
          'EndBreakGlass' as const,
        ),
        by,
        at: fc.constant(START),
      }),
    ),
    // Whoever's day has turned, and whoever's has not.
    fc.constantFrom('2025-03-28', '2025-03-29', '2025-03-30'),
  )
  .map(([one, effectiveOn]) => ({ ...one, effectiveOn }) as BreakGlassCommand);
const step: fc.Arbitrary<Step> = fc.record({
  command,
  after: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, fc.nat(30)),
});

interface Played {
  readonly facts: readonly Fact<BreakGlassEvent>[];
  readonly now: Instant;
}

/** The facts that a run of commands leaves, each given at its own moment. */
const play = (steps: readonly Step[]): Played =>
  steps.reduce<Played>(
    ({ facts, now }, { command: asked, after }) => {
      const at = addHours(now, after);
      const given = asked.type === 'RequestBreakGlass' ? asked : { ...asked, at };
      const outcome = breakGlass.decide(given, fold(breakGlass, facts));
      if (isRejected(outcome)) return { facts, now: at };
      const more = outcome.map((event, index) => ({
        ...event,
        id: factId(facts.length + index),
        recordedAt: at,
      }));
      return { facts: [...facts, ...more], now: at };
    },
    { facts: [], now: START },
  );

const history = fc.array(step, { maxLength: 12 }).map(play);
const of = <Type extends BreakGlassEvent['type']>(facts: readonly Fact<BreakGlassEvent>[], type: Type) =>
  facts.filter((fact): fact is Fact<Extract<BreakGlassEvent, { type: Type }>> => fact.type === type);
const many = { numRuns: 2_000 };

describe('whatever is asked of a break-glass', () => {
  it('is approved once at the most, never by the one who asked, and within a day', () => {
    fc.assert(
      fc.property(history, ({ facts }) => {
        const [asked] = of(facts, 'BreakGlassRequested');
        const approvals = of(facts, 'BreakGlassApproved');
        expect(approvals.length + of(facts, 'BreakGlassRefused').length).toBeLessThanOrEqual(1);
        for (const { data } of approvals) {
          expect(data.approvedBy).not.toBe(asked!.data.requestedBy);
          expect(data.from < addHours(asked!.recordedAt, 24)).toBe(true);
        }
      }),
      many,
    );
  });
  it('opens for exactly the hours asked for, and is closed by nothing later than that', () => {
    fc.assert(
      fc.property(history, ({ facts }) => {
        for (const { data } of of(facts, 'BreakGlassApproved')) {
          expect(Date.parse(data.until) - Date.parse(data.from)).toBe(
            of(facts, 'BreakGlassRequested')[0]!.data.hours * 3_600_000,
          );
          for (const { data: end } of of(facts, 'BreakGlassEnded'))
            expect(data.from <= end.at && end.at < data.until).toBe(true);
        }
      }),
      many,
    );
  });
  it('is open to nobody before an approval, after its time, or once ended', () => {
    fc.assert(
      fc.property(history, fc.nat(60), ({ facts }, hours) => {
        const moment = addHours(START, hours);
        const [approval] = of(facts, 'BreakGlassApproved');
        const until = of(facts, 'BreakGlassEnded')[0]?.data.at ?? approval?.data.until;
        expect(isOpenAt(fold(breakGlass, facts), moment)).toBe(until !== undefined && moment < until);
      }),
      many,
    );
  });
  it('repeats in each fact whose records are meant and who asked', () => {
    fc.assert(
      fc.property(history, ({ facts }) => {
        for (const { data } of facts)
          expect(data).toMatchObject({
            breakGlassId,
            requestedBy: facts[0]!.data.requestedBy,
            personId: facts[0]!.data.personId,
            classes: facts[0]!.data.classes,
          });
      }),
      many,
    );
  });
  it('folds alike by day and by recording, whichever days its facts bear', () => {
    fc.assert(
      fc.property(history, ({ facts }) => {
        expect(fold(breakGlass, facts)).toEqual(facts.reduce(breakGlass.evolve, breakGlass.initialState));
      }),
      many,
    );
  });
});
