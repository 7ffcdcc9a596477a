import { describe, expect, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import type {
  BoundaryAgreed,
  BoundaryLine,
  BoundaryProposed,
  BoundarySigned,
  ComparedLine,
  LineStance,
  Signatory,
} from '../../contracts.js';
import type { FrameworkStance } from '../stances/framework-stance.js';
import type { BoundaryParticulars, ProposeBoundary, SignBoundary } from './boundary.commands.js';
import { boundary } from './boundary.decider.js';
import { agreementOn } from './boundary.state.js';

const { given } = specFor(boundary);

const worker = '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0001';
const manager = '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0002';
const of: BoundaryParticulars = {
  boundaryId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0003',
  engagementId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0004',
  personId: worker,
  organisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0005',
  localityId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0006',
};
const line = (task: string, stance: LineStance, ...conditions: BoundaryLine['conditions']): BoundaryLine => ({
  task,
  stance,
  conditions,
});
const says = (
  task: string,
  stance: LineStance,
  conditions: BoundaryLine['conditions'] = [],
  deviation: FrameworkStance['deviation'] = null,
): FrameworkStance => ({
  task,
  clauseId: `clause on ${task}`,
  versionId: 'version',
  stance,
  conditions,
  deviation,
});
const compared = (
  of_: BoundaryLine,
  direction: ComparedLine['direction'],
  clauseId: string | null = `clause on ${of_.task}`,
  deviationId: string | null = null,
): ComparedLine => ({ ...of_, direction, clauseId, deviationId });

const secondPerson = { kind: 'secondPersonPresent' } as const;
const visits = line('homeVisits', 'withConditions', secondPerson);
const framework = [says('homeVisits', 'withConditions', [secondPerson]), says('seclusion', 'never')];
const propose = (lines: readonly BoundaryLine[], change: Partial<ProposeBoundary> = {}): ProposeBoundary => ({
  type: 'ProposeBoundary',
  of,
  proposalId: 'first',
  frameworkVersionId: 'version',
  lines,
  proposedBy: manager,
  framework,
  effectiveOn: '2025-06-01',
  ...change,
});
const proposed = (
  lines: readonly ComparedLine[] = [compared(visits, 'same')],
  change: Partial<BoundaryProposed['data']> = {},
): BoundaryProposed => ({
  type: 'BoundaryProposed',
  data: {
    ...of,
    effectiveOn: '2025-06-01',
    proposalId: 'first',
    frameworkVersionId: 'version',
    lines,
    proposedBy: manager,
    ...change,
  },
});
const sign = (by: Signatory, effectiveOn: string, change: Partial<SignBoundary> = {}): SignBoundary => ({
  type: 'SignBoundary',
  proposalId: 'first',
  by,
  signedBy: by === 'worker' ? worker : manager,
  effectiveOn,
  ...change,
});
const signed = (by: Signatory, effectiveOn: string, proposalId = 'first'): BoundarySigned => ({
  type: 'BoundarySigned',
  data: { ...of, effectiveOn, proposalId, by, signedBy: by === 'worker' ? worker : manager },
});
const agreed = (effectiveOn: string, change: Partial<BoundaryAgreed['data']> = {}): BoundaryAgreed => ({
  type: 'BoundaryAgreed',
  data: {
    ...of,
    effectiveOn,
    proposalId: 'first',
    frameworkVersionId: 'version',
    lines: [compared(visits, 'same')],
    dropped: [],
    ...change,
  },
});
const inForce = [
  proposed(),
  signed('worker', '2025-06-03'),
  signed('manager', '2025-06-05'),
  agreed('2025-06-05'),
] as const;

describe('proposing a boundary', () => {
  it('puts the lines beside what the framework says', () => {
    given()
      .when(propose([visits]))
      .then(proposed());
  });
  it('takes a stricter line freely', () => {
    given()
      .when(propose([line('homeVisits', 'never')]))
      .then(proposed([compared(line('homeVisits', 'never'), 'stricter')]));
  });
  it('takes that nothing is agreed as an answer', () => {
    given()
      .when(propose([line('homeVisits', 'notAgreed')]))
      .then(proposed([compared(line('homeVisits', 'notAgreed'), 'contrary')]));
  });
  it('takes a line on which the framework is silent', () => {
    given()
      .when(propose([line('gifts', 'usual')]))
      .then(proposed([compared(line('gifts', 'usual'), 'silent', null)]));
  });
  it('refuses a line looser than the framework', () => {
    given()
      .when(propose([line('homeVisits', 'usual')]))
      .thenRejected('DeviationNotDeclared', { task: 'homeVisits', stance: 'withConditions' });
  });

  const deviation = {
    deviationId: 'deviation',
    expiresOn: '2025-12-31',
    stance: 'usual',
    conditions: [],
  } as const;
  it('takes a looser line as far as a declared deviation goes, and names it', () => {
    given()
      .when(
        propose([line('homeVisits', 'usual')], {
          framework: [says('homeVisits', 'withConditions', [secondPerson], deviation)],
        }),
      )
      .then(proposed([compared(line('homeVisits', 'usual'), 'looser', 'clause on homeVisits', 'deviation')]));
  });
  it('refuses a looser line once the deviation has lapsed', () => {
    given()
      .when(
        propose([line('homeVisits', 'usual')], {
          framework: [says('homeVisits', 'withConditions', [secondPerson], deviation)],
          effectiveOn: '2026-01-01',
        }),
      )
      .thenRejected('DeviationNotDeclared');
  });
  it('refuses a line looser than the deviation', () => {
    given()
      .when(
        propose([line('homeVisits', 'usual')], {
          framework: [
            says('homeVisits', 'notByDefault', [], {
              ...deviation,
              stance: 'withConditions',
              conditions: [secondPerson],
            }),
          ],
        }),
      )
      .thenRejected('DeviationNotDeclared', { task: 'homeVisits', stance: 'withConditions' });
  });
  it('refuses a line looser than a stricter deviation, though the framework would allow it', () => {
    given()
      .when(
        propose([visits], {
          framework: [says('homeVisits', 'usual', [], { ...deviation, stance: 'notByDefault' })],
        }),
      )
      .thenRejected('DeviationNotDeclared', { task: 'homeVisits', stance: 'notByDefault' });
  });
  it.each(['notByDefault', 'usual', 'notAgreed'] as const)(
    'refuses %s where the framework says never, deviation or not',
    (stance) => {
      given()
        .when(
          propose([line('seclusion', stance)], { framework: [says('seclusion', 'never', [], deviation)] }),
        )
        .thenRejected('LooserThanNever', { task: 'seclusion' });
    },
  );

  it('refuses a proposal where the organisation has adopted no framework', () => {
    given()
      .when({ ...propose([visits]), frameworkVersionId: null })
      .thenRejected('FrameworkNotAdopted');
  });

  it('refuses an empty proposal and a task that stands there twice', () => {
    given().when(propose([])).thenRejected('NoLines');
    given()
      .when(propose([visits, line('homeVisits', 'never')]))
      .thenRejected('TaskTwice', { task: 'homeVisits' });
  });
  it('refuses conditions where there can be none, and none where there must be one', () => {
    given()
      .when(propose([line('homeVisits', 'withConditions')]))
      .thenRejected('ConditionsMissing', { task: 'homeVisits' });
    for (const stance of ['never', 'usual', 'notAgreed'] as const)
      given()
        .when(propose([line('gifts', stance, secondPerson)]))
        .thenRejected('ConditionsNotMeant', { task: 'gifts' });
  });
  it.each([
    { kind: 'monthsInPost', months: 0 },
    { kind: 'monthsInPost', months: 1.5 },
    { kind: 'setting', settings: [] },
  ] as const)('refuses the condition %j', (condition) => {
    given()
      .when(propose([line('gifts', 'withConditions', condition)]))
      .thenRejected('ConditionImpossible', { condition: condition.kind });
  });
  it('decides nothing when the same proposal comes again, signed or replaced as it may be', () => {
    given(proposed())
      .when(propose([visits]))
      .thenNothing();
    given(...inForce)
      .when(propose([line('gifts', 'usual')], { effectiveOn: '2025-06-10' }))
      .thenNothing();
    given(proposed(), proposed(undefined, { proposalId: 'second' }))
      .when(propose([visits]))
      .thenNothing();
  });
  it('refuses a day before the proposal or agreement that stands', () => {
    given(proposed())
      .when(propose([visits], { proposalId: 'second', effectiveOn: '2025-05-31' }))
      .thenRejected('EarlierThanStanding', { standing: '2025-06-01' });
    given(...inForce)
      .when(propose([visits], { proposalId: 'second', effectiveOn: '2025-06-04' }))
      .thenRejected('EarlierThanStanding', { standing: '2025-06-05' });
  });
});

describe('signing a boundary', () => {
  it('records one signature, and that both agree with the second', () => {
    given(proposed()).when(sign('worker', '2025-06-03')).then(signed('worker', '2025-06-03'));
    given(proposed(), signed('worker', '2025-06-03'))
      .when(sign('manager', '2025-06-05'))
      .then(signed('manager', '2025-06-05'), agreed('2025-06-05'));
  });
  it('is in force from the later of the two days, whoever is recorded last', () => {
    given(proposed(), signed('worker', '2025-06-10'))
      .when(sign('manager', '2025-06-05'))
      .then(signed('manager', '2025-06-05'), agreed('2025-06-10'));
  });
  it('refuses that anybody else signs as the worker, or the worker as manager', () => {
    given(proposed())
      .when(sign('worker', '2025-06-03', { signedBy: manager }))
      .thenRejected('NotTheWorker');
    given(proposed())
      .when(sign('manager', '2025-06-03', { signedBy: worker }))
      .thenRejected('NotForTheWorker');
  });
  it('decides nothing when the same side signs again, or when all is signed', () => {
    given(proposed(), signed('worker', '2025-06-03')).when(sign('worker', '2025-06-04')).thenNothing();
    given(...inForce)
      .when(sign('manager', '2025-06-06'))
      .thenNothing();
  });
  it('refuses a day before the proposal', () => {
    given(proposed())
      .when(sign('worker', '2025-05-31'))
      .thenRejected('BeforeProposal', { proposedOn: '2025-06-01' });
  });
  it('refuses a proposal that another one has replaced', () => {
    given(proposed(), proposed(undefined, { proposalId: 'second', effectiveOn: '2025-06-02' }))
      .when(sign('worker', '2025-06-03'))
      .thenRejected('ProposalNotFound');
  });
  it('counts no signature under a proposal that another one has replaced', () => {
    given(
      proposed(),
      signed('worker', '2025-06-03'),
      proposed(undefined, { proposalId: 'second', effectiveOn: '2025-06-04' }),
    )
      .when(sign('manager', '2025-06-05', { proposalId: 'second' }))
      .then(signed('manager', '2025-06-05', 'second'));
  });
  it('needs something to sign', () => {
    given().when(sign('worker', '2025-06-03')).thenRejected('NothingRecorded');
  });
});

describe('what is in force', () => {
  it('is nothing until both have signed', () => {
    const { state } = given(proposed(), signed('worker', '2025-06-03'));
    expect(agreementOn(state, '2025-12-31')).toBeUndefined();
  });
  it('stays in force while new lines wait for signatures', () => {
    const amended = proposed([compared(line('gifts', 'never'), 'silent', null)], {
      proposalId: 'second',
      effectiveOn: '2025-09-01',
    });
    const { state } = given(...inForce, amended, signed('worker', '2025-09-02', 'second'));
    expect(agreementOn(state, '2025-09-30')?.proposalId).toBe('first');
  });
  it('drops the tasks that the new lines are silent on', () => {
    const gifts = compared(line('gifts', 'never'), 'silent', null);
    given(
      ...inForce,
      proposed([gifts], { proposalId: 'second', effectiveOn: '2025-09-01' }),
      signed('worker', '2025-09-02', 'second'),
    )
      .when(sign('manager', '2025-09-03', { proposalId: 'second' }))
      .then(
        signed('manager', '2025-09-03', 'second'),
        agreed('2025-09-03', { proposalId: 'second', lines: [gifts], dropped: ['homeVisits'] }),
      );
  });
  it('can be asked for any day', () => {
    const { state } = given(...inForce, agreed('2025-09-03', { proposalId: 'second' }));
    expect(
      ['2025-06-04', '2025-06-05', '2025-09-02', '2025-09-03'].map(
        (on) => agreementOn(state, on)?.proposalId,
      ),
    ).toEqual([undefined, 'first', 'first', 'second']);
  });
});

describe('the end of a boundary', () => {
  const ended = { type: 'BoundaryEnded', data: { ...of, effectiveOn: '2026-04-01' } } as const;

  it('leaves nothing agreed from its day on', () => {
    given(...inForce)
      .when({ type: 'EndBoundary', effectiveOn: '2026-04-01' })
      .then(ended);
    const { state } = given(...inForce, ended);
    expect(agreementOn(state, '2026-03-31')).toBeDefined();
    expect(agreementOn(state, '2026-04-01')).toBeUndefined();
  });
  it('decides nothing when it is said again, and needs a reason for another day', () => {
    given(...inForce, ended)
      .when({ type: 'EndBoundary', effectiveOn: '2026-04-01' })
      .thenNothing();
    given(...inForce, ended)
      .when({ type: 'EndBoundary', effectiveOn: '2026-05-01' })
      .thenRejected('EndRecorded', { endedOn: '2026-04-01' });
    given(...inForce, ended)
      .when({ type: 'EndBoundary', effectiveOn: '2026-05-01', correction: 'lateNotice' })
      .then({
        type: 'BoundaryEnded',
        data: { ...of, effectiveOn: '2026-05-01' },
        corrects: { eventId: factId(4), reason: 'lateNotice' },
      });
  });
  it('refuses what would take effect after it, and takes what was true before', () => {
    const query = {
      type: 'QueryTask',
      of,
      queryId: 'q',
      task: 'gifts',
      askedBy: worker,
      question: '?',
    } as const;
    given(...inForce, ended)
      .when({ ...query, effectiveOn: '2026-04-01' })
      .thenRejected('BoundaryEnded', { endedOn: '2026-04-01' });
    given(...inForce, ended)
      .when({ ...query, effectiveOn: '2026-03-31' })
      .then({
        type: 'TaskQueried',
        data: {
          ...of,
          effectiveOn: '2026-03-31',
          queryId: 'q',
          task: 'gifts',
          askedBy: worker,
          question: '?',
        },
      });
  });
});
