import { describe, expect, it } from '@jest/globals';
import { addDays, fold, uuid5 } from '@alongside/kernel';
import { factId, play } from '@alongside/kernel/testing';
import fc from 'fast-check';
import { isEmpty, membership, overlap, within, type MembershipCommand, type Period } from '../index.js';

const scope = { kind: 'organisation' as const, id: uuid5('one') };
const personId = uuid5('a person');
const place = { from: '2025-01-01', until: null };

const granting: MembershipCommand = {
  type: 'GrantRole',
  personId,
  role: 'hr',
  scope,
  place,
  byBorrower: false,
  endsOn: null,
  effectiveOn: '2025-01-10',
};

const day = fc.nat(60).map((days) => addDays('2025-01-01', days));
const someDay = fc.option(day, { nil: null });
const corrects = fc.nat(12).map((index) => ({ eventId: factId(index), reason: 'wrongDate' as const }));
const maybeCorrecting = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: corrects.map((one) => ({ corrects: one })) },
);

const asked: fc.Arbitrary<MembershipCommand> = fc
  .tuple(
    fc.oneof(
      fc.record({
        type: fc.constant('GrantRole' as const),
        personId: fc.constant(personId),
        role: fc.constant('hr' as const),
        scope: fc.constant(scope),
        place: fc.constant(place),
        byBorrower: fc.constant(false),
        endsOn: someDay,
      }),
      fc.record({ type: fc.constant('EndRole' as const), byBorrower: fc.constant(false) }),
      fc.record({
        type: fc.constant('DelegateRole' as const),
        delegateId: fc.constantFrom(uuid5('a'), uuid5('b')),
        endsOn: day.map((on) => addDays(on, 20)),
        delegateKnown: fc.constant(true),
        heldByDelegate: fc.constant([]),
        place: fc.constant(place),
      }),
      fc.record({
        type: fc.constant('EndDelegation' as const),
        delegationId: fc.nat(12).map(factId),
      }),
    ),
    day,
    maybeCorrecting,
  )
  .map(([one, effectiveOn, correction]) => ({ ...one, effectiveOn, ...correction }) as MembershipCommand);
// Most of what is asked of a membership without a grant is refused.
const history = fc
  .array(asked, { maxLength: 16 })
  .map((commands) => play(membership, [granting, ...commands]));
const few = { numRuns: 1_000 };

const clashes = (periods: readonly Period[]): boolean =>
  periods.some((a, index) => periods.slice(index + 1).some((b) => overlap(a, b)));

describe('whatever is asked of a membership', () => {
  it('is held once at a time', () => {
    fc.assert(
      fc.property(history, (facts) => {
        expect(clashes(fold(membership, facts).grants)).toBe(false);
      }),
      few,
    );
  });

  it('is lent on no day on which it is not held', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const { grants, delegations } = fold(membership, facts);
        for (const lent of delegations.filter((one) => !isEmpty(one))) {
          const from = grants.find(({ eventId }) => eventId === lent.grantId);
          expect(from && within(lent, from)).toBe(true);
        }
      }),
      few,
    );
  });

  it('is lent to one person once at a time', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const { delegations } = fold(membership, facts);
        for (const id of new Set(delegations.map(({ delegateId }) => delegateId)))
          expect(clashes(delegations.filter(({ delegateId }) => delegateId === id))).toBe(false);
      }),
      few,
    );
  });

  it('folds to the same state after being stored', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const stored = JSON.parse(JSON.stringify(facts)) as typeof facts;
        expect(fold(membership, stored)).toEqual(fold(membership, facts));
      }),
      few,
    );
  });

  it('lends often enough for these laws to mean something', () => {
    const lending = fc.sample(history, few.numRuns).filter((facts) => {
      const { delegations } = fold(membership, facts);
      return delegations.some((one) => !isEmpty(one));
    });
    expect(lending.length).toBeGreaterThan(few.numRuns / 10);
  });
});
