import { enumOf } from '@alongside/graphql-kit';
import type {
  CheckHolder,
  CheckOutcome,
  CheckStatus,
  DbsLevel,
  DeclineReason,
  EmploymentCheck,
  ReadinessOnOpening,
  StageKind,
  VacancyClosing,
} from '../contracts.js';
import type { InterviewOutcome, StagePassed } from '../domain/index.js';
import type { ApplicationStatus } from '../projections/applications/applications.projection.js';

export const StageKindEnum = enumOf<StageKind>(
  'StageKind',
  {
    informationSession: 'What the role is, told by people who do it.',
    preTraining: 'Training before the offer; attending it passes the stage.',
    application: 'The written application.',
    shortlisting: 'Who is asked on.',
    trainingAssessment: 'An assessment in training that feeds selection. Attending is not enough.',
    interview: 'An interview by a panel with lived experience.',
    decision: 'An offer, a place on the reserve list, or a decline. Always last.',
  },
  'What happens at a stage of a vacancy. Which stages there are, and in which order, is each vacancy’s own.',
);

export const VacancyStatusEnum = enumOf<'open' | 'closed'>(
  'VacancyStatus',
  {
    open: 'Not closed. Applications are taken up to the closing date, if there is one.',
    closed: 'Closed for good.',
  },
  'How a vacancy stands.',
);

export const VacancyCloseReasonEnum = enumOf<VacancyClosing>(
  'VacancyCloseReason',
  {
    filled: 'Its places are filled.',
    closingDatePassed: 'Its closing date passed.',
    withdrawn: 'The organisation no longer looks for anybody.',
  },
  'Why a vacancy was closed.',
);

export const ReadinessOnOpeningStatusEnum = enumOf<ReadinessOnOpening['status']>(
  'ReadinessOnOpeningStatus',
  {
    met: 'It was in place.',
    waived: 'It was not in place; a public waiver with its reason stood in for it.',
  },
  'How an organisation stood on a readiness item when it opened a vacancy.',
);

export const ApplicationStatusEnum = enumOf<ApplicationStatus>(
  'ApplicationStatus',
  {
    inStages: 'Going through the stages of the vacancy.',
    onReserve: 'Appointable, and waiting for a place.',
    offered: 'A conditional offer stands; checks are under way.',
    confirmed: 'The offer is confirmed. The engagement follows from it.',
    withdrawn: 'The applicant withdrew.',
    declined: 'The organisation declined.',
  },
  'How an application stands.',
);

export const StagePassingEnum = enumOf<StagePassed['data']['how']>(
  'StagePassing',
  {
    passed: 'The person went through it and passed.',
    exempt: 'What it would have shown was known already.',
  },
  'How a stage was passed.',
);

export const InterviewOutcomeEnum = enumOf<InterviewOutcome>(
  'InterviewOutcome',
  {
    appointable: 'The panel would appoint the person. The stage is passed.',
    notAppointable: 'The panel would not, or not yet. The stage is not passed; another interview can follow.',
  },
  'What a panel concluded.',
);

export const EmploymentCheckEnum = enumOf<EmploymentCheck>(
  'EmploymentCheck',
  {
    identity: 'Who the person is.',
    rightToWork: 'Whether they may work in the United Kingdom.',
    registrationAndQualification: 'Professional registration and qualifications, as far as the role has any.',
    historyAndReferences: 'Employment history and references. Gaps through illness are nobody’s business.',
    criminalRecord: 'The DBS check, at the level that the role allows for.',
    workHealth: 'Work health. Never before a conditional offer.',
  },
  'The six checks of the NHS Employment Check Standards.',
);

const steps: Readonly<Record<Exclude<CheckStatus, CheckOutcome>, string>> = {
  notStarted: 'Nothing has been asked for.',
  requested: 'Asked for.',
  inProgress: 'Under way.',
};
const outcomes: Readonly<Record<CheckOutcome, string>> = {
  succeeded: 'Came out as it had to.',
  refused: 'Whoever was asked would not say.',
  indeterminate: 'Came out neither way.',
  failed: 'Did not come out as it had to.',
};

export const CheckOutcomeEnum = enumOf<CheckOutcome>(
  'CheckOutcome',
  outcomes,
  'How an employment check came out; never what it showed.',
);

export const CheckMoveEnum = enumOf<CheckStatus>(
  'CheckMove',
  { ...steps, ...outcomes },
  'To what an employment check moves.',
);

export const CheckStatusEnum = enumOf<CheckStatus | 'decided'>(
  'CheckStatus',
  {
    ...steps,
    ...outcomes,
    decided:
      'Of the criminal-record check alone: it came out. How is `dbsDecision`, for those who may read it.',
  },
  'How an employment check stands.',
);

export const CheckHolderEnum = enumOf<CheckHolder>(
  'CheckHolder',
  {
    candidate: 'The applicant.',
    thirdParty: 'Somebody else, such as a referee or the Disclosure and Barring Service.',
    employer: 'The organisation.',
  },
  'Whose move a check is waiting for.',
);

export const DbsLevelEnum = enumOf<DbsLevel>(
  'DbsLevel',
  {
    basic: 'Unspent convictions.',
    standard: 'Spent and unspent convictions that are not filtered, and cautions.',
    enhanced: 'Standard, and what the police hold to be relevant.',
    enhancedWithBarredList: 'Enhanced, and the barred lists.',
  },
  'How much a criminal-record check may ask. The law allows each role one level, and no more.',
);

export const ApplicationDeclineReasonEnum = enumOf<DeclineReason>(
  'ApplicationDeclineReason',
  {
    notShortlisted: 'Not shortlisted.',
    notAppointable: 'Not appointable after the stages.',
    checksNotMet: 'Required checks did not succeed.',
    vacancyClosed: 'The vacancy was closed.',
    other: 'Anything else.',
  },
  'Why an organisation declined an application.',
);
