import { describe, expect, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import type { BoundaryRule, ClauseRule, VersionEvent } from '../../contracts.js';
import {
  amended,
  banding,
  boundary,
  carriedVote,
  clauseId,
  clauseOf,
  consulted,
  drafted,
  firstVersion,
  frameworkId,
  never,
  principle,
  proposed,
  secondVersion,
  supervision,
  votingOpened,
  withdrawn,
} from '../../testing/samples.js';
import type {
  AmendClause,
  DraftVersion,
  ProposeClause,
  ProposeVotingRule,
  WithdrawClause,
} from './version.commands.js';
import { version } from './version.decider.js';
import { standingClauses } from './version.state.js';

const { given } = specFor(version);
const restraint = clauseOf(boundary, 'restraint');

const draft = (changes: Partial<DraftVersion> = {}): DraftVersion => ({
  type: 'DraftVersion',
  versionId: secondVersion,
  frameworkId,
  number: 2,
  replaces: firstVersion,
  votingRule: { quorumShare: 0.5, majorityShare: 0.5 },
  clauses: [],
  effectiveOn: '2025-01-06',
  ...changes,
});
const propose = (changes: Partial<ProposeClause> = {}): ProposeClause => ({
  type: 'ProposeClause',
  clauseId: restraint.clauseId,
  title: restraint.title,
  wording: restraint.wording,
  rule: boundary,
  effectiveOn: '2025-01-07',
  ...changes,
});
const amend = (changes: Partial<AmendClause> = {}): AmendClause => ({
  ...propose(),
  type: 'AmendClause',
  expectedRevision: 0,
  rule: never,
  effectiveOn: '2025-01-08',
  ...changes,
});
const withdraw = (changes: Partial<WithdrawClause> = {}): WithdrawClause => ({
  type: 'WithdrawClause',
  clauseId: restraint.clauseId,
  expectedRevision: 0,
  effectiveOn: '2025-01-09',
  ...changes,
});
const proposeRule = (quorumShare: number, majorityShare = 0.5): ProposeVotingRule => ({
  type: 'ProposeVotingRule',
  quorumShare,
  majorityShare,
  effectiveOn: '2025-01-10',
});

describe('drafting a version', () => {
  it('binds it by the rule of the version it replaces', () => {
    given()
      .when(draft({ votingRule: { quorumShare: 0.75, majorityShare: 0.6667 } }))
      .then(drafted('2025-01-06', 0.75, 0.6667));
  });
  it('takes over the clauses of that version', () => {
    given()
      .when(draft({ clauses: [restraint] }))
      .then(drafted(), {
        type: 'ClauseProposed',
        data: {
          versionId: secondVersion,
          ...restraint,
          carriedFrom: firstVersion,
          effectiveOn: '2025-01-06',
        },
      });
  });
  it('refuses to take over what cannot be evaluated', () => {
    const broken = { ...restraint, rule: { ...boundary, conditions: [] } };
    given()
      .when(draft({ clauses: [broken] }))
      .thenRejected('ClauseNotEvaluable', {
        faults: [`${restraint.clauseId}: conditions: at least one, as the stance is withConditions`],
      });
  });
  it('refuses two clauses on one thing', () => {
    const second = clauseOf(never, 'restraint again');
    given()
      .when(draft({ clauses: [restraint, second] }))
      .thenRejected('SubjectAlreadyCovered', { clauseId: second.clauseId });
  });
  it.each([0, -1, 1.5])('refuses %d as a number', (number) => {
    given().when(draft({ number })).thenRejected('NumberNotPositive');
  });
  it('refuses a voting rule that is none', () => {
    given()
      .when(draft({ votingRule: { quorumShare: 2, majorityShare: 0.5 } }))
      .thenRejected('ShareOutOfRange');
  });
  it('happens once for a number', () => {
    given(drafted()).when(draft()).thenRejected('VersionAlreadyDrafted');
  });
  it('comes before everything else', () => {
    given().when(propose()).thenRejected('VersionNotDrafted');
  });
});

describe('proposing a clause', () => {
  it('records its kind from its rule', () => {
    given(drafted()).when(propose()).then(proposed(restraint));
  });
  it('keeps no space around the words', () => {
    given(drafted())
      .when(propose({ title: ` ${restraint.title} `, wording: `${restraint.wording}\n` }))
      .then(proposed(restraint));
  });
  it('names what makes a rule impossible to evaluate', () => {
    given(drafted())
      .when(propose({ rule: { ...boundary, conditions: [{ kind: 'monthsInPost', months: -1 }] } }))
      .thenRejected('ClauseNotEvaluable', {
        faults: ['conditions[0].months: a whole number from 1 to 120'],
      });
  });
  it.each([{ title: ' ' }, { wording: '' }, { title: 'x'.repeat(201) }, { wording: 'x'.repeat(4_001) }])(
    'refuses text outside its bounds',
    (text) => {
      given(drafted()).when(propose(text)).thenRejected('ClauseTextMissing');
    },
  );
  it('takes the longest text', () => {
    const clause = { ...restraint, title: 'x'.repeat(200), wording: 'y'.repeat(4_000) };
    given(drafted())
      .when(propose({ title: clause.title, wording: clause.wording }))
      .then(proposed(clause));
  });
  it('refuses the same clause twice', () => {
    given(drafted(), proposed(restraint)).when(propose()).thenRejected('ClauseAlreadyProposed');
  });
  it('refuses a second clause on the same task', () => {
    given(drafted(), proposed(restraint))
      .when(propose({ clauseId: clauseId('other'), rule: never }))
      .thenRejected('SubjectAlreadyCovered', { clauseId: restraint.clauseId });
  });
  it('lets supervision differ by months in post', () => {
    const early: ClauseRule = { ...supervision, monthsInPost: { from: 0, before: 12 } };
    const late: ClauseRule = { ...supervision, monthsInPost: { from: 12, before: null } };
    const clause = clauseOf(late, 'late');
    given(drafted(), proposed(clauseOf(early, 'early')))
      .when({ ...propose(clause), effectiveOn: '2025-01-07', type: 'ProposeClause' })
      .then(proposed(clause));
  });
  it('is possible again after withdrawing, for the same kind', () => {
    const history = [drafted(), proposed(restraint), withdrawn(restraint)] as const;
    given(...history)
      .when(propose({ effectiveOn: '2025-01-09' }))
      .then(proposed(restraint, '2025-01-09'));
    given(...history)
      .when(propose({ rule: banding, effectiveOn: '2025-01-09' }))
      .thenRejected('ClauseKindIsFixed');
  });
  it('is still possible in consultation', () => {
    given(drafted(), proposed(clauseOf(principle)), consulted)
      .when(propose({ effectiveOn: '2025-02-02' }))
      .then(proposed(restraint, '2025-02-02'));
  });
});

describe('amending a clause', () => {
  const stricter = { ...restraint, kind: never.kind, rule: never as BoundaryRule };

  it('records the clause as it reads from then on', () => {
    given(drafted(), proposed(restraint)).when(amend()).then(amended(stricter));
  });
  it('changes nothing when it reads the same', () => {
    given(drafted(), proposed(restraint))
      .when(amend({ rule: structuredClone(boundary) }))
      .thenNothing();
  });
  it('refuses what was written without the last change, and says which that is', () => {
    given(drafted(), proposed(restraint), amended(stricter))
      .when(amend({ expectedRevision: 0, rule: boundary }))
      .thenRejected('ClauseChangedMeanwhile', { revision: 1 });
  });
  it('takes changes to two clauses at once', () => {
    const other = clauseOf(banding);
    given(drafted(), proposed(restraint), proposed(other), amended(stricter))
      .when(amend({ clauseId: other.clauseId, rule: { ...banding, bandTo: '5' }, expectedRevision: 0 }))
      .then(
        amended({
          ...other,
          title: restraint.title,
          wording: restraint.wording,
          rule: { ...banding, bandTo: '5' },
        }),
      );
  });
  it('refuses another kind of rule', () => {
    given(drafted(), proposed(restraint))
      .when(amend({ rule: banding }))
      .thenRejected('ClauseKindIsFixed');
  });
  it('refuses to move onto what another clause rules on', () => {
    const seclusion = clauseOf({ ...boundary, task: 'seclusion' }, 'seclusion');
    given(drafted(), proposed(restraint), proposed(seclusion))
      .when(amend({ rule: { ...boundary, task: 'seclusion' } }))
      .thenRejected('SubjectAlreadyCovered', { clauseId: seclusion.clauseId });
  });
  it('refuses a clause that is not there, or was withdrawn', () => {
    given(drafted()).when(amend()).thenRejected('ClauseUnknown');
    given(drafted(), proposed(restraint), withdrawn(restraint))
      .when(amend({ expectedRevision: 1, effectiveOn: '2025-01-09' }))
      .thenRejected('ClauseUnknown');
  });
});

describe('withdrawing a clause', () => {
  it('takes it out of what is voted on', () => {
    given(drafted(), proposed(restraint)).when(withdraw()).then(withdrawn(restraint));
    const { state } = given(
      drafted(),
      proposed(restraint),
      proposed(clauseOf(banding)),
      withdrawn(restraint),
    );
    if (state.status === 'None') throw new Error('it was drafted');
    expect(standingClauses(state)).toEqual([clauseOf(banding)]);
  });
  it('is refused to who had not read the last change', () => {
    given(drafted(), proposed(restraint), amended({ ...restraint, rule: never }))
      .when(withdraw())
      .thenRejected('ClauseChangedMeanwhile', { revision: 1 });
  });
  it('is refused twice', () => {
    given(drafted(), proposed(restraint), withdrawn(restraint))
      .when(withdraw())
      .thenRejected('ClauseUnknown');
  });
});

describe('proposing how the next vote is counted', () => {
  const ruleProposed: VersionEvent = {
    type: 'VotingRuleProposed',
    data: { versionId: secondVersion, quorumShare: 0.75, majorityShare: 0.5, effectiveOn: '2025-01-10' },
  };

  it('leaves the rule of this vote as it is', () => {
    given(drafted()).when(proposeRule(0.75)).then(ruleProposed);
    expect(given(drafted(), ruleProposed).state).toMatchObject({
      votingRule: { quorumShare: 0.5 },
      successorRule: { quorumShare: 0.75 },
    });
  });
  it('changes nothing when it is the same', () => {
    given(drafted()).when(proposeRule(0.5)).thenNothing();
  });
  it('refuses shares out of range', () => {
    given(drafted()).when(proposeRule(0.5, 0.4)).thenRejected('ShareOutOfRange');
  });
});

describe('the order of things', () => {
  it('refuses a step dated before the last one', () => {
    given(drafted(), proposed(restraint))
      .when(amend({ effectiveOn: '2025-01-06' }))
      .thenRejected('BeforePreviousStep', { notBefore: '2025-01-07' });
  });
  it.each([
    propose({ clauseId: clauseId('new'), rule: banding, effectiveOn: '2025-04-01' }),
    amend({ effectiveOn: '2025-04-01' }),
    withdraw({ effectiveOn: '2025-04-01' }),
    { ...proposeRule(0.75), effectiveOn: '2025-04-01' },
  ])('settles the clauses once voting opens: $type', (command) => {
    const open = [drafted(), proposed(restraint), consulted, votingOpened] as const;
    given(...open)
      .when(command)
      .thenRejected('WordingSettled');
    given(...open, carriedVote)
      .when(command)
      .thenRejected('WordingSettled');
  });
});
