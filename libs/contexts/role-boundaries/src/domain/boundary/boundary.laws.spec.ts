import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejected, type Fact } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import type { BoundaryEvent, LineCondition } from '../../contracts.js';
import type { FrameworkStance } from '../stances/framework-stance.js';
import { directionOf } from '../stances/strictness.js';
import type { BoundaryCommand, BoundaryParticulars } from './boundary.commands.js';
import { boundary } from './boundary.decider.js';
import { agreementOn } from './boundary.state.js';

const anyOf = <const Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const day = fc.integer({ min: 10, max: 17 }).map((n) => `2025-06-${String(n).padStart(2, '0')}`);
const proposalId = anyOf('p1', 'p2', 'p3', 'p4', 'p5');
const of: BoundaryParticulars = {
  boundaryId: 'boundary',
  engagementId: 'engagement',
  personId: 'worker',
  organisationId: 'organisation',
  localityId: 'locality',
};
const second: readonly LineCondition[] = [{ kind: 'secondPersonPresent' }];
const framework: readonly FrameworkStance[] = [
  { task: 'seclusion', clauseId: 'c1', versionId: 'v', stance: 'never', conditions: [], deviation: null },
  { task: 'onCall', clauseId: 'c2', versionId: 'v', stance: 'notByDefault', conditions: [], deviation: null },
];
const line = fc
  .record({
    task: anyOf('seclusion', 'onCall', 'gifts'),
    stance: anyOf('never', 'notByDefault', 'withConditions', 'usual', 'notAgreed'),
  })
  .map((of_) => ({ ...of_, conditions: of_.stance === 'withConditions' ? second : [] }));
const person = anyOf('worker', 'manager');

const propose = fc.record({
  type: anyOf('ProposeBoundary'),
  of: anyOf(of),
  proposalId,
  frameworkVersionId: anyOf('v'),
  lines: fc.uniqueArray(line, { minLength: 1, maxLength: 2, selector: ({ task }) => task }),
  proposedBy: anyOf('manager'),
  framework: anyOf(framework),
  effectiveOn: day,
});
const sign = fc
  .record({
    type: anyOf('SignBoundary'),
    proposalId,
    by: anyOf('worker', 'manager'),
    effectiveOn: day,
  })
  .map((said) => ({ ...said, signedBy: said.by }));
const command: fc.Arbitrary<BoundaryCommand> = fc.oneof(
  propose,
  sign,
  fc.record({
    type: anyOf('DeclineTask'),
    of: anyOf(of),
    declineId: anyOf('d1', 'd2'),
    task: anyOf('gifts'),
    declinedBy: person,
    effectiveOn: day,
  }),
  fc.record({
    type: anyOf('AgreeException'),
    exceptionId: anyOf('e1', 'e2'),
    task: anyOf('onCall', 'gifts'),
    until: day,
    conditions: anyOf(second),
    agreedBy: person,
    framework: anyOf(null),
    effectiveOn: day,
  }),
  fc.record({ type: anyOf('WithdrawException'), exceptionId: anyOf('e1', 'e2'), effectiveOn: day }),
  fc.record({
    type: anyOf('OptIn', 'OptOut'),
    of: anyOf(of),
    task: anyOf('gifts'),
    by: person,
    effectiveOn: day,
  }),
  fc.record(
    { type: anyOf('EndBoundary'), effectiveOn: day, correction: anyOf('wrongDate') },
    { requiredKeys: ['type', 'effectiveOn'] },
  ),
);

const play = (commands: readonly BoundaryCommand[]) => {
  const facts: Fact<BoundaryEvent>[] = [];
  const steps = commands.map((said) => {
    const before = fold(boundary, facts);
    const outcome = boundary.decide(said, before);
    const events = isRejected(outcome) ? [] : outcome;
    for (const event of events)
      facts.push({
        ...event,
        id: factId(facts.length),
        recordedAt: new Date(Date.UTC(2026, 0, 1) + facts.length * 1000).toISOString(),
      });
    return { before, events };
  });
  return { facts, steps, state: fold(boundary, facts) };
};

/** Proposals that get signed are rare among commands at random, so they are mixed in whole. */
const agreement: fc.Arbitrary<readonly BoundaryCommand[]> = fc
  .tuple(propose, sign, sign, fc.boolean())
  .map(([proposed, one, other, inOrder]) => {
    const { proposalId: id, effectiveOn: on } = proposed;
    const signed = [
      { ...one, by: 'worker' as const, signedBy: 'worker' },
      { ...other, by: 'manager' as const, signedBy: 'manager' },
    ].map((said) => ({
      ...said,
      proposalId: id,
      effectiveOn: said.effectiveOn < on ? on : said.effectiveOn,
    }));
    return [proposed, ...(inOrder ? signed : signed.toReversed())];
  });
const histories = fc
  .array(
    fc.oneof(
      agreement,
      command.map((said) => [said]),
    ),
    { maxLength: 12 },
  )
  .map((all) => all.flat());

const holds = (law: (played: ReturnType<typeof play>) => void): void =>
  fc.assert(
    fc.property(histories, (commands) => law(play(commands))),
    { numRuns: 1000 },
  );

describe('the laws of a boundary', () => {
  it('replays to the same state, through JSON too', () => {
    holds(({ facts, state }) =>
      expect(fold(boundary, JSON.parse(JSON.stringify(facts)) as Fact<BoundaryEvent>[])).toEqual(state),
    );
  });
  it('is agreed only where both have signed the same proposal', () => {
    holds(({ facts }) => {
      for (const fact of facts) {
        if (fact.type !== 'BoundaryAgreed') continue;
        const signatures = facts.flatMap((other) =>
          other.type === 'BoundarySigned' && other.data.proposalId === fact.data.proposalId
            ? [other.data.by]
            : [],
        );
        expect(signatures.toSorted()).toEqual(['manager', 'worker']);
      }
    });
  });
  it('is never agreed looser than never', () => {
    holds(({ facts }) => {
      for (const fact of facts) {
        if (fact.type !== 'BoundaryAgreed') continue;
        for (const agreed of fact.data.lines)
          for (const clause of framework.filter(({ task }) => task === agreed.task))
            expect(directionOf(agreed, clause)).not.toBe('looser');
      }
    });
  });
  it('yields nothing that takes effect after the end', () => {
    holds(({ steps }) => {
      for (const { before, events } of steps) {
        if (before.status === 'None' || before.ended === null) continue;
        for (const event of events)
          expect(event.corrects !== undefined || event.data.effectiveOn < before.ended.on).toBe(true);
      }
    });
  });
  it('has nothing in force from the end on', () => {
    holds(({ state }) => {
      if (state.status === 'None' || state.ended === null) return;
      expect(agreementOn(state, state.ended.on)).toBeUndefined();
    });
  });
});
