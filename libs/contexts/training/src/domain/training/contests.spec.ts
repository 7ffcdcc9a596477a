import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import { courseCompleted, personId, provider, receiver } from '../testing/examples.js';
import { training } from './training.decider.js';
import type { TrainingEvent } from './training.events.js';

const { given } = specFor(training);
const completionEventId = factId(0);
const of = { personId, completionEventId, organisationId: provider };

const contest = {
  type: 'ContestCompletion',
  personId,
  completionEventId,
  statement: 'I was assessed on this course',
  effectiveOn: '2025-04-01',
} as const;
const contested: TrainingEvent = {
  type: 'CompletionContested',
  data: { ...of, statement: 'I was assessed on this course', effectiveOn: '2025-04-01' },
};
const answer = {
  type: 'AnswerContest',
  ...of,
  outcome: 'upheld',
  answer: 'The assessor confirms it',
  effectiveOn: '2025-04-08',
} as const;
const answered: TrainingEvent = {
  type: 'CompletionContestAnswered',
  data: {
    ...of,
    contestEventId: factId(1),
    outcome: 'upheld',
    answer: 'The assessor confirms it',
    effectiveOn: '2025-04-08',
  },
};

describe('contesting a completion', () => {
  it('asks the organisation that recorded it for an answer', () => {
    given(courseCompleted()).when(contest).then(contested);
  });
  it('refuses a second contest while the first waits, and takes one after the answer', () => {
    given(courseCompleted(), contested).when(contest).thenRejected('AlreadyContested');
    given(courseCompleted(), contested, answered).when(contest).thenRejected('BeforeLastStep');
    given(courseCompleted(), contested, answered)
      .when({ ...contest, effectiveOn: '2025-05-01' })
      .then({ ...contested, data: { ...contested.data, effectiveOn: '2025-05-01' } } as TrainingEvent);
  });
  it('refuses what is not in the record', () => {
    given(courseCompleted())
      .when({ ...contest, completionEventId: factId(1) })
      .thenRejected('NoSuchCompletion');
  });
});

describe('answering a contest', () => {
  it('says whether it is upheld', () => {
    given(courseCompleted(), contested).when(answer).then(answered);
  });
  it('is still possible after the completion was corrected', () => {
    given(courseCompleted(), contested, {
      ...courseCompleted({ effectiveOn: '2025-03-15' }),
      corrects: { eventId: completionEventId, reason: 'contested' },
    })
      .when(answer)
      .then(answered);
  });
  it('is for the organisation that recorded it', () => {
    given(courseCompleted(), contested)
      .when({ ...answer, organisationId: receiver })
      .thenRejected('RecordedByAnother');
  });
  it('refuses where nothing waits for an answer, and a day before the contest', () => {
    given(courseCompleted()).when(answer).thenRejected('NotContested');
    given(courseCompleted(), contested, answered).when(answer).thenRejected('NotContested');
    given(courseCompleted(), contested)
      .when({ ...answer, effectiveOn: '2025-03-31' })
      .thenRejected('BeforeLastStep');
  });
});
