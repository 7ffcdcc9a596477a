import { reject, type Decider } from '@alongside/kernel';
import type { ApplicationCommand } from './application.commands.js';
import type { ApplicationEvent } from './application.events.js';
import type { ApplicationRefusal } from './application.refusals.js';
import { evolve, isStarted, type ApplicationState, type Decision, type Going } from './application.state.js';
import { decideDbsLevel, moveCheck } from './checks.js';
import { decline, reinstate, withdraw } from './endings.js';
import { appointToReserve, confirmOffer, losePlace, makeConditionalOffer } from './offers.js';
import { holdInterview, passStage, submit } from './stages.js';

type Step = Exclude<ApplicationCommand, { type: 'SubmitApplication' | 'LosePlace' | 'ReinstateApplication' }>;

const step = (command: Step, state: Going): Decision => {
  const corrects = command.type === 'MoveCheck' && command.corrects !== undefined;
  if (!corrects && command.effectiveOn < state.lastOn)
    return reject('BeforeLastStep', { lastOn: state.lastOn });
  switch (command.type) {
    case 'PassStage':
      return passStage(command, state);
    case 'HoldInterview':
      return holdInterview(command, state);
    case 'AppointToReserve':
      return appointToReserve(command, state);
    case 'DecideDbsLevel':
      return decideDbsLevel(command, state);
    case 'MoveCheck':
      return moveCheck(command, state);
    case 'MakeConditionalOffer':
      return makeConditionalOffer(command, state);
    case 'ConfirmOffer':
      return confirmOffer(command, state);
    case 'WithdrawApplication':
      return withdraw(command, state);
    case 'DeclineApplication':
      return decline(command, state);
    default:
      return command satisfies never;
  }
};

const isGoing = (state: ApplicationState): state is Going =>
  state.phase.status !== 'None' && state.phase.status !== 'Ended';

const decide = (command: ApplicationCommand, state: ApplicationState): Decision => {
  if (command.type === 'SubmitApplication') return submit(command, state);
  if (!isStarted(state)) return reject('ApplicationNotOpen');
  if (command.type === 'LosePlace') return losePlace(command, state);
  if (command.type === 'ReinstateApplication') return reinstate(command, state);
  return isGoing(state) ? step(command, state) : reject('ApplicationNotOpen');
};

/**
 * One person's way through one vacancy. Steps never go back in time; health is asked of nobody before a conditional
 * offer; an offer is confirmed when every required check has succeeded and the post has a place; an ended application
 * yields nothing but the correction of its ending.
 */
export const application: Decider<
  ApplicationCommand,
  ApplicationState,
  ApplicationEvent,
  ApplicationRefusal
> = {
  initialState: { phase: { status: 'None' } },
  decide,
  evolve,
};
