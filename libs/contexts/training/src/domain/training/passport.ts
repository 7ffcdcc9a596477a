import { reject, type Uuid } from '@alongside/kernel';
import type { EndPassportShare, RecordReliance, SharePassport } from './training.commands.js';
import {
  completionOf,
  relianceOf,
  runsOn,
  shareWithOrganisation,
  type Decision,
  type TrainingState,
} from './training.state.js';

/** What the organisation could not read without the passport. */
const shown = (state: TrainingState, withOrganisationId: Uuid): readonly Uuid[] =>
  state.completions
    .filter(({ organisationId }) => organisationId !== withOrganisationId)
    .map(({ eventId }) => eventId);

export const sharePassport = (command: SharePassport, state: TrainingState): Decision => {
  const { personId, withOrganisationId, until, effectiveOn } = command;
  if (until < effectiveOn) return reject('EndsBeforeItStarts');
  const share = shareWithOrganisation(state, withOrganisationId);
  if (share && effectiveOn < (share.endedOn ?? share.from)) return reject('BeforeLastStep');
  if (share && share.until === until && runsOn(share, effectiveOn)) return [];
  const completions = shown(state, withOrganisationId);
  return [
    { type: 'PassportShared', data: { personId, withOrganisationId, until, completions, effectiveOn } },
  ];
};

export const endPassportShare = (command: EndPassportShare, state: TrainingState): Decision => {
  const { personId, withOrganisationId, how, effectiveOn } = command;
  const share = shareWithOrganisation(state, withOrganisationId);
  if (!share || share.endedOn !== null) return reject('NotShared');
  if (effectiveOn < share.from) return reject('BeforeLastStep');
  if (how === 'lapsed' && effectiveOn <= share.until) return reject('ShareStillRuns', { until: share.until });
  const completions = shown(state, withOrganisationId);
  return [
    { type: 'PassportShareEnded', data: { personId, withOrganisationId, how, completions, effectiveOn } },
  ];
};

/** Each organisation decides for itself whether another's record is good enough for it. */
export const recordReliance = (command: RecordReliance, state: TrainingState): Decision => {
  const { personId, organisationId, completionEventId, decision, reason, effectiveOn } = command;
  const completion = completionOf(state, completionEventId);
  if (!completion) return reject('NoSuchCompletion');
  if (completion.organisationId === organisationId) return reject('OwnRecord');
  const share = shareWithOrganisation(state, organisationId);
  if (!share || !runsOn(share, effectiveOn)) return reject('NotShared');
  const before = relianceOf(state, organisationId, completionEventId);
  if (before && effectiveOn < before.on) return reject('BeforeLastStep');
  if (before?.decision === decision) return [];
  const words = reason === undefined ? {} : { reason };
  const data = { personId, organisationId, completionEventId, decision, effectiveOn, ...words };
  return [{ type: 'RelianceRecorded', data }];
};
