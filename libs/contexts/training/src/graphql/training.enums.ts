import { enumOf } from '@alongside/graphql-kit';
import type { CompletionWay, CourseKind, RelianceDecision } from '../contracts.js';
import type { AssessmentOutcome, ContestOutcome, EnrolmentEnding } from '../domain/index.js';

export const CourseKindEnum = enumOf<CourseKind>(
  'CourseKind',
  {
    imroc40: 'Peer support training of 40 hours by ImROC.',
    apprenticeshipST0896: 'The Level 3 apprenticeship of peer workers, standard ST0896.',
    pdaMentalHealthPeerSupport:
      'The Professional Development Award in Mental Health Peer Support (SQA, SCQF 7).',
    ocnPeerSupport: 'Peer support training accredited by the Open College Network.',
    universityPeerSupport: 'Peer support training accredited by a university.',
    otherPeerSupport: 'Other peer support training.',
    coreSkillsConflictResolution: 'Core skills: conflict resolution.',
    coreSkillsEqualityDiversityHumanRights: 'Core skills: equality, diversity and human rights.',
    coreSkillsFire: 'Core skills: fire safety.',
    coreSkillsHealthAndSafety: 'Core skills: health, safety and welfare.',
    coreSkillsInfectionPrevention: 'Core skills: infection prevention and control.',
    coreSkillsInformationGovernance: 'Core skills: information governance and data security.',
    coreSkillsMovingAndHandling: 'Core skills: moving and handling.',
    coreSkillsPreventingRadicalisation: 'Core skills: preventing radicalisation.',
    coreSkillsResuscitation: 'Core skills: resuscitation.',
    coreSkillsSafeguardingAdults: 'Core skills: safeguarding adults.',
    coreSkillsSafeguardingChildren: 'Core skills: safeguarding children.',
    careCertificate: 'The Care Certificate.',
    restraintReduction: 'Restraint reduction.',
    medicationSupport: 'Supporting people with medication.',
    loneWorking: 'Lone working.',
    supervisingPeers: 'Supervising peer workers.',
    teamPreparation: 'Preparing a team for peer workers.',
    continuingDevelopment: 'Continuing development of any other kind.',
  },
  'What a course is, for the framework to require. Two courses of one kind satisfy the same requirement.',
);

export const CompletionWayEnum = enumOf<CompletionWay>(
  'CompletionWay',
  {
    assessed: 'Somebody other than the learner assessed what was learnt.',
    attended: 'The learner was there. Nothing was assessed.',
  },
  'Attended is not assessed.',
);

export const AssessmentOutcomeEnum = enumOf<AssessmentOutcome>(
  'AssessmentOutcome',
  { shown: 'The competence was shown.', notYetShown: 'The competence was not shown yet.' },
  'What an assessment of a competence came to.',
);

export const EnrolmentEndingEnum = enumOf<EnrolmentEnding>(
  'EnrolmentEnding',
  {
    withdrew: 'The person chose not to go on.',
    seatReleased: 'The seat that it came with was given back.',
    cohortCancelled: 'The cohort does not take place.',
    didNotComplete: 'The course is over and was not completed.',
  },
  'Why an enrolment ended without a completion.',
);

export type EnrolmentLeft = Extract<EnrolmentEnding, 'withdrew' | 'didNotComplete'>;
export const EnrolmentLeftEnum = enumOf<EnrolmentLeft>(
  'EnrolmentLeft',
  {
    withdrew: 'The person chose not to go on. Of a cohort, release the seat instead.',
    didNotComplete: 'The course is over and was not completed.',
  },
  'Why somebody ends an enrolment. Other ends follow from what becomes of the seat.',
);

export const EnrolmentStatusEnum = enumOf<'going' | 'completed' | 'ended'>(
  'EnrolmentStatus',
  {
    going: 'It goes on.',
    completed: 'It led to a completion.',
    ended: 'It ended without a completion.',
  },
  'How an enrolment stands.',
);

export const SeatStatusEnum = enumOf<'reserved' | 'waiting' | 'released'>(
  'SeatStatus',
  {
    reserved: 'The person has a seat.',
    waiting: 'The person is on the waiting list; who has waited longest moves up first.',
    released: 'The seat or the place on the waiting list was given back.',
  },
  'How a booking in a cohort stands.',
);

export const CompletionStandingEnum = enumOf<'current' | 'expired'>(
  'CompletionStanding',
  {
    current: 'It counts on the day asked for.',
    expired: 'It needed a refresher by the day asked for, and no longer counts.',
  },
  'Whether a completion counts on a day. Worked out each time it is asked, never stored.',
);

export const RelianceDecisionEnum = enumOf<RelianceDecision>(
  'RelianceDecision',
  {
    accepted: 'The organisation relies on it.',
    partlyAccepted: 'The organisation relies on some of it, and says which in the reason.',
    notAccepted: 'The organisation does not rely on it.',
  },
  'An organisation’s own decision about what another has recorded.',
);

export const CompletionContestOutcomeEnum = enumOf<ContestOutcome>(
  'CompletionContestOutcome',
  {
    upheld: 'The person is right: a correction follows.',
    notUpheld: 'The record stands as it is, with the contest beside it.',
  },
  'What an organisation answered to a contest.',
);
