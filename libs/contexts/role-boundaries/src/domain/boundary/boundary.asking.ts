import { reject, type Rejected } from '@alongside/kernel';
import type {
  BoundaryEnded,
  QueryAnswered,
  ReviewHeld,
  TaskDeclined,
  TaskQueried,
  WorkerOptedIn,
  WorkerOptedOut,
} from '../../contracts.js';
import type {
  AnswerQuery,
  DeclineTask,
  EndBoundary,
  HoldReview,
  OptIn,
  OptOut,
  QueryTask,
} from './boundary.commands.js';
import type { BoundaryRefusal } from './boundary.refusals.js';
import { optInOn, type Boundary, type BoundaryState } from './boundary.state.js';

type Decision<Event> = readonly Event[] | Rejected<BoundaryRefusal>;

export const query = (
  { of, effectiveOn, queryId, task, askedBy, question }: QueryTask,
  state: BoundaryState,
): Decision<TaskQueried> => {
  if (state.status !== 'None' && state.queries.some((asked) => asked.queryId === queryId)) return [];
  return [{ type: 'TaskQueried', data: { ...of, effectiveOn, queryId, task, askedBy, question } }];
};

export const answer = (
  { effectiveOn, queryId, answeredBy, answer: said }: AnswerQuery,
  boundary: Boundary,
): Decision<QueryAnswered> => {
  const asked = boundary.queries.find((one) => one.queryId === queryId);
  if (!asked) return reject('QueryNotFound');
  if (asked.answered) return reject('QueryAnswered');
  const data = { ...boundary.of, effectiveOn, queryId, task: asked.task, answeredBy, answer: said };
  return [{ type: 'QueryAnswered', data }];
};

/** Whatever was agreed, a worker may decline. It has no consequence in any rule. */
export const decline = (
  { of, effectiveOn, declineId, task, declinedBy, reason }: DeclineTask,
  state: BoundaryState,
): Decision<TaskDeclined> => {
  if (declinedBy !== of.personId) return reject('NotTheWorker');
  if (state.status !== 'None' && state.declines.includes(declineId)) return [];
  const data = { ...of, effectiveOn, declineId, task, ...(reason === undefined ? {} : { reason }) };
  return [{ type: 'TaskDeclined', data }];
};

export const optIn = (
  { of, effectiveOn, task, by }: OptIn,
  state: BoundaryState,
): Decision<WorkerOptedIn> => {
  if (by !== of.personId) return reject('NotTheWorker');
  if (optInOn(state, task, effectiveOn)?.in === true) return [];
  return [{ type: 'WorkerOptedIn', data: { ...of, effectiveOn, task } }];
};

export const optOut = (
  { of, effectiveOn, task, by }: OptOut,
  state: BoundaryState,
): Decision<WorkerOptedOut> => {
  if (by !== of.personId) return reject('NotTheWorker');
  if (optInOn(state, task, effectiveOn)?.in === false) return [];
  return [{ type: 'WorkerOptedOut', data: { ...of, effectiveOn, task } }];
};

export const review = (
  { effectiveOn, outcome, nextReviewOn }: HoldReview,
  boundary: Boundary,
): Decision<ReviewHeld> => {
  if (nextReviewOn !== null && nextReviewOn <= effectiveOn) return reject('ReviewBeforeToday');
  return [{ type: 'ReviewHeld', data: { ...boundary.of, effectiveOn, outcome, nextReviewOn } }];
};

export const end = (
  { effectiveOn, correction }: EndBoundary,
  { of, ended }: Boundary,
): Decision<BoundaryEnded> => {
  const data = { ...of, effectiveOn };
  if (ended === null) return [{ type: 'BoundaryEnded', data }];
  if (ended.on === effectiveOn) return [];
  if (!correction) return reject('EndRecorded', { endedOn: ended.on });
  return [{ type: 'BoundaryEnded', data, corrects: { eventId: ended.eventId, reason: correction } }];
};
