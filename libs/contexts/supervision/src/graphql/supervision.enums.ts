import { enumOf } from '@alongside/graphql-kit';
import type { MissedReason, SupervisionEndReason } from '../contracts.js';

export { SupervisionKindEnum } from '@alongside/graphql-kit';

export const MissedReasonEnum = enumOf<MissedReason>(
  'SessionMissedReason',
  {
    supervisorUnavailable: 'The supervisor could not be there.',
    workerUnavailable: 'The worker could not be there. Why is nobody’s record.',
    serviceDemand: 'The service could not spare them.',
    noRoomOrLink: 'There was no room, or the link failed.',
    notArranged: 'Nobody had arranged it.',
    other: 'Anything else. No health reason is ever recorded.',
  },
  'Why a session did not take place or was broken off. There is no code for health.',
);

export const SupervisionEndReasonEnum = enumOf<SupervisionEndReason>(
  'SupervisionEndReason',
  {
    engagementEnded: 'The engagement came to its end.',
    noLongerNeeded: 'It is no longer needed.',
    replaced: 'Another arrangement takes its place.',
    enteredInError: 'It was never arranged.',
  },
  'Why supervision of a kind ended.',
);

export const SessionOutcomeEnum = enumOf(
  'SessionOutcome',
  {
    held: 'It took place.',
    missed: 'It did not take place.',
    cutShort: 'It was broken off, and does not count as held.',
  },
  'What became of a session.',
);
