import { enumOf } from '@alongside/graphql-kit';
import type { Choice, ClauseKind, DeviationDirection, LapseReason } from '../contracts.js';
import type { Comparison } from '../domain/index.js';
import type { VersionStatus } from '../projections/version/version.projection.js';

export const ClauseKindEnum = enumOf<ClauseKind>(
  'ClauseKind',
  {
    principle: 'What the group stands for. The one kind with nothing to evaluate.',
    roleProfile: 'What a role is: kinds of engagement, bands, criteria.',
    trainingRequirement: 'Which training counts for a role, and by when it must be done.',
    supervisionStandard: 'How often supervision of a kind is held, and how much of it by a peer.',
    boundary: 'Whether a task is part of the role, and on which conditions.',
    recruitmentStandard: 'Lived experience on panels, and the checks needed.',
    bandingRule: 'Which bands a role may have, and whether a job evaluation must justify them.',
    readinessItem: 'What must be in place before a vacancy opens.',
  },
  'What a clause of a framework is about, and so which shape its rule has.',
);

export const VersionStatusEnum = enumOf<VersionStatus>(
  'FrameworkVersionStatus',
  {
    draft: 'Clauses are being proposed.',
    consultation: 'Members of the group comment; clauses can still be changed.',
    voting: 'Members of the group vote. Clauses are settled.',
    votingClosed: 'The votes are counted. What becomes of the version is not decided yet.',
    ratified: 'Decided for. It is in force from `inForceFrom`.',
    notRatified: 'Decided against, or given up.',
    superseded: 'Another version takes its place from `supersededOn`.',
  },
  'How far a version has got, as decided. `inForce` says what holds today.',
);

export const ChoiceEnum = enumOf<Choice>(
  'BallotChoice',
  {
    for: 'For the version.',
    against: 'Against the version.',
    abstain: 'Neither. Abstentions are counted and do not decide.',
  },
  'How a member votes.',
);

export const LapseReasonEnum = enumOf<LapseReason>(
  'LapseReason',
  {
    quorumNotReached: 'Too few of the deciding votes were by people with lived experience.',
    majorityNotReached: 'Too few of the deciding votes were for the version.',
    withdrawn: 'It was given up before the vote.',
    overtaken: 'The vote carried, but another version had come into force by then.',
  },
  'Why a version was not ratified. Found from the vote, not chosen.',
);

export const DirectionEnum = enumOf<DeviationDirection>(
  'DeviationDirection',
  {
    stricter: 'The organisation asks more throughout.',
    looser: 'The organisation asks less in some way.',
  },
  'In which direction an organisation departs from a clause. Found from the two rules, not declared.',
);

export const ComparisonEnum = enumOf<Comparison>(
  'ClauseComparison',
  {
    same: 'Both ask the same.',
    stricter: 'The right one asks more.',
    looser: 'The right one asks less.',
    silent: 'One of the two says nothing about it, or has not agreed on it.',
    contrary: 'The right one asks more in one way and less in another.',
  },
  'How the right clause stands to the left one.',
);
