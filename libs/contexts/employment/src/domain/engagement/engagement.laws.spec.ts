import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejected, timeline, type Fact } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import type { EngagementEvent } from '../../contracts.js';
import type { EngagementCommand } from './engagement.commands.js';
import { engagement } from './engagement.decider.js';

const day = fc.integer({ min: 3, max: 5 }).map((month) => `2025-${String(month + 1).padStart(2, '0')}-15`);
const anyOf = <const Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const eventId = fc.integer({ min: 0, max: 2 }).map(factId);

const command: fc.Arbitrary<EngagementCommand> = fc.oneof(
  fc.record({ type: anyOf('AgreeHours'), hoursPerWeek: anyOf(null, 15, 30, 99), effectiveOn: day }),
  fc.record({ type: anyOf('AgreeTerm'), until: fc.option(day), effectiveOn: day }),
  fc.record({
    type: anyOf('ReachStepPoint'),
    band: anyOf('4', '5'),
    stepPoint: anyOf('entry', 'intermediate', 'top'),
    standards: fc.record({
      appraisalWithinTwelveMonths: anyOf(true),
      noFormalProcess: fc.boolean(),
      mandatoryTrainingComplete: anyOf(true),
    }),
    effectiveOn: day,
  }),
  fc.record({ type: anyOf('EndEngagement'), lastDay: day, reason: anyOf('resignation') }),
  fc.record({ type: anyOf('RecordNotStarted') }),
  fc.record({ type: anyOf('CorrectEngagementStart'), eventId, startsOn: day, reason: anyOf('wrongDate') }),
  fc.record({
    type: anyOf('CorrectEngagementEnd'),
    eventId,
    lastDay: day,
    endReason: anyOf('retirement'),
    reason: anyOf('wrongDate'),
  }),
);

const begin: EngagementCommand = {
  type: 'BeginEngagement',
  engagementId: 'engagement',
  personId: 'person',
  postId: null,
  applicationId: null,
  employingOrganisationId: 'employer',
  hostOrganisationId: 'host',
  localityId: 'locality',
  kind: 'agendaForChange',
  title: 'Peer worker',
  roleFamily: 'peerWorker',
  hoursPerWeek: 30,
  fixedTermUntil: null,
  startsOn: '2025-04-15',
};

const play = (commands: readonly EngagementCommand[]) => {
  const facts: Fact<EngagementEvent>[] = [];
  const steps = [begin, ...commands].map((said) => {
    const before = fold(engagement, facts);
    const outcome = engagement.decide(said, before);
    const events = isRejected(outcome) ? [] : outcome;
    for (const event of events)
      facts.push({
        ...event,
        id: factId(facts.length),
        recordedAt: new Date(Date.UTC(2026, 0, 1) + facts.length * 1000).toISOString(),
      });
    return { before, said, events };
  });
  return { facts, steps, state: fold(engagement, facts) };
};

const histories = fc.array(command, { maxLength: 15 });
const often = { numRuns: 1000 };

describe('the laws of an engagement', () => {
  it('replays to the same state, through JSON too', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const { facts, state } = play(commands);
        expect(fold(engagement, JSON.parse(JSON.stringify(facts)) as Fact<EngagementEvent>[])).toEqual(state);
      }),
      often,
    );
  });
  it('always stays begun, whatever is corrected', () => {
    fc.assert(fc.property(histories, (commands) => expect(play(commands).state.status).not.toBe('None')));
  });
  it('loses no agreed hours to a correction of its start', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const { facts, state } = play(commands);
        if (state.status === 'None') throw new Error('it has begun');
        const said = new Map(
          facts.flatMap(({ type, data }) =>
            type === 'HoursAgreed' ? [[data.effectiveOn, data.hoursPerWeek]] : [],
          ),
        );
        for (const [agreedOn, hoursPerWeek] of said)
          expect(timeline.valueOn(state.hours, agreedOn)).toBe(hoursPerWeek);
      }),
      often,
    );
  });
  it('yields nothing after its last day', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        for (const { before, events } of play(commands).steps) {
          if (before.status !== 'Ended') continue;
          for (const event of events)
            expect(event.corrects !== undefined || event.data.effectiveOn <= before.lastDay).toBe(true);
        }
      }),
      often,
    );
  });
});
