import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, fold, uuid5 } from '@alongside/kernel';
import { factId, play } from '@alongside/kernel/testing';
import { disbandTeam, formTeam } from '../testing/team.examples.js';
import type { TeamCommand } from './team.commands.js';
import { team } from './team.decider.js';
import { notThereOn, teamOn } from './team.state.js';

const day = fc.nat(60).map((days) => addDays('2025-01-01', days));
const corrects = fc.nat(10).map((index) => ({ eventId: factId(index), reason: 'wrongDate' as const }));
const maybeCorrecting = fc.option(corrects, { nil: undefined }).map((one) => (one ? { corrects: one } : {}));
const clauseId = fc.constantFrom(uuid5('a'), uuid5('b'));

const dated: fc.Arbitrary<TeamCommand> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('One', 'Two', '').map((name) => formTeam({ name })),
      fc.constantFrom('One', 'Two', '').map((name) => ({ type: 'RenameTeam' as const, name })),
      fc
        .constantFrom('remote', 'publicPlace')
        .map((setting) => ({ type: 'NameTeamSetting' as const, setting })),
      fc.record({
        type: fc.constant('MeetReadinessItem' as const),
        clauseId,
        evidenceNote: fc.constant('Seen.'),
        until: fc.option(day, { nil: null }),
      }),
      fc.record({ type: fc.constant('LapseReadinessItem' as const), clauseId }),
    ),
    day,
    maybeCorrecting,
  )
  .map(([one, effectiveOn, correction]) => ({ ...one, effectiveOn, ...correction }) as TeamCommand);
const command = fc.oneof(
  { weight: 8, arbitrary: dated },
  { weight: 1, arbitrary: day.map(disbandTeam) },
  {
    weight: 1,
    arbitrary: corrects.map((one) => ({ type: 'ReinstateTeam' as const, corrects: one })),
  },
);
const history = fc
  .array(command, { maxLength: 16 })
  .map((commands) => play(team, [formTeam({ effectiveOn: '2025-01-05' }), ...commands]));
const many = { numRuns: 500 };

describe('whatever is asked of a team', () => {
  it('has one name and one setting on every day on which it is there, and none on others', () => {
    fc.assert(
      fc.property(history, day, (facts, on) => {
        const state = fold(team, facts);
        expect(teamOn(state, on) === undefined).toBe(notThereOn(state, on) !== undefined);
        for (const said of [state.names, state.settings])
          expect(new Set(said.map(({ from }) => from)).size).toBe(said.length);
      }),
      many,
    );
  });
  it('says nothing of days before it was formed or after it was disbanded', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const { formation, disbanding, names, settings, readiness } = fold(team, facts);
        for (const { from } of [...names, ...settings, ...Object.values(readiness).flat()]) {
          expect(from >= formation!.on).toBe(true);
          if (disbanding && from !== formation!.on) expect(from < disbanding.on).toBe(true);
        }
      }),
      many,
    );
  });
  it('folds to the same state after being stored', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const stored = JSON.parse(JSON.stringify(facts)) as typeof facts;
        expect(fold(team, stored)).toEqual(fold(team, facts));
      }),
      many,
    );
  });
});
