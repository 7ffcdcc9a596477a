import type { Commanding } from '@alongside/application';
import type { EngagementEnded } from '@alongside/employment/contracts';
import { isRejected } from '@alongside/kernel';
import type { ProcessManager, Published } from '@alongside/projections';
import { boundary, boundaryEndedBy } from '../../domain/index.js';

/** The end of an engagement, and a correction of it, ends what was agreed about it. */
export const endBoundaryWithEngagement = (commanding: Commanding): ProcessManager => ({
  name: 'end-boundary-with-engagement',
  on: {
    EngagementEnded: async (event, reaction) => {
      const { id: causation, metadata } = event;
      const { stream, command, controller } = boundaryEndedBy(event as Published<EngagementEnded>);
      const { client, commandId } = reaction.context();
      const outcome = await commanding.run(
        { actor: 'system', client, commandId, correlation: metadata.correlation, causation },
        {
          area: 'boundaries',
          decider: boundary,
          stream,
          command,
          payload: command,
          owner: () => ({ organisations: [controller.organisation], localities: [controller.locality] }),
        },
      );
      // Where no boundary was ever recorded there is nothing to end, and nothing to put on record.
      return isRejected(outcome) && outcome.rejected === 'NothingRecorded' ? undefined : outcome;
    },
  },
});
