import { addDays, type Uuid } from '@alongside/kernel';
import type { EngagementEnded } from '@alongside/employment/contracts';
import { supervisionIdOf, supervisionKinds, supervisionStream } from '../contracts.js';
import type { EndSupervision } from './supervision/supervision.commands.js';

/** What a process manager answers to a fact: a command, and the stream that it is for. */
export interface Answer<Command> {
  readonly stream: string;
  readonly command: Command;
  readonly controller: { readonly organisation: Uuid; readonly locality: Uuid };
}

/**
 * An engagement that has ended ends the supervision of every kind; a kind that was never arranged refuses. A corrected
 * end is left to people: by then sessions may have been recorded.
 */
export const supervisionEndedBy = ({
  data,
  corrects,
}: Pick<EngagementEnded, 'data' | 'corrects'>): readonly Answer<EndSupervision>[] =>
  corrects
    ? []
    : supervisionKinds.map((kind) => ({
        stream: supervisionStream(supervisionIdOf(data.engagementId, kind)),
        command: {
          type: 'EndSupervision',
          reason: 'engagementEnded',
          effectiveOn: addDays(data.lastDay, 1),
        },
        controller: { organisation: data.employingOrganisationId, locality: data.localityId },
      }));
