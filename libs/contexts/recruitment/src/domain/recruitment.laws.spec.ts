import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, fold, isRejected, type Fact } from '@alongside/kernel';
import { factId, play } from '@alongside/kernel/testing';
import {
  checkHolders,
  checkStatuses,
  dbsLevels,
  declineReasons,
  employmentChecks,
  vacancyClosings,
  type EmploymentCheck,
} from '../contracts.js';
import {
  application,
  recruitmentCatalogue,
  vacancy,
  type ApplicationCommand,
  type ApplicationEvent,
  type VacancyCommand,
} from './index.js';
import { openVacancy, stages, submitApplication } from './testing/examples.js';

const day = fc.nat(400).map((days) => addDays('2025-03-01', days));
const eventId = fc.nat(20).map(factId);
const few = { numRuns: 300 };

const vacancyCommand: fc.Arbitrary<VacancyCommand> = fc.oneof(
  fc.record({ effectiveOn: day, places: fc.integer({ min: -1, max: 3 }) }).map(openVacancy),
  fc.record({
    type: fc.constant('ExtendVacancy' as const),
    effectiveOn: day,
    closesOn: fc.option(day, { nil: null }),
  }),
  fc.record({
    type: fc.constant('CloseVacancy' as const),
    effectiveOn: day,
    reason: fc.constantFrom(...vacancyClosings),
  }),
);

const check = fc.constantFrom(...employmentChecks);
const hours = fc.constantFrom(null, 0, 15, 37.5);
const stageId = fc.constantFrom(...stages.map(({ id }) => id), 'none');
const correction = eventId.map((id) => ({ eventId: id, reason: 'enteredInError' as const }));

const checkMove: fc.Arbitrary<ApplicationCommand> = fc.record(
  {
    type: fc.constant('MoveCheck' as const),
    effectiveOn: day,
    check,
    status: fc.constantFrom(...checkStatuses),
    holder: fc.constantFrom(...checkHolders),
    corrects: correction,
  },
  { requiredKeys: ['type', 'effectiveOn', 'check', 'status', 'holder'] },
);

const applicationCommand: fc.Arbitrary<ApplicationCommand> = fc.oneof(
  fc.record({ effectiveOn: day }).map(submitApplication),
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('PassStage' as const),
      effectiveOn: day,
      stageId,
      how: fc.constantFrom('passed' as const, 'exempt' as const),
      completion: fc.constant(null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('HoldInterview' as const),
      effectiveOn: day,
      panelSize: fc.integer({ min: 0, max: 4 }),
      panelLivedExperience: fc.integer({ min: 0, max: 4 }),
      outcome: fc.constantFrom('appointable' as const, 'notAppointable' as const),
      leastShare: fc.constantFrom(null, 0.5),
    }),
  },
  fc.record({ type: fc.constant('AppointToReserve' as const), effectiveOn: day, until: day }),
  fc.record({
    type: fc.constant('DecideDbsLevel' as const),
    effectiveOn: day,
    dbsLevel: fc.constantFrom(...dbsLevels),
  }),
  { weight: 6, arbitrary: checkMove },
  fc.record({
    type: fc.constant('MakeConditionalOffer' as const),
    effectiveOn: day,
    requiredChecks: fc.uniqueArray(check),
    hoursPerWeek: hours,
    proposedStartOn: fc.constant(null),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('ConfirmOffer' as const),
      effectiveOn: day,
      requiredChecks: fc.uniqueArray(check, { maxLength: 2 }),
      placesLeft: fc.nat(1),
      startsOn: day,
      hoursPerWeek: hours,
    }),
  },
  fc.record({ type: fc.constant('LosePlace' as const), effectiveOn: day }),
  fc.record({ type: fc.constant('WithdrawApplication' as const), effectiveOn: day }),
  fc.record({
    type: fc.constant('DeclineApplication' as const),
    effectiveOn: day,
    reason: fc.constantFrom(...declineReasons),
  }),
  fc.record({ type: fc.constant('ReinstateApplication' as const), effectiveOn: day, corrects: correction }),
);

/** Commands in the order of their days, so that many of them are accepted, after what begins the stream. */
const inOrder = <Command extends { readonly effectiveOn: string }>(commands: readonly Command[]) =>
  commands.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));

const vacancyRun = fc.array(vacancyCommand, { maxLength: 12 }).map((run) => [openVacancy(), ...run]);
/** An application brought as far as its decision, then anything. */
const toDecision: readonly ApplicationCommand[] = [
  submitApplication(),
  ...stages.slice(0, 3).map(({ id }): ApplicationCommand => ({
    type: 'PassStage',
    stageId: id,
    how: 'passed',
    completion: null,
    effectiveOn: '2025-03-10',
  })),
  {
    type: 'HoldInterview',
    panelSize: 2,
    panelLivedExperience: 1,
    outcome: 'appointable',
    leastShare: 0.5,
    effectiveOn: '2025-03-10',
  },
];
const toOffer: readonly ApplicationCommand[] = [
  ...toDecision,
  {
    type: 'MakeConditionalOffer',
    requiredChecks: employmentChecks,
    hoursPerWeek: null,
    proposedStartOn: null,
    effectiveOn: '2025-03-10',
  },
  { type: 'DecideDbsLevel', dbsLevel: 'enhanced', effectiveOn: '2025-03-10' },
];
const applicationRun = fc
  .tuple(fc.array(applicationCommand, { maxLength: 30 }), fc.nat(toDecision.length))
  .map(([run, head]) => [...toDecision.slice(0, head), ...inOrder(run)]);

const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** How a check stands, worked out from the facts alone. */
const standing = (facts: readonly Fact<ApplicationEvent>[], asked: EmploymentCheck): unknown => {
  const corrected = new Set(facts.map(({ corrects }) => corrects?.eventId));
  const last = facts
    .filter(({ id }) => !corrected.has(id))
    .flatMap(({ type, data }): readonly { readonly check: string; readonly status: unknown }[] => {
      if (type === 'DbsDecisionMade') return [{ check: 'criminalRecord', status: data.decision }];
      return type === 'CheckMoved' ? [data] : [];
    })
    .findLast(({ check: moved }) => moved === asked);
  return last?.status;
};

describe('every vacancy', () => {
  it('is replayed to the same state', () => {
    fc.assert(
      fc.property(vacancyRun, (run) => {
        const facts = play(vacancy, run);
        expect(fold(vacancy, stored(facts))).toEqual(fold(vacancy, facts));
        expect(play(vacancy, run)).toEqual(facts);
      }),
      few,
    );
  });
  it('yields nothing once it is closed', () => {
    fc.assert(
      fc.property(vacancyRun, vacancyCommand, (run, command) => {
        const state = fold(vacancy, play(vacancy, run));
        fc.pre(state.status === 'Closed');
        expect(isRejected(vacancy.decide(command, state))).toBe(true);
      }),
      few,
    );
  });
});

describe('every application', () => {
  const kept = (run: readonly ApplicationCommand[]) => play(application, run);

  it('is replayed to the same state', () => {
    fc.assert(
      fc.property(applicationRun, (run) => {
        const facts = kept(run);
        expect(fold(application, stored(facts))).toEqual(fold(application, facts));
        expect(kept(run)).toEqual(facts);
      }),
      few,
    );
  });
  it('yields nothing once it has ended, but the correction of its ending', () => {
    fc.assert(
      fc.property(applicationRun, applicationCommand, (run, command) => {
        const facts = kept([...run, { type: 'WithdrawApplication', effectiveOn: '2027-01-01' }]);
        const state = fold(application, facts);
        fc.pre(state.phase.status === 'Ended' && command.type !== 'ReinstateApplication');
        const outcome = application.decide(command, state);
        expect(isRejected(outcome) || outcome.length === 0).toBe(true);
      }),
      few,
    );
  });
  it('never goes back in time but by a correction', () => {
    fc.assert(
      fc.property(applicationRun, (run) => {
        const days = kept(run)
          .filter(({ corrects, type }) => !corrects || type === 'ApplicationReinstated')
          .map(({ data }) => data.effectiveOn);
        expect(days).toEqual(days.toSorted());
      }),
      few,
    );
  });
  it('asks nothing about health before a conditional offer', () => {
    fc.assert(
      fc.property(applicationRun, (run) => {
        const facts = kept(run);
        const offeredOn = facts.find(({ type }) => type === 'OfferConditional')?.data.effectiveOn;
        for (const { type, data } of facts)
          if (type === 'CheckMoved' && data.check === 'workHealth')
            expect(offeredOn !== undefined && data.effectiveOn >= offeredOn).toBe(true);
      }),
      few,
    );
  });
  it('confirms an offer only after every check that was asked for has succeeded', () => {
    let confirmed = 0;
    fc.assert(
      fc.property(
        fc.array(checkMove, { maxLength: 20 }),
        fc.uniqueArray(check, { maxLength: 3 }),
        (moves, asked) => {
          const facts = kept([...toOffer, ...inOrder(moves)]);
          const outcome = application.decide(
            {
              type: 'ConfirmOffer',
              effectiveOn: '2027-01-01',
              startsOn: '2027-01-01',
              requiredChecks: asked,
              placesLeft: 1,
              hoursPerWeek: null,
            },
            fold(application, facts),
          );
          if (isRejected(outcome)) return;
          confirmed += asked.length;
          expect(asked.map((required) => standing(facts, required))).toEqual(asked.map(() => 'succeeded'));
        },
      ),
      { numRuns: 1000 },
    );
    expect(confirmed).toBeGreaterThan(0);
  });
  it('seals everything that is not an id, a date, a code or a count', () => {
    const sealed = Object.entries(recruitmentCatalogue).flatMap(([type, entry]) =>
      Object.keys('sealed' in entry ? entry.sealed : {}).map((field) => `${type}.${field}`),
    );
    expect(sealed).toEqual([
      'DbsLevelDecided.dbsLevel',
      'DbsDecisionMade.decision',
      'ApplicationWithdrawn.reason',
      'ApplicationDeclined.feedback',
    ]);
  });
});
