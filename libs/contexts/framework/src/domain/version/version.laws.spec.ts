import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejected, type Fact } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import type { VersionEvent } from '../../contracts.js';
import { anyRule } from '../../testing/arbitrary-rules.js';
import {
  carriedVote,
  clauseId,
  drafted,
  firstVersion,
  frameworkId,
  lapsed,
  person,
  proposed,
  clauseOf,
  boundary,
  consulted,
  votingOpened,
  ratified,
  secondVersion,
  superseded,
} from '../../testing/samples.js';
import type { VersionCommand } from './version.commands.js';
import { version } from './version.decider.js';

const { given } = specFor(version);
const name = fc.constantFrom('Ada', 'Ben', 'Cem', 'Dee', 'Eve');
const clause = fc.constantFrom('one', 'two', 'three').map(clauseId);
const day = fc.nat(400).map((days) => new Date(Date.UTC(2025, 0, 6 + days)).toISOString().slice(0, 10));
const at = <Command extends Omit<VersionCommand, 'effectiveOn'>>(command: fc.Arbitrary<Command>) =>
  fc
    .tuple(command, day)
    .map(([said, effectiveOn]) => ({ ...said, effectiveOn }) as unknown as VersionCommand);
const only = <Type extends string>(type: Type) => fc.constant(type);
const current = fc.constantFrom(firstVersion, null);

const castBallot: fc.Arbitrary<VersionCommand> = at(
  fc.record({
    type: only('CastBallot'),
    personId: name.map(person),
    choice: fc.constantFrom('for', 'against', 'abstain'),
    member: fc.option(fc.record({ livedExperience: fc.boolean() }), { freq: 9 }),
  }),
);

const anyCommand: fc.Arbitrary<VersionCommand> = fc.oneof(
  at(
    fc.record({
      type: only('ProposeClause'),
      clauseId: clause,
      title: fc.constant('A title'),
      wording: fc.constant('Words'),
      rule: anyRule,
    }),
  ),
  at(
    fc.record({
      type: only('AmendClause'),
      clauseId: clause,
      title: fc.constant('Another title'),
      wording: fc.constant('Words'),
      rule: anyRule,
      expectedRevision: fc.nat(2),
    }),
  ),
  at(fc.record({ type: only('WithdrawClause'), clauseId: clause, expectedRevision: fc.nat(2) })),
  at(
    fc.record({
      type: only('ProposeVotingRule'),
      quorumShare: fc.constantFrom(0, 0.5, 0.75),
      majorityShare: fc.constantFrom(0.5, 0.6667),
    }),
  ),
  at(fc.record({ type: only('OpenConsultation') })),
  at(
    fc.record({
      type: only('MakeComment'),
      commentId: clause,
      personId: name.map(person),
      clauseId: fc.option(clause),
      text: fc.constant('A remark'),
    }),
  ),
  at(fc.record({ type: only('OpenVoting') })),
  castBallot,
  at(
    fc.record({
      type: only('StateDissent'),
      dissentId: clause,
      personId: name.map(person),
      clauseId: fc.option(clause),
      statement: fc.constant('I do not agree'),
      named: fc.boolean(),
      member: fc.boolean(),
    }),
  ),
  at(fc.record({ type: only('CloseVoting') })),
  at(fc.record({ type: only('RatifyVersion'), inForceFrom: day, currentVersionId: current })),
  at(fc.record({ type: only('LapseVersion'), currentVersionId: current })),
  at(fc.record({ type: only('SupersedeVersion'), by: fc.constant(person('a third version')) })),
);

const begin: VersionCommand = {
  type: 'DraftVersion',
  versionId: secondVersion,
  frameworkId,
  number: 2,
  replaces: firstVersion,
  votingRule: { quorumShare: 0.5, majorityShare: 0.5 },
  clauses: [],
  effectiveOn: '2025-01-06',
};
const milestone = (type: string, effectiveOn: string) =>
  ({ type, inForceFrom: '2026-03-01', currentVersionId: firstVersion, effectiveOn }) as VersionCommand;
// A whole life with anything at all in between, so that every step is met before, at and after its time.
const anyHistory: fc.Arbitrary<readonly VersionCommand[]> = fc
  .array(fc.oneof({ arbitrary: anyCommand, weight: 1 }, { arbitrary: castBallot, weight: 3 }), {
    minLength: 10,
    maxLength: 60,
  })
  .map((commands) =>
    [
      ...commands,
      {
        type: 'ProposeClause',
        clauseId: clauseId('first'),
        title: 'A title',
        wording: 'Words',
        rule: boundary,
        effectiveOn: '2025-01-06',
      } as const,
      milestone('OpenConsultation', '2025-03-01'),
      milestone('OpenVoting', '2025-05-01'),
      milestone('CloseVoting', '2025-11-01'),
      milestone('RatifyVersion', '2026-01-01'),
    ].toSorted((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1)),
  );

const recordedBy = (commands: readonly VersionCommand[]): readonly Fact<VersionEvent>[] =>
  [begin, ...commands].reduce<readonly Fact<VersionEvent>[]>((facts, command) => {
    const outcome = version.decide(command, fold(version, facts));
    if (isRejected(outcome)) return facts;
    const recorded = outcome.map((event, index) => ({
      ...(JSON.parse(JSON.stringify(event)) as VersionEvent),
      id: factId(facts.length + index),
      recordedAt: '2025-01-01T00:00:00.000Z',
    }));
    return [...facts, ...recorded];
  }, []);

const closed = [drafted(), proposed(clauseOf(boundary)), consulted, votingOpened, carriedVote] as const;

describe('laws of a version', () => {
  it('replays to the same state, from the log or as it went along', () => {
    fc.assert(
      fc.property(anyHistory, (commands) => {
        const facts = recordedBy(commands);
        const replayed = fold(version, facts);
        expect(fold(version, JSON.parse(JSON.stringify(facts)) as typeof facts)).toEqual(replayed);
        expect(facts.reduce(version.evolve, version.initialState)).toEqual(replayed);
        expect(JSON.parse(JSON.stringify(replayed))).toEqual(replayed);
      }),
      { numRuns: 500 },
    );
  });

  it('never counts a member twice, nor anybody outside the group', () => {
    fc.assert(
      fc.property(anyHistory, (commands) => {
        const facts = recordedBy(commands);
        const voters = new Set(
          facts.flatMap(({ type, data }) => (type === 'BallotCast' ? [data.personId] : [])),
        );
        const results = facts.flatMap(({ type, data }) => (type === 'VotingClosed' ? [data] : []));
        expect(results.length).toBeLessThanOrEqual(1);
        for (const { tally } of results) expect(tally.for + tally.against + tally.abstain).toBe(voters.size);
      }),
      { numRuns: 500 },
    );
  });

  it('yields no ballot and no change of clauses once the vote is closed', () => {
    fc.assert(
      fc.property(anyCommand, (command) => {
        const outcome = given(...closed).when({ ...command, effectiveOn: '2025-03-20' }).outcome;
        const types = isRejected(outcome) ? [] : outcome.map(({ type }) => type);
        const allowed = ['DissentStated', 'VersionRatified', 'VersionNotRatified'];
        expect(types.filter((type) => !allowed.includes(type))).toEqual([]);
      }),
    );
  });

  it.each([
    ['not ratified', [...closed, lapsed]],
    ['superseded', [...closed, ratified, superseded]],
  ])('yields nothing once it is %s', (_, history) => {
    fc.assert(
      fc.property(fc.oneof(anyCommand, fc.constant(begin)), (command) => {
        const { outcome } = given(...history).when({ ...command, effectiveOn: '2026-05-01' });
        return isRejected(outcome) || outcome.length === 0;
      }),
    );
  });

  it('is ratified only by a vote that reached its quorum and its majority', () => {
    const vote = fc.array(fc.tuple(fc.constantFrom('for', 'against', 'abstain'), fc.boolean()), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(vote, fc.constantFrom(0.5, 0.75, 1), (ballots, quorumShare) => {
        const commands = [
          ...ballots.map(([choice, livedExperience], index) => ({
            type: 'CastBallot',
            personId: person(`voter ${index}`),
            choice,
            member: { livedExperience },
            effectiveOn: '2025-03-02',
          })),
          { type: 'CloseVoting', effectiveOn: '2025-03-15' },
          {
            type: 'RatifyVersion',
            inForceFrom: '2025-04-01',
            currentVersionId: firstVersion,
            effectiveOn: '2025-03-16',
          },
        ] as VersionCommand[];
        const history = [
          drafted('2025-01-06', quorumShare),
          proposed(clauseOf(boundary)),
          consulted,
          votingOpened,
        ];
        const end = commands.reduce(
          (state, command) => {
            const outcome = version.decide(command, state);
            const events = isRejected(outcome) ? [] : outcome;
            return events.reduce((now, event) => version.evolve(now, asFact(event)), state);
          },
          history.map(asFact).reduce(version.evolve, version.initialState),
        );
        const deciding = ballots.filter(([choice]) => choice !== 'abstain');
        const lived = deciding.filter(([, livedExperience]) => livedExperience).length;
        const votesFor = deciding.filter(([choice]) => choice === 'for').length;
        const carries =
          deciding.length > 0 &&
          lived >= quorumShare * deciding.length &&
          votesFor > deciding.length - votesFor;
        expect(end.status).toBe(carries ? 'Ratified' : 'VotingClosed');
      }),
      { numRuns: 1_000 },
    );
  });
});

const asFact = (event: VersionEvent): Fact<VersionEvent> => ({
  ...event,
  id: factId(0),
  recordedAt: '2025-01-01T00:00:00.000Z',
});
