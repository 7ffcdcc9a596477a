import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejected, settle, type Fact } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import { bands, type PostEvent } from '../../contracts.js';
import type { PostCommand } from './post.commands.js';
import { post } from './post.decider.js';
import { leftFrom } from './post.places.js';

const day = fc.integer({ min: 1, max: 6 }).map((month) => `2025-${String(month + 1).padStart(2, '0')}-15`);
const anyOf = <const Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const engagementId = fc.integer({ min: 0, max: 2 }).map((n) => `engagement ${n}`);
const reference = anyOf('JE-1', 'JE-2');
const band = fc.constantFrom(...bands.slice(0, 2));

const command: fc.Arbitrary<PostCommand> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      type: anyOf('AgreePlaces'),
      places: fc.integer({ min: 0, max: 2 }),
      effectiveOn: day,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: anyOf('RecordJobEvaluation'), reference, band, evaluatedOn: day }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: anyOf('BandPost'), band, evaluation: reference, effectiveOn: day }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: anyOf('CorrectPostBanding'),
      eventId: fc.integer({ min: 0, max: 8 }).map(factId),
      band,
      evaluation: reference,
      effectiveOn: day,
      reason: anyOf('wrongDate'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: anyOf('DeclareEquivalentBand'), band, effectiveOn: day }) },
  {
    weight: 5,
    arbitrary: fc
      .record({
        type: anyOf('ReservePlace'),
        engagementId,
        personId: anyOf('person'),
        startsOn: day,
        engagementKind: anyOf('agendaForChange', 'volunteer'),
        hoursPerWeek: anyOf(null, 30),
        fixedTermUntil: anyOf(null),
        askedOn: day,
      })
      .map((asked) => ({ ...asked, applicationId: asked.engagementId })),
  },
  {
    weight: 4,
    arbitrary: fc.record(
      { type: anyOf('ReleasePlace'), engagementId, freeFrom: day, correction: anyOf('wrongDate') },
      { requiredKeys: ['type', 'engagementId', 'freeFrom'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: anyOf('ClosePost'), reason: anyOf('replaced'), effectiveOn: day }),
  },
);

const establish: PostCommand = {
  type: 'EstablishPost',
  postId: 'post',
  title: 'Peer worker',
  roleFamily: 'peerWorker',
  employingOrganisationId: 'employer',
  hostOrganisationId: 'host',
  localityId: 'locality',
  teamId: null,
  formedTeam: null,
  team: 'team',
  setting: 'communityTeam',
  places: 1,
  hoursPerWeek: 37.5,
  effectiveOn: '2025-02-15',
};

/** What the log holds after these commands, and what each of them came to. */
const play = (commands: readonly PostCommand[]) => {
  const facts: Fact<PostEvent>[] = [];
  const steps = [establish, ...commands].map((said) => {
    const before = fold(post, facts);
    const outcome = post.decide(said, before);
    const events = isRejected(outcome) ? [] : outcome;
    for (const event of events)
      facts.push({
        ...event,
        id: factId(facts.length),
        recordedAt: new Date(Date.UTC(2026, 0, 1) + facts.length * 1000).toISOString(),
      });
    return { before, said, events };
  });
  return { facts, steps, state: fold(post, facts) };
};

const histories = fc.array(command, { maxLength: 25 });
const often = { numRuns: 1000 };

describe('the laws of a post', () => {
  it('replays to the same state, through JSON too', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const { facts, state } = play(commands);
        expect(fold(post, JSON.parse(JSON.stringify(facts)) as Fact<PostEvent>[])).toEqual(state);
      }),
      often,
    );
  });
  it('never holds more places than it has, on any day', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const { state } = play(commands);
        if (state.status === 'None') return;
        expect(leftFrom(state, state.establishedOn)).toBeGreaterThanOrEqual(0);
      }),
      often,
    );
  });
  it('gives an engagement one place at most', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const held = play(commands).facts.flatMap((fact) =>
          fact.type === 'PlaceReserved' ? [fact.data.engagementId] : [],
        );
        expect(new Set(held).size).toBe(held.length);
      }),
      often,
    );
  });
  it('is never banded beyond its evaluations', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const { facts } = play(commands);
        for (const fact of settle(facts)) {
          if (fact.type !== 'PostBanded') continue;
          const evaluation = facts.find(
            (other) =>
              other.type === 'JobEvaluationRecorded' && other.data.reference === fact.data.evaluation,
          );
          expect(evaluation?.data).toMatchObject({ band: fact.data.band });
        }
      }),
      often,
    );
  });
  it('records nothing once closed but corrections and refused places', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        for (const { before, events } of play(commands).steps) {
          if (before.status !== 'Closed') continue;
          expect(events.every((event) => event.corrects || event.type === 'ReservationRefused')).toBe(true);
        }
      }),
      often,
    );
  });
  it('answers the same command said twice with nothing new', () => {
    fc.assert(
      fc.property(histories, command, (commands, said) => {
        if (said.type === 'CorrectPostBanding' || said.type === 'ClosePost') return;
        const { steps } = play([...commands, said, said]);
        expect(steps.at(-1)?.events).toEqual([]);
      }),
      often,
    );
  });
});
