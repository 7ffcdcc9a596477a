import { reject } from '@alongside/kernel';
import type {
  DeclineApplication,
  ReinstateApplication,
  WithdrawApplication,
} from './application.commands.js';
import type { Decision, Going, Started } from './application.state.js';

export const withdraw = ({ effectiveOn, reason }: WithdrawApplication, state: Going): Decision => {
  if (state.phase.status === 'Confirmed') return reject('OfferAlreadyConfirmed');
  const words = reason === undefined ? {} : { reason };
  return [{ type: 'ApplicationWithdrawn', data: { ...state.ref, effectiveOn, ...words } }];
};

export const decline = ({ effectiveOn, reason, feedback }: DeclineApplication, state: Going): Decision => {
  if (state.phase.status === 'Confirmed') return reject('OfferAlreadyConfirmed');
  const words = feedback === undefined ? {} : { feedback };
  return [{ type: 'ApplicationDeclined', data: { ...state.ref, effectiveOn, reason, ...words } }];
};

/** An ending made in error ends nothing: the correction takes it out of the record, and the state before holds. */
export const reinstate = ({ effectiveOn, corrects }: ReinstateApplication, state: Started): Decision => {
  if (state.phase.status !== 'Ended' || state.phase.endingEventId !== corrects.eventId)
    return reject('NothingToCorrect');
  if (effectiveOn < state.lastOn) return reject('BeforeLastStep');
  return [{ type: 'ApplicationReinstated', data: { ...state.ref, effectiveOn }, corrects }];
};
