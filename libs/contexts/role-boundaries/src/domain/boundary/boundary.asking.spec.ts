import { describe, expect, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import type { BoundaryAgreed, BoundaryEvent, ExceptionAgreed, LineStance } from '../../contracts.js';
import type { FrameworkStance } from '../stances/framework-stance.js';
import type { AgreeException, BoundaryParticulars } from './boundary.commands.js';
import { boundary } from './boundary.decider.js';
import { exceptionOn, optInOn } from './boundary.state.js';

const { given } = specFor(boundary);

const worker = 'worker';
const manager = 'manager';
const of: BoundaryParticulars = {
  boundaryId: 'boundary',
  engagementId: 'engagement',
  personId: worker,
  organisationId: 'organisation',
  localityId: 'locality',
};
const agreedTo = (stance: LineStance, task = 'homeVisits'): BoundaryAgreed => ({
  type: 'BoundaryAgreed',
  data: {
    ...of,
    effectiveOn: '2025-06-01',
    proposalId: 'first',
    frameworkVersionId: 'version',
    lines: [{ task, stance, conditions: [], direction: 'silent', clauseId: null, deviationId: null }],
    dropped: [],
  },
});
const says = (stance: LineStance): FrameworkStance => ({
  task: 'homeVisits',
  clauseId: 'clause',
  versionId: 'version',
  stance,
  conditions: [],
  deviation: null,
});

describe('asking what holds for a task', () => {
  const ask = {
    type: 'QueryTask',
    of,
    queryId: 'query',
    task: 'gifts',
    askedBy: worker,
    question: 'May I accept a card?',
    effectiveOn: '2025-06-10',
  } as const;
  const asked: BoundaryEvent = {
    type: 'TaskQueried',
    data: {
      ...of,
      effectiveOn: '2025-06-10',
      queryId: 'query',
      task: 'gifts',
      askedBy: worker,
      question: 'May I accept a card?',
    },
  };
  const answer = {
    type: 'AnswerQuery',
    queryId: 'query',
    answeredBy: manager,
    answer: 'Yes, a card.',
    effectiveOn: '2025-06-11',
  } as const;
  const answered: BoundaryEvent = {
    type: 'QueryAnswered',
    data: {
      ...of,
      effectiveOn: '2025-06-11',
      queryId: 'query',
      task: 'gifts',
      answeredBy: manager,
      answer: 'Yes, a card.',
    },
  };

  it('is possible before anything is proposed', () => {
    given().when(ask).then(asked);
    given(asked).when(ask).thenNothing();
  });
  it('is answered once', () => {
    given(asked).when(answer).then(answered);
    given(asked, answered).when(answer).thenRejected('QueryAnswered');
  });
  it('must have been asked to be answered', () => {
    given(asked)
      .when({ ...answer, queryId: 'another' })
      .thenRejected('QueryNotFound');
    given().when(answer).thenRejected('NothingRecorded');
  });
});

describe('declining a task', () => {
  const decline = {
    type: 'DeclineTask',
    of,
    declineId: 'decline',
    task: 'homeVisits',
    declinedBy: worker,
    effectiveOn: '2025-06-10',
  } as const;
  const data = { ...of, effectiveOn: '2025-06-10', declineId: 'decline', task: 'homeVisits' };

  it('needs no reason, no agreement and nobody’s leave', () => {
    given().when(decline).then({ type: 'TaskDeclined', data });
    given(agreedTo('usual')).when(decline).then({ type: 'TaskDeclined', data });
  });
  it('keeps the reason where the worker gives one', () => {
    given()
      .when({ ...decline, reason: 'I know the family.' })
      .then({ type: 'TaskDeclined', data: { ...data, reason: 'I know the family.' } });
  });
  it('decides nothing when it is said again', () => {
    given({ type: 'TaskDeclined', data }).when(decline).thenNothing();
  });
  it('is the worker’s alone', () => {
    given()
      .when({ ...decline, declinedBy: manager })
      .thenRejected('NotTheWorker');
  });
  it('changes nothing that is agreed', () => {
    const before = given(agreedTo('usual')).state;
    const after = given(agreedTo('usual'), { type: 'TaskDeclined', data }).state;
    expect(after).toEqual({ ...before, declines: ['decline'] });
  });
});

describe('opting in', () => {
  const optIn = { type: 'OptIn', of, task: 'homeVisits', by: worker, effectiveOn: '2025-06-10' } as const;
  const optedIn: BoundaryEvent = {
    type: 'WorkerOptedIn',
    data: { ...of, effectiveOn: '2025-06-10', task: 'homeVisits' },
  };
  const optedOut: BoundaryEvent = {
    type: 'WorkerOptedOut',
    data: { ...of, effectiveOn: '2025-07-10', task: 'homeVisits' },
  };

  it('holds from its day until the worker opts out', () => {
    given().when(optIn).then(optedIn);
    given(optedIn)
      .when({ ...optIn, type: 'OptOut', effectiveOn: '2025-07-10' })
      .then(optedOut);
    const { state } = given(optedIn, optedOut);
    expect(
      ['2025-06-09', '2025-06-10', '2025-07-09', '2025-07-10'].map(
        (on) => optInOn(state, 'homeVisits', on)?.in,
      ),
    ).toEqual([undefined, true, true, false]);
    expect(optInOn(state, 'gifts', '2025-06-10')).toBeUndefined();
  });
  it('decides nothing when it is said again', () => {
    given(optedIn)
      .when({ ...optIn, effectiveOn: '2025-06-20' })
      .thenNothing();
    given(optedIn, optedOut)
      .when({ ...optIn, type: 'OptOut', effectiveOn: '2025-07-20' })
      .thenNothing();
  });
  it('is the worker’s alone', () => {
    given()
      .when({ ...optIn, by: manager })
      .thenRejected('NotTheWorker');
    given()
      .when({ ...optIn, type: 'OptOut', by: manager })
      .thenRejected('NotTheWorker');
  });
});

describe('agreeing an exception', () => {
  const agree = (change: Partial<AgreeException> = {}): AgreeException => ({
    type: 'AgreeException',
    exceptionId: 'exception',
    task: 'homeVisits',
    until: '2025-08-31',
    conditions: [{ kind: 'secondPersonPresent' }],
    agreedBy: manager,
    framework: null,
    effectiveOn: '2025-07-01',
    ...change,
  });
  const agreed: ExceptionAgreed = {
    type: 'ExceptionAgreed',
    data: {
      ...of,
      effectiveOn: '2025-07-01',
      exceptionId: 'exception',
      task: 'homeVisits',
      until: '2025-08-31',
      conditions: [{ kind: 'secondPersonPresent' }],
      agreedBy: manager,
    },
  };

  it.each(['notByDefault', 'notAgreed'] as const)('opens what is %s for a time', (stance) => {
    given(agreedTo(stance)).when(agree()).then(agreed);
    given(agreedTo('usual', 'gifts'))
      .when(agree({ framework: says(stance) }))
      .then(agreed);
  });
  it('opens what neither agreement nor framework speaks of', () => {
    given(agreedTo('usual', 'gifts')).when(agree()).then(agreed);
  });
  it('decides nothing when it is said again', () => {
    given(agreedTo('notAgreed'), agreed).when(agree()).thenNothing();
  });
  it('never opens what is never done, by agreement or by framework', () => {
    given(agreedTo('never')).when(agree()).thenRejected('NeverIsNever', { task: 'homeVisits' });
    given(agreedTo('notByDefault'))
      .when(agree({ framework: says('never') }))
      .thenRejected('NeverIsNever', { task: 'homeVisits' });
  });
  it.each(['usual', 'withConditions'] as const)(
    'refuses what is %s, where it would change nothing',
    (stance) => {
      given(agreedTo(stance)).when(agree()).thenRejected('ExceptionNotNeeded', { stance });
    },
  );
  it('cannot be agreed by the worker alone', () => {
    given(agreedTo('notByDefault'))
      .when(agree({ agreedBy: worker }))
      .thenRejected('NotForTheWorker');
  });
  it('refuses to end before it begins, and conditions that can never be met', () => {
    given(agreedTo('notByDefault'))
      .when(agree({ until: '2025-06-30' }))
      .thenRejected('UntilBeforeFrom');
    given(agreedTo('notByDefault'))
      .when(agree({ conditions: [{ kind: 'setting', settings: [] }] }))
      .thenRejected('ConditionImpossible', { condition: 'setting' });
  });
  it('holds up to and with its last day, for its task alone', () => {
    const { state } = given(agreedTo('notByDefault'), agreed);
    expect(
      ['2025-06-30', '2025-07-01', '2025-08-31', '2025-09-01'].map(
        (on) => exceptionOn(state, 'homeVisits', on) !== undefined,
      ),
    ).toEqual([false, true, true, false]);
    expect(exceptionOn(state, 'gifts', '2025-07-01')).toBeUndefined();
  });
  it('can be withdrawn from a day on', () => {
    const withdraw = { type: 'WithdrawException', exceptionId: 'exception' } as const;
    const withdrawn: BoundaryEvent = {
      type: 'ExceptionWithdrawn',
      data: { ...of, effectiveOn: '2025-07-15', exceptionId: 'exception', task: 'homeVisits' },
    };
    const history = [agreedTo('notByDefault'), agreed] as const;
    given(...history)
      .when({ ...withdraw, effectiveOn: '2025-07-15' })
      .then(withdrawn);
    given(...history, withdrawn)
      .when({ ...withdraw, effectiveOn: '2025-07-20' })
      .thenNothing();
    given(...history)
      .when({ ...withdraw, effectiveOn: '2025-09-01' })
      .thenRejected('ExceptionNotFound');
    given(...history)
      .when({ ...withdraw, exceptionId: 'another', effectiveOn: '2025-07-15' })
      .thenRejected('ExceptionNotFound');
    const { state } = given(...history, withdrawn);
    expect(
      ['2025-07-14', '2025-07-15'].map((on) => exceptionOn(state, 'homeVisits', on) !== undefined),
    ).toEqual([true, false]);
  });
});

describe('holding a review', () => {
  it('records what came of it and when the next one is', () => {
    given(agreedTo('usual'))
      .when({
        type: 'HoldReview',
        outcome: 'unchanged',
        nextReviewOn: '2026-01-10',
        effectiveOn: '2025-07-10',
      })
      .then({
        type: 'ReviewHeld',
        data: { ...of, effectiveOn: '2025-07-10', outcome: 'unchanged', nextReviewOn: '2026-01-10' },
      });
  });
  it('refuses a next review that is not after this one', () => {
    given(agreedTo('usual'))
      .when({
        type: 'HoldReview',
        outcome: 'unchanged',
        nextReviewOn: '2025-07-10',
        effectiveOn: '2025-07-10',
      })
      .thenRejected('ReviewBeforeToday');
  });
});
