import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '@alongside/graphql-kit';
import { bands, type Band, type EngagementEndReason, type PostCloseReason } from '../contracts.js';

export { EngagementKindEnum } from '@alongside/graphql-kit';

export const EngagementEndReasonEnum = enumOf<Exclude<EngagementEndReason, 'didNotStart'>>(
  'EngagementEndReason',
  {
    resignation: 'The person chose to leave, for whatever reason.',
    retirement: 'The person retired.',
    fixedTermEnded: 'A fixed term came to its end.',
    placementEnded: 'A placement, secondment or honorary contract came to its end.',
    movedToOtherPost: 'The person moved to another post of the same organisation.',
    transferred: 'The work moved to another organisation, and the person with it.',
    redundancy: 'The work came to an end.',
    dismissal: 'The organisation ended it.',
    death: 'The person died.',
    other: 'Anything else. No health reason is ever recorded.',
  },
  'Why an engagement ended. There is no code for health.',
);

export const PostCloseReasonEnum = enumOf<PostCloseReason>(
  'PostCloseReason',
  {
    fundingEnded: 'The money for it ended.',
    reorganised: 'The service was reorganised.',
    replaced: 'Another post takes its place.',
    enteredInError: 'There never was such a post.',
  },
  'Why a post was closed.',
);

/** Names in GraphQL cannot begin with a digit. */
export const BandEnum = Object.fromEntries(bands.map((band) => [`band${band}`, band])) as Record<
  `band${Band}`,
  Band
>;
registerEnumType(BandEnum, {
  name: 'Band',
  description: 'An Agenda for Change band. It belongs to a post.',
  valuesMap: Object.fromEntries(bands.map((band) => [`band${band}`, { description: `Band ${band}.` }])),
});
