import { describe, expect, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import type { BoundaryEvent, LineCondition, LineStance } from '../../contracts.js';
import type { BoundaryParticulars } from '../boundary/boundary.commands.js';
import { boundary } from '../boundary/boundary.decider.js';
import type { FrameworkStance } from '../stances/framework-stance.js';
import { mayPerform, type Question } from './may-perform.js';
import type { PerformanceFacts, TrainingFact } from './performance-facts.js';

const { given } = specFor(boundary);

const of: BoundaryParticulars = {
  boundaryId: 'boundary',
  engagementId: 'engagement',
  personId: 'worker',
  organisationId: 'organisation',
  localityId: 'locality',
};
const restraintTraining: LineCondition = {
  kind: 'trainingInDate',
  courseKind: 'restraintReduction',
  evidence: 'assessed',
};
const agreed = (
  stance: LineStance,
  conditions: readonly LineCondition[] = [],
  effectiveOn = '2025-06-01',
): BoundaryEvent => ({
  type: 'BoundaryAgreed',
  data: {
    ...of,
    effectiveOn,
    proposalId: 'first',
    frameworkVersionId: 'version',
    lines: [
      {
        task: 'physicalRestraint',
        stance,
        conditions,
        direction: 'silent',
        clauseId: null,
        deviationId: null,
      },
    ],
    dropped: [],
  },
});
const exception = (...conditions: readonly LineCondition[]): BoundaryEvent => ({
  type: 'ExceptionAgreed',
  data: {
    ...of,
    effectiveOn: '2025-09-01',
    exceptionId: 'exception',
    task: 'physicalRestraint',
    until: '2025-12-31',
    conditions,
    agreedBy: 'manager',
  },
});
const says = (
  stance: LineStance,
  conditions: readonly LineCondition[] = [],
  deviation: FrameworkStance['deviation'] = null,
): FrameworkStance => ({
  task: 'physicalRestraint',
  clauseId: 'clause',
  versionId: 'version',
  stance,
  conditions,
  deviation,
});
const training = (change: Partial<TrainingFact> = {}): TrainingFact => ({
  courseKind: 'restraintReduction',
  evidence: 'assessed',
  completedOn: '2025-03-01',
  expiresOn: '2026-03-01',
  eventId: 'training',
  ...change,
});
const facts: PerformanceFacts = {
  engagement: { begunOn: '2025-01-15', begunBy: 'begun', ended: null },
  trainings: [],
  supervision: [],
  teamTrainings: [],
  situation: { setting: null, secondPersonPresent: null },
};
const ask = (history: readonly BoundaryEvent[], change: Partial<Question> = {}) =>
  mayPerform({
    task: 'physicalRestraint',
    on: '2025-10-01',
    boundary: given(...history).state,
    framework: null,
    facts,
    ...change,
  });

describe('whether a task may be performed', () => {
  it('is yes for what is usual, by the agreement that says so', () => {
    expect(ask([agreed('usual')])).toEqual({
      verdict: 'yes',
      stance: 'usual',
      decidedBy: 'agreement',
      clauseId: null,
      versionId: null,
      deviationId: null,
      proposalId: 'first',
      exceptionId: null,
      conditions: [],
      eventIds: [factId(0)],
    });
  });
  it('is no for what is never done and for what is not done by default', () => {
    expect(ask([agreed('never')]).verdict).toBe('no');
    expect(ask([agreed('notByDefault')]).verdict).toBe('no');
  });
  it('is that nothing is agreed where that was agreed, and where nobody ever spoke of it', () => {
    expect(ask([agreed('notAgreed')])).toMatchObject({ verdict: 'notAgreed', decidedBy: 'agreement' });
    expect(ask([])).toMatchObject({ verdict: 'notAgreed', decidedBy: 'nothing', eventIds: [] });
    expect(ask([agreed('usual')], { task: 'gifts' })).toMatchObject({
      verdict: 'notAgreed',
      decidedBy: 'nothing',
      proposalId: null,
      eventIds: [],
    });
  });
  it('looks at what was agreed on that day', () => {
    const history = [agreed('usual'), agreed('never', [], '2025-09-01')];
    expect(ask(history, { on: '2025-08-31' }).verdict).toBe('yes');
    expect(ask(history, { on: '2025-09-01' }).verdict).toBe('no');
  });
  it('is no for somebody who does not work there on that day, and says by which event', () => {
    expect(ask([agreed('usual', [], '2025-01-01')], { on: '2025-01-14' })).toMatchObject({
      verdict: 'no',
      decidedBy: 'engagement',
      eventIds: ['begun'],
    });
    const left = { ...facts, engagement: { ...facts.engagement, ended: { on: '2025-10-01', by: 'ended' } } };
    expect(ask([agreed('usual')], { facts: left })).toMatchObject({
      verdict: 'no',
      decidedBy: 'engagement',
      eventIds: ['ended'],
    });
    expect(ask([agreed('usual')], { facts: left, on: '2025-09-30' }).verdict).toBe('yes');
  });
});

describe('the framework beside the agreement', () => {
  it('decides where nothing is agreed between the two', () => {
    expect(ask([], { framework: says('usual') })).toMatchObject({
      verdict: 'yes',
      decidedBy: 'framework',
      clauseId: 'clause',
      versionId: 'version',
      proposalId: null,
    });
  });
  it('gives way to a stricter agreement, and to one that says nothing is agreed', () => {
    expect(ask([agreed('never')], { framework: says('usual') })).toMatchObject({
      verdict: 'no',
      decidedBy: 'agreement',
    });
    expect(ask([agreed('notAgreed')], { framework: says('usual') })).toMatchObject({
      verdict: 'notAgreed',
      decidedBy: 'agreement',
    });
  });
  it('decides where it has become stricter than the agreement', () => {
    expect(ask([agreed('usual')], { framework: says('never') })).toMatchObject({
      verdict: 'no',
      decidedBy: 'framework',
    });
    expect(ask([agreed('notAgreed')], { framework: says('never') }).verdict).toBe('no');
  });

  const deviation = {
    deviationId: 'deviation',
    expiresOn: '2025-09-30',
    stance: 'usual',
    conditions: [],
  } as const;
  it('gives way to a looser agreement while the deviation lasts, and decides after it', () => {
    const framework = says('notByDefault', [], deviation);
    expect(ask([agreed('usual')], { framework, on: '2025-09-30' })).toMatchObject({
      verdict: 'yes',
      decidedBy: 'agreement',
      deviationId: 'deviation',
    });
    expect(ask([agreed('usual')], { framework, on: '2025-10-01' })).toMatchObject({
      verdict: 'no',
      decidedBy: 'framework',
      deviationId: null,
    });
  });
  it('is replaced by the deviation where nothing is agreed between the two', () => {
    expect(ask([], { framework: says('notByDefault', [], deviation), on: '2025-09-30' })).toMatchObject({
      verdict: 'yes',
      decidedBy: 'deviation',
    });
  });
});

describe('training that must be refreshed yearly', () => {
  const history = [agreed('withConditions', [restraintTraining])];
  const withTraining = (...trainings: readonly TrainingFact[]) => ({ facts: { ...facts, trainings } });

  it('lets restraint be performed while it is in date, and names the completion', () => {
    expect(ask(history, withTraining(training()))).toMatchObject({
      verdict: 'yes',
      conditions: [{ condition: restraintTraining, status: 'met', eventIds: ['training'] }],
      eventIds: [factId(0), 'training'],
    });
  });
  it('does not from the day on which it lapses, and still names what lapsed', () => {
    expect(ask(history, { ...withTraining(training()), on: '2026-02-28' }).verdict).toBe('yes');
    expect(ask(history, { ...withTraining(training()), on: '2026-03-01' })).toMatchObject({
      verdict: 'no',
      conditions: [{ status: 'unmet', eventIds: ['training'] }],
    });
  });
  it('does not before the training was completed', () => {
    expect(ask(history, { ...withTraining(training({ completedOn: '2025-10-02' })) })).toMatchObject({
      verdict: 'no',
      conditions: [{ status: 'unmet', eventIds: [] }],
    });
  });
  it('does not take attendance for assessment', () => {
    expect(ask(history, withTraining(training({ evidence: 'attended' }))).verdict).toBe('no');
  });
  it('takes assessment where attendance would do', () => {
    const attendance = [agreed('withConditions', [{ ...restraintTraining, evidence: 'attended' }])];
    expect(ask(attendance, withTraining(training())).verdict).toBe('yes');
    expect(ask(attendance, withTraining(training({ evidence: 'attended' }))).verdict).toBe('yes');
  });
  it('is not another course', () => {
    expect(ask(history, withTraining(training({ courseKind: 'loneWorking' }))).verdict).toBe('no');
  });
  it('counts the completion that lasts longest', () => {
    const trainings = [
      training({ eventId: 'older', completedOn: '2024-03-01', expiresOn: '2025-03-01' }),
      training({ eventId: 'newer' }),
    ];
    expect(ask(history, withTraining(...trainings)).conditions[0]?.eventIds).toEqual(['newer']);
    expect(
      ask(history, withTraining(training({ eventId: 'for ever', expiresOn: null }), ...trainings))
        .conditions[0]?.eventIds,
    ).toEqual(['for ever']);
  });
});

describe('each condition', () => {
  const verdictWith = (condition: LineCondition, change: Partial<PerformanceFacts>, on = '2025-10-01') =>
    ask([agreed('withConditions', [condition])], { facts: { ...facts, ...change }, on });

  it('of months in post counts completed months', () => {
    const condition: LineCondition = { kind: 'monthsInPost', months: 6 };
    expect(verdictWith(condition, {}, '2025-07-14').verdict).toBe('no');
    expect(verdictWith(condition, {}, '2025-07-15')).toMatchObject({
      verdict: 'yes',
      conditions: [{ status: 'met', eventIds: ['begun'] }],
    });
  });
  it('of a second person depends on who is there', () => {
    const condition: LineCondition = { kind: 'secondPersonPresent' };
    const there = (secondPersonPresent: boolean | null) =>
      verdictWith(condition, { situation: { setting: null, secondPersonPresent } }).verdict;
    expect([there(null), there(true), there(false)]).toEqual(['onlyIf', 'yes', 'no']);
  });
  it('of a setting depends on where it is', () => {
    const condition: LineCondition = { kind: 'setting', settings: ['communityTeam', 'remote'] };
    const at = (setting: string | null) =>
      verdictWith(condition, { situation: { setting, secondPersonPresent: null } }).verdict;
    expect([at(null), at('remote'), at('secureWard')]).toEqual(['onlyIf', 'yes', 'no']);
  });
  it('of current supervision asks that the next session is not overdue', () => {
    const condition: LineCondition = { kind: 'supervisionCurrent', supervision: 'practice' };
    const due = (dueOn: string, kind = 'practice') =>
      verdictWith(condition, { supervision: [{ kind, dueOn, eventId: 'session' }] });
    expect(due('2025-10-01')).toMatchObject({
      verdict: 'yes',
      conditions: [{ status: 'met', eventIds: ['session'] }],
    });
    expect(due('2025-09-30').verdict).toBe('no');
    expect(
      verdictWith(condition, { supervision: [{ kind: 'practice', dueOn: '2025-10-01', eventId: null }] })
        .conditions,
    ).toMatchObject([{ status: 'met', eventIds: [] }]);
    expect(due('2025-10-01', 'line').verdict).toBe('no');
    expect(verdictWith(condition, {}).verdict).toBe('no');
  });
  it('of a trained team asks that the training still counts', () => {
    const condition: LineCondition = { kind: 'teamTrained', courseKind: 'teamPreparation' };
    const trained = (expiresOn: string | null) =>
      verdictWith(condition, {
        teamTrainings: [
          { courseKind: 'teamPreparation', completedOn: '2025-01-01', expiresOn, eventId: 'team' },
        ],
      }).verdict;
    expect([trained(null), trained('2025-10-02'), trained('2025-10-01')]).toEqual(['yes', 'yes', 'no']);
  });
  it('of a trained team is open where nobody recorded what the team was trained in', () => {
    const condition: LineCondition = { kind: 'teamTrained', courseKind: 'teamPreparation' };
    expect(verdictWith(condition, { teamTrainings: null })).toMatchObject({
      verdict: 'onlyIf',
      conditions: [{ status: 'depends', eventIds: [] }],
    });
  });
  it('of opting in is the worker’s to meet', () => {
    const history = [
      agreed('withConditions', [{ kind: 'workerOptedIn' }]),
      { type: 'WorkerOptedIn', data: { ...of, effectiveOn: '2025-07-01', task: 'physicalRestraint' } },
      { type: 'WorkerOptedOut', data: { ...of, effectiveOn: '2025-11-01', task: 'physicalRestraint' } },
    ] as const satisfies readonly BoundaryEvent[];
    expect(ask(history, { on: '2025-06-30' }).verdict).toBe('no');
    expect(ask(history)).toMatchObject({ verdict: 'yes', eventIds: [factId(0), factId(1)] });
    expect(ask(history, { on: '2025-11-01' })).toMatchObject({
      verdict: 'no',
      eventIds: [factId(0), factId(2)],
    });
  });
  it('that is unmet weighs more than one that depends', () => {
    expect(
      ask([agreed('withConditions', [{ kind: 'secondPersonPresent' }, restraintTraining])]),
    ).toMatchObject({ verdict: 'no', conditions: [{ status: 'depends' }, { status: 'unmet' }] });
  });
});

describe('an exception', () => {
  it.each(['notByDefault', 'notAgreed'] as const)('opens what is %s, under its conditions', (stance) => {
    const history = [agreed(stance), exception(restraintTraining)];
    expect(ask(history)).toMatchObject({ verdict: 'no', exceptionId: 'exception' });
    expect(ask(history, { facts: { ...facts, trainings: [training()] } })).toMatchObject({
      verdict: 'yes',
      exceptionId: 'exception',
      eventIds: [factId(0), factId(1), 'training'],
    });
  });
  it('asks for the conditions of the line as well as its own', () => {
    const history = [agreed('notByDefault', [restraintTraining]), exception({ kind: 'secondPersonPresent' })];
    expect(ask(history, { facts: { ...facts, trainings: [training()] } })).toMatchObject({
      verdict: 'onlyIf',
      conditions: [{ status: 'met' }, { status: 'depends' }],
    });
  });
  it('is over after its last day', () => {
    const history = [agreed('notByDefault'), exception()];
    expect(ask(history, { on: '2025-12-31' }).verdict).toBe('yes');
    expect(ask(history, { on: '2026-01-01' })).toMatchObject({ verdict: 'no', exceptionId: null });
  });
  it('never opens what the framework has come to say never to', () => {
    const history = [agreed('notByDefault'), exception()];
    expect(ask(history, { framework: says('never') })).toMatchObject({ verdict: 'no', exceptionId: null });
  });
});
