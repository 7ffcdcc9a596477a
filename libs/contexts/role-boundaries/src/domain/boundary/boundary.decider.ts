import { reject, type Decider, type Rejected } from '@alongside/kernel';
import type { BoundaryEvent } from '../../contracts.js';
import { agreeException, propose, sign, withdrawException } from './boundary.agreeing.js';
import { answer, decline, end, optIn, optOut, query, review } from './boundary.asking.js';
import type { BoundaryCommand } from './boundary.commands.js';
import { evolve } from './boundary.evolve.js';
import type { BoundaryRefusal } from './boundary.refusals.js';
import { hasEndedBy, type Boundary, type BoundaryState } from './boundary.state.js';

type Decision = readonly BoundaryEvent[] | Rejected<BoundaryRefusal>;

const decide = (command: BoundaryCommand, state: BoundaryState): Decision => {
  const hasEnded = state.status !== 'None' && hasEndedBy(state, command.effectiveOn);
  if (hasEnded && command.type !== 'EndBoundary')
    return reject('BoundaryEnded', { endedOn: state.ended!.on });
  switch (command.type) {
    case 'ProposeBoundary':
      return propose(command, state);
    case 'QueryTask':
      return query(command, state);
    case 'DeclineTask':
      return decline(command, state);
    case 'OptIn':
      return optIn(command, state);
    case 'OptOut':
      return optOut(command, state);
    default:
      return state.status === 'None' ? reject('NothingRecorded') : decideRecorded(command, state);
  }
};

type RecordedCommand = Exclude<
  BoundaryCommand,
  { type: 'ProposeBoundary' | 'QueryTask' | 'DeclineTask' | 'OptIn' | 'OptOut' }
>;

const decideRecorded = (command: RecordedCommand, boundary: Boundary): Decision => {
  switch (command.type) {
    case 'SignBoundary':
      return sign(command, boundary);
    case 'AnswerQuery':
      return answer(command, boundary);
    case 'AgreeException':
      return agreeException(command, boundary);
    case 'WithdrawException':
      return withdrawException(command, boundary);
    case 'HoldReview':
      return review(command, boundary);
    case 'EndBoundary':
      return end(command, boundary);
    default:
      return command satisfies never;
  }
};

/**
 * What one worker does and does not do, agreed line by line between worker and organisation. Nothing is in force until
 * both have signed it; that nothing is agreed about a task is an answer too. Nothing takes effect after the engagement.
 */
export const boundary: Decider<BoundaryCommand, BoundaryState, BoundaryEvent, BoundaryRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
