import { disclosed, reject, type Json } from '@alongside/kernel';
import { checkOutcomes, type CheckOutcome, type CheckStatus, type EmploymentCheck } from '../../contracts.js';
import type { DecideDbsLevel, MoveCheck } from './application.commands.js';
import type { ApplicationEvent } from './application.events.js';
import type { ApplicationRecord, CheckMove, Decision, Going, Refusal } from './application.state.js';

const isOutcome = (status: CheckStatus): status is CheckOutcome =>
  (checkOutcomes as readonly string[]).includes(status);

const lastMove = ({ checks }: ApplicationRecord, check: EmploymentCheck): CheckMove | undefined =>
  checks[check]?.at(-1);

/** The level is decided from the role before anything is asked of the person, and stays while the check runs. */
export const decideDbsLevel = ({ dbsLevel, effectiveOn }: DecideDbsLevel, state: Going): Decision => {
  if (disclosed(state.dbsLevel) === dbsLevel) return [];
  const status = lastMove(state, 'criminalRecord')?.status ?? 'notStarted';
  if (status !== 'notStarted') return reject('DbsCheckStarted');
  return [{ type: 'DbsLevelDecided', data: { ...state.ref, dbsLevel, effectiveOn } }];
};

const isUnchanged = ({ check, status, holder }: MoveCheck, state: Going): boolean => {
  const last = lastMove(state, check);
  if (!last) return status === 'notStarted';
  const standing = last.status === 'decided' ? disclosed(state.dbsDecision) : last.status;
  return standing === status && last.holder === holder;
};

const move = ({ check, status, holder, effectiveOn }: MoveCheck, state: Going): ApplicationEvent =>
  check === 'criminalRecord' && isOutcome(status)
    ? { type: 'DbsDecisionMade', data: { ...state.ref, decision: status, holder, effectiveOn } }
    : { type: 'CheckMoved', data: { ...state.ref, check, status, holder, effectiveOn } };

const tooSoon = ({ check, status, effectiveOn }: MoveCheck, state: Going): Refusal | undefined => {
  if (check === 'workHealth' && (state.offeredOn === null || effectiveOn < state.offeredOn))
    return reject('HealthBeforeConditionalOffer');
  if (check === 'criminalRecord' && status !== 'notStarted' && state.dbsLevel === null)
    return reject('DbsLevelNotDecided');
  return undefined;
};

/** A correction stands in for the last move of its check, and keeps the order of the moves before it. */
const correct = (command: MoveCheck, state: Going): Decision => {
  const moves = state.checks[command.check] ?? [];
  if (!command.corrects || moves.at(-1)?.eventId !== command.corrects.eventId)
    return reject('NothingToCorrect');
  const earliest = moves.at(-2)?.on ?? state.submittedOn;
  if (command.effectiveOn < earliest) return reject('BeforeLastStep');
  return [{ ...move(command, state), corrects: command.corrects }];
};

export const moveCheck = (command: MoveCheck, state: Going): Decision => {
  const refusal = tooSoon(command, state);
  if (refusal) return refusal;
  if (command.corrects) return correct(command, state);
  if (state.phase.status === 'Confirmed') return reject('OfferAlreadyConfirmed');
  return isUnchanged(command, state) ? [] : [move(command, state)];
};

const hasSucceeded = (check: EmploymentCheck, state: ApplicationRecord): boolean => {
  const status = lastMove(state, check)?.status;
  return status === 'decided' ? disclosed(state.dbsDecision) === 'succeeded' : status === 'succeeded';
};

/** The checks that stand between a conditional and a confirmed offer, with whose move each is waiting for. */
export const outstanding = (
  required: readonly EmploymentCheck[],
  state: ApplicationRecord,
): readonly Json[] =>
  required
    .filter((check) => !hasSucceeded(check, state))
    .map((check) => {
      const last = lastMove(state, check);
      return { check, status: last?.status ?? 'notStarted', holder: last?.holder ?? 'employer' };
    });
