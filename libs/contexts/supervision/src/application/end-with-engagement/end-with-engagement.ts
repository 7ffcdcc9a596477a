import type { Commanding } from '@alongside/application';
import type { EngagementEnded } from '@alongside/employment/contracts';
import { isRejected } from '@alongside/kernel';
import type { ProcessManager, Published } from '@alongside/projections';
import { supervision, supervisionEndedBy } from '../../domain/index.js';

/** The end of an engagement ends its supervision, each kind that was arranged by a command of its own. */
export const endSupervisionWithEngagement = (commanding: Commanding): ProcessManager => ({
  name: 'end-supervision-with-engagement',
  on: {
    EngagementEnded: async (event, reaction) => {
      const { id: causation, metadata } = event;
      const answers = supervisionEndedBy(event as Published<EngagementEnded>);
      const outcomes = await Promise.all(
        answers.map(({ stream, command, controller }) => {
          const { client, commandId } = reaction.context(stream);
          return commanding.run(
            { actor: 'system', client, commandId, correlation: metadata.correlation, causation },
            {
              area: 'supervision',
              decider: supervision,
              stream,
              command,
              payload: command,
              owner: () => ({
                organisations: [controller.organisation],
                localities: [controller.locality],
              }),
            },
          );
        }),
      );
      // Of a kind that was never arranged there is nothing to end, and nothing to put on record.
      return outcomes.filter((outcome) => !isRejected(outcome) || outcome.rejected !== 'NotArranged');
    },
  },
});
