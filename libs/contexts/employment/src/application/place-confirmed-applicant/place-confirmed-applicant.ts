import { answerWith, type Commanding } from '@alongside/application';
import type { ProcessManager, Published } from '@alongside/projections';
import type { OfferConfirmed } from '@alongside/recruitment/contracts';
import type { EngagementEnded, PlaceReserved } from '../../contracts.js';
import { engagement, engagementIn, placeFor, placeFreedBy, post } from '../../domain/index.js';

const name = 'place-confirmed-applicant';

/**
 * A confirmed offer asks the post for its place; a reserved place begins the engagement; an ended engagement frees it.
 * Each fact is answered once, however often it is delivered.
 */
export const placeConfirmedApplicant = (commanding: Commanding): ProcessManager => ({
  name,
  on: {
    OfferConfirmed: (event) =>
      answerWith(commanding, name, event, {
        area: 'employment',
        decider: post,
        ...placeFor(event as Published<OfferConfirmed>),
      }),
    PlaceReserved: (event) =>
      answerWith(commanding, name, event, {
        area: 'employment',
        decider: engagement,
        ...engagementIn(event as Published<PlaceReserved>),
      }),
    EngagementEnded: async (event) => {
      const answer = placeFreedBy(event as Published<EngagementEnded>);
      return answer && answerWith(commanding, name, event, { area: 'employment', decider: post, ...answer });
    },
  },
});
