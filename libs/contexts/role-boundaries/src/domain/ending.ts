import { addDays, type Uuid } from '@alongside/kernel';
import type { EngagementEnded } from '@alongside/employment/contracts';
import { boundaryIdOf, boundaryStream } from '../contracts.js';
import type { EndBoundary } from './boundary/boundary.commands.js';

/** What a process manager answers to a fact: a command, and the stream that it is for. */
export interface Answer<Command> {
  readonly stream: string;
  readonly command: Command;
  readonly controller: { readonly organisation: Uuid; readonly locality: Uuid };
}

/** An engagement that has ended ends what was agreed about it; a corrected end ends it on another day. */
export const boundaryEndedBy = ({
  data,
  corrects,
}: Pick<EngagementEnded, 'data' | 'corrects'>): Answer<EndBoundary> => ({
  stream: boundaryStream(boundaryIdOf(data.engagementId)),
  command: {
    type: 'EndBoundary',
    effectiveOn: addDays(data.lastDay, 1),
    ...(corrects ? { correction: corrects.reason } : {}),
  },
  controller: { organisation: data.employingOrganisationId, locality: data.localityId },
});
