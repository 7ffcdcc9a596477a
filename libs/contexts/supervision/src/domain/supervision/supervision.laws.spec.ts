import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejected, settle, type Fact } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import type { SupervisionEvent } from '../../contracts.js';
import type { SupervisionCommand } from './supervision.commands.js';
import { supervision } from './supervision.decider.js';
import { dueOn, isOverdue } from './supervision.due.js';
import { periodOn } from './supervision.state.js';

const day = fc.integer({ min: 14, max: 22 }).map((n) => `2025-06-${String(n).padStart(2, '0')}`);
const today = '2025-06-20';
const anyOf = <const Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const person = anyOf('worker', 'one', 'two');
const eventId = fc.integer({ min: 0, max: 15 }).map(factId);

const session = {
  heldOn: day,
  supervisorId: fc.option(person),
  byPeer: anyOf(null, true, false),
  lengthMinutes: anyOf(60),
  agreedActions: anyOf(1),
  earlierActionsDone: anyOf(0),
  today: anyOf(today),
};
const anyArrangement = {
  type: anyOf('ArrangeSupervision'),
  supervisionId: anyOf('supervision'),
  engagementId: anyOf('engagement'),
  personId: anyOf('worker'),
  kind: anyOf('line'),
  organisationId: anyOf('organisation'),
  localityId: anyOf('locality'),
  supervisorId: person,
  supervisorHasLivedExperience: anyOf(null),
  everyDays: anyOf(7, 28),
  effectiveOn: day,
};
const command: fc.Arbitrary<SupervisionCommand> = fc.oneof(
  fc.record(anyArrangement),
  fc.record({ type: anyOf('AgreeCadence'), everyDays: anyOf(7, 14), effectiveOn: day }),
  fc.record({
    type: anyOf('HandOverSupervision'),
    supervisorId: person,
    supervisorHasLivedExperience: anyOf(null),
    effectiveOn: day,
  }),
  fc.record({ type: anyOf('RecordSession'), ...session }),
  fc.record({
    type: anyOf('RecordMissedSession'),
    plannedOn: day,
    reason: anyOf('other'),
    today: anyOf(today),
  }),
  fc.record({ type: anyOf('CorrectSession'), eventId, reason: anyOf('wrongDate'), ...session }),
  fc.record({ type: anyOf('TakeBackSession'), eventId, reason: anyOf('enteredInError') }),
  fc.record({
    type: anyOf('EndSupervision'),
    reason: anyOf('engagementEnded', 'replaced'),
    effectiveOn: day,
  }),
);

const play = (commands: readonly SupervisionCommand[]) => {
  const facts: Fact<SupervisionEvent>[] = [];
  const steps = commands.map((said) => {
    const before = fold(supervision, facts);
    const outcome = supervision.decide(said, before);
    const events = isRejected(outcome) ? [] : outcome;
    for (const event of events)
      facts.push({
        ...event,
        id: factId(facts.length),
        recordedAt: new Date(Date.UTC(2026, 0, 1) + facts.length * 1000).toISOString(),
      });
    return { before, events };
  });
  return { facts, steps, state: fold(supervision, facts) };
};

/** Nothing can happen before supervision is arranged, so most histories begin with that. */
const arrangement: SupervisionCommand = {
  type: 'ArrangeSupervision',
  supervisionId: 'supervision',
  engagementId: 'engagement',
  personId: 'worker',
  kind: 'line',
  organisationId: 'organisation',
  localityId: 'locality',
  supervisorId: 'one',
  supervisorHasLivedExperience: null,
  everyDays: 7,
  effectiveOn: '2025-06-15',
};
const histories = fc.oneof(
  { weight: 1, arbitrary: fc.array(command, { maxLength: 25 }) },
  {
    weight: 5,
    arbitrary: fc.array(command, { maxLength: 25 }).map((commands) => [arrangement, ...commands]),
  },
);
const holds = (law: (played: ReturnType<typeof play>) => void): void =>
  fc.assert(fc.property(histories, (commands) => law(play(commands))));

describe('the laws of supervision', () => {
  it('replays to the same state, through JSON too', () => {
    holds(({ facts, state }) =>
      expect(fold(supervision, JSON.parse(JSON.stringify(facts)) as Fact<SupervisionEvent>[])).toEqual(state),
    );
  });
  it('has no two records of one day, none to come, and none of a day on which nothing was arranged', () => {
    holds(({ state }) => {
      if (state.status === 'None') return;
      const days = state.sessions.map(({ on }) => on);
      expect(new Set(days).size).toBe(days.length);
      expect(days).toEqual(days.toSorted());
      for (const on of days) {
        expect(on <= today).toBe(true);
        expect(periodOn(state, on)).toBeDefined();
      }
    });
  });
  it('never lets anybody supervise themselves', () => {
    holds(({ facts, state }) => {
      for (const { data } of settle(facts))
        expect('supervisorId' in data && data.supervisorId === 'worker').toBe(false);
      if (state.status !== 'None')
        expect(state.supervisors.some(({ value }) => value === 'worker')).toBe(false);
    });
  });
  it('yields nothing once ended but what was true before, corrections, or a new arrangement', () => {
    holds(({ steps }) => {
      for (const { before, events } of steps) {
        if (before.status !== 'Ended') continue;
        for (const event of events)
          expect(
            event.corrects !== undefined ||
              event.type === 'SupervisionArranged' ||
              periodOn(before, event.data.effectiveOn) !== undefined,
          ).toBe(true);
      }
    });
  });
  it('is due only where it is arranged, and always after the last session', () => {
    fc.assert(
      fc.property(histories, day, (commands, on) => {
        const { state } = play(commands);
        const due = dueOn(state, on);
        if (state.status === 'None' || !periodOn(state, on)) expect(due).toBeNull();
        else
          for (const { on: held, outcome } of state.sessions)
            if (outcome === 'held' && held <= on) expect(due !== null && due > held).toBe(true);
        expect(isOverdue(state, on)).toBe(due !== null && due < on);
      }),
    );
  });
});
