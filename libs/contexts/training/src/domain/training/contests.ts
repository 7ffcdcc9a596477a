import { reject } from '@alongside/kernel';
import type { AnswerContest, ContestCompletion } from './training.commands.js';
import { completionOf, type Contest, type Decision, type TrainingState } from './training.state.js';

const contestOf = (state: TrainingState, eventId: string): Contest | undefined =>
  state.contests.find(({ completionEventId }) => completionEventId === eventId);

export const contestCompletion = (command: ContestCompletion, state: TrainingState): Decision => {
  const { personId, completionEventId, statement, effectiveOn } = command;
  const completion = completionOf(state, completionEventId);
  if (!completion) return reject('NoSuchCompletion');
  const contest = contestOf(state, completionEventId);
  if (contest && !contest.answered) return reject('AlreadyContested');
  if (contest && effectiveOn < contest.lastOn) return reject('BeforeLastStep');
  const { organisationId } = completion;
  const words = statement === undefined ? {} : { statement };
  const data = { personId, completionEventId, organisationId, effectiveOn, ...words };
  return [{ type: 'CompletionContested', data }];
};

/** Answered by whoever recorded the fact, even after it was corrected. */
export const answerContest = (command: AnswerContest, state: TrainingState): Decision => {
  const { personId, completionEventId, organisationId, outcome, answer, effectiveOn } = command;
  const contest = contestOf(state, completionEventId);
  if (!contest || contest.answered) return reject('NotContested');
  if (contest.organisationId !== organisationId) return reject('RecordedByAnother');
  if (effectiveOn < contest.lastOn) return reject('BeforeLastStep');
  const words = answer === undefined ? {} : { answer };
  const { eventId: contestEventId } = contest;
  const of = { personId, contestEventId, completionEventId, organisationId };
  const data = { ...of, outcome, effectiveOn, ...words };
  return [{ type: 'CompletionContestAnswered', data }];
};
