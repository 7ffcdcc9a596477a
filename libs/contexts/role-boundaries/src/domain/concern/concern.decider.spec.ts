import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejected, type Fact } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import type { ConcernEvent } from '../../contracts.js';
import type { ConcernCommand, RaiseConcern } from './concern.commands.js';
import { concern } from './concern.decider.js';

const { given } = specFor(concern);

const of = {
  concernId: 'concern',
  engagementId: 'engagement',
  personId: 'worker',
  organisationId: 'organisation',
  localityId: 'locality',
};
const raise: RaiseConcern = {
  type: 'RaiseConcern',
  of,
  raisedBy: 'worker',
  task: 'wardNumbers',
  text: 'I am counted in ward numbers.',
  visibleTo: ['lead'],
  effectiveOn: '2025-06-01',
};
const raised: ConcernEvent = {
  type: 'ConcernRaised',
  data: {
    ...of,
    effectiveOn: '2025-06-01',
    raisedBy: 'worker',
    task: 'wardNumbers',
    text: 'I am counted in ward numbers.',
    visibleTo: ['lead'],
  },
};
const shared: ConcernEvent = {
  type: 'ConcernShared',
  data: { ...of, effectiveOn: '2025-06-02', with: ['union'] },
};
const resolved: ConcernEvent = {
  type: 'ConcernResolved',
  data: { ...of, effectiveOn: '2025-06-20', resolvedBy: 'lead', outcome: 'The rota was changed.' },
};

describe('raising a concern', () => {
  it('records it with the people who may see it', () => {
    given().when(raise).then(raised);
  });
  it('counts each person once, and not whoever raised it', () => {
    given()
      .when({ ...raise, visibleTo: ['lead', 'worker', 'lead'] })
      .then(raised);
  });
  it('refuses that nobody would see it', () => {
    given()
      .when({ ...raise, visibleTo: ['worker'] })
      .thenRejected('NobodyToSee');
  });
  it('refuses the same concern twice', () => {
    given(raised).when(raise).thenRejected('ConcernExists');
  });
});

describe('sharing a concern', () => {
  const share = {
    type: 'ShareConcern',
    by: 'worker',
    with: ['union'],
    effectiveOn: '2025-06-02',
  } as const;
  it('lets more people see it', () => {
    given(raised).when(share).then(shared);
  });
  it('is for whoever raised it alone', () => {
    given(raised)
      .when({ ...share, by: 'lead' })
      .thenRejected('NotTheRaiser');
  });
  it('decides nothing for people who see it already', () => {
    given(raised, shared)
      .when({ ...share, with: ['lead', 'union', 'worker'] })
      .thenNothing();
  });
  it('needs a concern, and a day on or after it', () => {
    given().when(share).thenRejected('ConcernNotRaised');
    given(raised)
      .when({ ...share, effectiveOn: '2025-05-31' })
      .thenRejected('BeforeRaised', { raisedOn: '2025-06-01' });
  });
});

describe('resolving a concern', () => {
  const resolve = {
    type: 'ResolveConcern',
    resolvedBy: 'lead',
    outcome: 'The rota was changed.',
    effectiveOn: '2025-06-20',
  } as const;
  it('records who resolved it and how', () => {
    given(raised).when(resolve).then(resolved);
  });
  it('is possible for whoever raised it and for people it was shared with later', () => {
    for (const resolvedBy of ['worker', 'union'])
      given(raised, shared)
        .when({ ...resolve, resolvedBy })
        .then({ ...resolved, data: { ...resolved.data, resolvedBy } } as ConcernEvent);
  });
  it('is not possible for people who may not see it', () => {
    given(raised)
      .when({ ...resolve, resolvedBy: 'union' })
      .thenRejected('NotVisible');
  });
  it('is the end of it', () => {
    given(raised, resolved).when(resolve).thenRejected('ConcernResolved');
  });
});

describe('the laws of a concern', () => {
  const person = fc.constantFrom('worker', 'lead', 'union', 'other');
  const day = fc.constantFrom('2025-06-01', '2025-06-02', '2025-06-03');
  const command: fc.Arbitrary<ConcernCommand> = fc.oneof(
    fc.array(person).map((visibleTo) => ({ ...raise, visibleTo })),
    fc.record({
      type: fc.constant('ShareConcern' as const),
      by: person,
      with: fc.array(person),
      effectiveOn: day,
    }),
    fc.record({
      type: fc.constant('ResolveConcern' as const),
      resolvedBy: person,
      outcome: fc.constant('Done.'),
      effectiveOn: day,
    }),
  );
  const play = (commands: readonly ConcernCommand[]) => {
    const facts: Fact<ConcernEvent>[] = [];
    for (const said of commands) {
      const before = fold(concern, facts);
      const outcome = concern.decide(said, before);
      const events = isRejected(outcome) ? [] : outcome;
      if (before.status === 'Resolved') expect(events).toEqual([]);
      for (const event of events)
        facts.push({ ...event, id: factId(facts.length), recordedAt: '2026-01-01T00:00:00.000Z' });
    }
    return facts;
  };

  it('replays to the same state, yields nothing once resolved, and names nobody twice', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const facts = play(commands);
        const state = fold(concern, facts);
        expect(fold(concern, JSON.parse(JSON.stringify(facts)) as Fact<ConcernEvent>[])).toEqual(state);
        if (state.status === 'None') return;
        expect(new Set(state.visibleTo).size).toBe(state.visibleTo.length);
        expect(state.visibleTo).not.toContain(state.raisedBy);
      }),
    );
  });
});
