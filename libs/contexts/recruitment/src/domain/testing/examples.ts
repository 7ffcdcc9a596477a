import type { Correction } from '@alongside/kernel';
import { applicationIdOf, type CheckHolder, type CheckOutcome, type CheckStatus } from '../../contracts.js';
import type { DbsLevel, EmploymentCheck, Stage } from '../../contracts.js';
import type { ApplicationEvent } from '../application/application.events.js';
import type { MoveCheck, SubmitApplication } from '../application/application.commands.js';
import type { OpenVacancy } from '../vacancy/vacancy.commands.js';
import type { VacancyEvent } from '../vacancy/vacancy.events.js';

/* One vacancy and one application as examples for the specs. */

const id = (last: string): string => `00000000-0000-4000-8000-${last.padStart(12, '0')}`;

export const vacancyId = id('1');
export const personId = id('2');
export const organisationId = id('3');
export const localityId = id('4');
export const postId = id('5');
export const applicationId = applicationIdOf(vacancyId, personId);

export const stages = [
  { id: 'session', kind: 'informationSession', title: 'Come and meet us' },
  { id: 'training', kind: 'preTraining', title: 'Five days of training' },
  { id: 'assessed', kind: 'trainingAssessment', title: 'What the training showed' },
  { id: 'interview', kind: 'interview', title: 'Interview' },
  { id: 'decision', kind: 'decision', title: 'Decision' },
] as const satisfies readonly Stage[];

export const allChecks = [
  'identity',
  'rightToWork',
  'registrationAndQualification',
  'historyAndReferences',
  'criminalRecord',
  'workHealth',
] as const satisfies readonly EmploymentCheck[];

export const openVacancy = (changes: Partial<OpenVacancy> = {}): OpenVacancy => ({
  type: 'OpenVacancy',
  effectiveOn: '2025-03-01',
  vacancyId,
  organisationId,
  localityId,
  postId,
  title: 'Peer support worker, community',
  engagementKind: 'agendaForChange',
  roleFamily: 'peerSupportWorker',
  places: 2,
  stages,
  closesOn: '2025-03-31',
  readiness: [],
  post: { open: true, placesLeft: 2, organisationId },
  missingTeam: null,
  ...changes,
});

export const vacancyOpened: VacancyEvent = {
  type: 'VacancyOpened',
  data: {
    vacancyId,
    organisationId,
    localityId,
    postId,
    title: 'Peer support worker, community',
    engagementKind: 'agendaForChange',
    roleFamily: 'peerSupportWorker',
    places: 2,
    stages,
    closesOn: '2025-03-31',
    readiness: [],
    effectiveOn: '2025-03-01',
  },
};

export const ref = { applicationId, vacancyId, personId, organisationId };
export const appliedFor = {
  postId,
  localityId,
  engagementKind: 'agendaForChange',
  roleFamily: 'peerSupportWorker',
} as const;

export const submitApplication = (changes: Partial<SubmitApplication> = {}): SubmitApplication => ({
  type: 'SubmitApplication',
  effectiveOn: '2025-03-10',
  applicationId,
  vacancyId,
  personId,
  vacancy: { ...appliedFor, open: true, organisationId, closesOn: '2025-03-31', stages },
  ...changes,
});

export const submitted = (inStages: readonly Stage[] = stages): ApplicationEvent => ({
  type: 'ApplicationSubmitted',
  data: { ...ref, ...appliedFor, stages: inStages, effectiveOn: '2025-03-10' },
});

export const reached = (stage: Stage, effectiveOn: string): ApplicationEvent => ({
  type: 'StageReached',
  data: { ...ref, stageId: stage.id, stageKind: stage.kind, effectiveOn },
});

export const passed = (stage: Stage, effectiveOn: string): ApplicationEvent => ({
  type: 'StagePassed',
  data: {
    ...ref,
    stageId: stage.id,
    stageKind: stage.kind,
    how: 'passed',
    completionEventId: null,
    effectiveOn,
  },
});

/** Submitted, and at the interview since 2025-04-20. */
export const atInterview: readonly ApplicationEvent[] = [
  submitted(),
  ...stages.slice(0, 3).map((stage) => passed(stage, '2025-04-20')),
];

/** At the decision since 2025-05-01. */
export const atDecision: readonly ApplicationEvent[] = [...atInterview, passed(stages[3], '2025-05-01')];

export const offerConditional: ApplicationEvent = {
  type: 'OfferConditional',
  data: {
    ...ref,
    ...appliedFor,
    requiredChecks: allChecks,
    hoursPerWeek: 30,
    proposedStartOn: '2025-07-01',
    effectiveOn: '2025-05-06',
  },
};

/** With a conditional offer since 2025-05-06. */
export const offered: readonly ApplicationEvent[] = [...atDecision, offerConditional];

export const checkMoved = (
  check: EmploymentCheck,
  status: CheckStatus,
  effectiveOn: string,
  holder: CheckHolder = 'employer',
): ApplicationEvent => ({
  type: 'CheckMoved',
  data: { ...ref, check, status, holder, effectiveOn },
});

export const dbsLevelDecided = (dbsLevel: DbsLevel, effectiveOn: string): ApplicationEvent => ({
  type: 'DbsLevelDecided',
  data: { ...ref, dbsLevel, effectiveOn },
});

export const dbsDecision = (decision: CheckOutcome, effectiveOn: string): ApplicationEvent => ({
  type: 'DbsDecisionMade',
  data: { ...ref, decision, holder: 'employer', effectiveOn },
});

/** Offered, and every check has succeeded by 2025-06-02. */
export const cleared: readonly ApplicationEvent[] = [
  ...offered,
  dbsLevelDecided('enhanced', '2025-05-07'),
  ...allChecks
    .filter((check) => check !== 'criminalRecord')
    .map((check) => checkMoved(check, 'succeeded', '2025-06-01')),
  dbsDecision('succeeded', '2025-06-02'),
];

export const offerConfirmed: ApplicationEvent = {
  type: 'OfferConfirmed',
  data: { ...ref, ...appliedFor, startsOn: '2025-07-01', hoursPerWeek: 30, effectiveOn: '2025-06-03' },
};

export const confirmed: readonly ApplicationEvent[] = [...cleared, offerConfirmed];

export const moveCheck = (
  check: EmploymentCheck,
  status: CheckStatus,
  effectiveOn: string,
  more: { readonly holder?: CheckHolder; readonly corrects?: Correction } = {},
): MoveCheck => ({ type: 'MoveCheck', check, status, holder: 'employer', effectiveOn, ...more });
