import { addMonths, reject, type Uuid } from '@alongside/kernel';
import { correcting } from '../correcting.js';
import type { LapseReadinessItem, MeetReadinessItem, WaiveReadinessItem } from './organisation.commands.js';
import { itemOn, notOpenOn, type Decision, type OrganisationState } from './organisation.state.js';

/** A waiver is a public promise to put something right, so it cannot become the normal state. */
export const LONGEST_WAIVER_MONTHS = 12;

export const meet = (command: MeetReadinessItem, state: OrganisationState): Decision => {
  const { effectiveOn, clauseId, until } = command;
  const evidenceNote = command.evidenceNote.trim();
  const refused = notOpenOn(state, effectiveOn) ?? uncorrectable(command, state);
  if (refused) return refused;
  if (evidenceNote === '') return reject('EvidenceMissing');
  if (until !== null && until < effectiveOn) return reject('ReadinessEndsBeforeStart');
  const { organisationId } = state.registration!;
  return [
    {
      type: 'ReadinessItemMet',
      data: { organisationId, clauseId, evidenceNote, until, effectiveOn },
      ...correcting(command),
    },
  ];
};

export const lapse = (command: LapseReadinessItem, state: OrganisationState): Decision => {
  const { corrects, effectiveOn, clauseId } = command;
  const refused = notOpenOn(state, effectiveOn) ?? uncorrectable(command, state);
  if (refused) return refused;
  if (!corrects && !itemOn(state, clauseId, effectiveOn)) return reject('ReadinessItemNotInPlace');
  const { organisationId } = state.registration!;
  return [
    {
      type: 'ReadinessItemLapsed',
      data: { organisationId, clauseId, effectiveOn },
      ...correcting(command),
    },
  ];
};

export const waive = (command: WaiveReadinessItem, state: OrganisationState): Decision => {
  const { corrects, effectiveOn, clauseId, waivedBy, expiresOn } = command;
  const reason = command.reason.trim();
  const refused = notOpenOn(state, effectiveOn) ?? uncorrectable(command, state);
  if (refused) return refused;
  if (reason === '') return reject('ReasonMissing');
  if (expiresOn === null) return reject('WaiverWithoutExpiry');
  if (expiresOn < effectiveOn) return reject('WaiverEndsBeforeStart');
  const latest = addMonths(effectiveOn, LONGEST_WAIVER_MONTHS);
  if (latest < expiresOn) return reject('WaiverTooLong', { latest });
  if (!corrects && itemOn(state, clauseId, effectiveOn)?.status === 'met')
    return reject('ReadinessItemAlreadyMet');
  const { organisationId } = state.registration!;
  return [
    {
      type: 'ReadinessItemWaived',
      data: { organisationId, clauseId, waivedBy, reason, expiresOn, effectiveOn },
      ...correcting(command),
    },
  ];
};

const uncorrectable = (
  { clauseId, corrects }: { readonly clauseId: Uuid; readonly corrects?: { readonly eventId: Uuid } },
  { readiness }: OrganisationState,
) =>
  corrects && !(readiness[clauseId] ?? []).some(({ eventId }) => eventId === corrects.eventId)
    ? reject('NothingToCorrect')
    : undefined;
