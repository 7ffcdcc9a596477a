import { enumOf } from '@alongside/graphql-kit';
import type { ContestOutcome, DisclosureArea, DisclosureRole } from '../contracts.js';
import type { PathwayStepKind } from '../projections/pathway-steps/pathway-steps.projection.js';

export const DisclosureAreaEnum = enumOf<DisclosureArea>(
  'DisclosureArea',
  {
    framework: 'The framework and its group, such as counting towards its quorum.',
    recruitment: 'Applications and offers.',
    training: 'Courses and cohorts.',
    employment: 'Posts and engagements.',
    supervision: 'Supervision.',
    boundaries: 'What the role is and what is outside it.',
  },
  'For what a disclosure may be used.',
);

export const DisclosureRoleEnum = enumOf<DisclosureRole>(
  'DisclosureRole',
  {
    organisationLead: 'Those who answer for the organisation.',
    hr: 'Those who employ its people.',
    supervisor: 'Those who supervise the person.',
  },
  'To whom in an organisation something is disclosed.',
);

export const ContestOutcomeEnum = enumOf<ContestOutcome>(
  'ContestOutcome',
  {
    corrected: 'The person was right. The fact has been corrected.',
    partlyCorrected: 'The person was right in part, and that part has been corrected.',
    stands: 'The fact stands as it was. The contest stays beside it.',
  },
  'What became of a contested fact.',
);

export const PathwayStepKindEnum = enumOf<PathwayStepKind>(
  'PathwayStepKind',
  {
    applied: 'Applied for a post.',
    offered: 'Was offered a post, on conditions.',
    offerConfirmed: 'Had the offer confirmed.',
    begun: 'Began to work.',
    ended: 'Came to the end of an engagement.',
    courseCompleted: 'Completed a course.',
    priorLearningRecognised: 'Had earlier learning recognised.',
    boundaryAgreed: 'Agreed what the role is and what is outside it.',
  },
  'A milestone of a career.',
);
