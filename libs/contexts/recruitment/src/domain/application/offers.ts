import { reject } from '@alongside/kernel';
import type {
  AppointToReserve,
  ConfirmOffer,
  LosePlace,
  MakeConditionalOffer,
} from './application.commands.js';
import {
  later,
  stagesBeforeDecision,
  type Decision,
  type Going,
  type Refusal,
  type Started,
} from './application.state.js';
import { outstanding } from './checks.js';

/** What an offer and a place on the reserve list both wait for. */
const notYetDecidable = (state: Going): Refusal | undefined => {
  const stages = stagesBeforeDecision(state).map(({ id, title }) => ({ id, title }));
  return stages.length > 0 ? reject('StagesNotPassed', { stages }) : undefined;
};

const hoursAreWrong = (hours: number | null): boolean => hours !== null && !(hours > 0);

export const appointToReserve = ({ effectiveOn, until }: AppointToReserve, state: Going): Decision => {
  if (state.phase.status === 'Offered') return reject('OfferAlreadyMade');
  if (state.phase.status === 'Confirmed') return reject('OfferAlreadyConfirmed');
  const refusal = notYetDecidable(state);
  if (refusal) return refusal;
  if (until <= effectiveOn) return reject('ReserveEndsBeforeItStarts');
  if (state.phase.status === 'OnReserve' && state.phase.until === until) return [];
  return [{ type: 'AppointedToReserve', data: { ...state.ref, until, effectiveOn } }];
};

export const makeConditionalOffer = (command: MakeConditionalOffer, state: Going): Decision => {
  const { effectiveOn, requiredChecks, hoursPerWeek, proposedStartOn } = command;
  if (state.phase.status === 'Offered') return reject('OfferAlreadyMade');
  if (state.phase.status === 'Confirmed') return reject('OfferAlreadyConfirmed');
  const refusal = notYetDecidable(state);
  if (refusal) return refusal;
  if (state.phase.status === 'OnReserve' && state.phase.until !== null && state.phase.until < effectiveOn)
    return reject('ReserveEnded', { until: state.phase.until });
  if (hoursAreWrong(hoursPerWeek)) return reject('HoursNotPositive');
  if (proposedStartOn !== null && proposedStartOn < effectiveOn) return reject('StartsBeforeConfirmation');
  return [
    {
      type: 'OfferConditional',
      data: {
        ...state.ref,
        ...state.appliedFor,
        requiredChecks,
        hoursPerWeek,
        proposedStartOn,
        effectiveOn,
      },
    },
  ];
};

export const confirmOffer = (command: ConfirmOffer, state: Going): Decision => {
  const { effectiveOn, requiredChecks, placesLeft, startsOn, hoursPerWeek } = command;
  if (state.phase.status === 'Confirmed') return reject('OfferAlreadyConfirmed');
  if (state.phase.status !== 'Offered') return reject('NoConditionalOffer');
  const checks = outstanding(requiredChecks, state);
  if (checks.length > 0) return reject('ChecksOutstanding', { outstanding: checks });
  if (placesLeft < 1) return reject('NoPlaceLeft');
  if (startsOn < effectiveOn) return reject('StartsBeforeConfirmation');
  if (hoursAreWrong(hoursPerWeek)) return reject('HoursNotPositive');
  return [
    {
      type: 'OfferConfirmed',
      data: { ...state.ref, ...state.appliedFor, startsOn, hoursPerWeek, effectiveOn },
    },
  ];
};

/** Said by the post, so there is nothing to refuse: an application that holds no place loses none. */
export const losePlace = ({ effectiveOn }: LosePlace, state: Started): Decision => {
  if (state.phase.status !== 'Confirmed') return [];
  const data = {
    ...state.ref,
    postId: state.appliedFor.postId,
    effectiveOn: later(effectiveOn, state.lastOn),
  };
  return [{ type: 'PlaceLost', data }];
};
