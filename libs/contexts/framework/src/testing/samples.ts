import { uuid5, type CalendarDate, type Uuid } from '@alongside/kernel';
import {
  adoptionIdOf,
  frameworkIdOf,
  versionIdOf,
  type BandingRule,
  type BoundaryRule,
  type Clause,
  type ClauseRule,
  type Principle,
  type ReadinessItem,
  type RecruitmentStandard,
  type RoleProfile,
  type SupervisionStandard,
  type TrainingRequirement,
  type VersionEvent,
} from '../contracts.js';

/** Ids and rules that specs of this context share. */
export const localityId = uuid5('Sussex');
export const frameworkId = frameworkIdOf(localityId);
export const firstVersion = versionIdOf(frameworkId, 1);
export const secondVersion = versionIdOf(frameworkId, 2);
export const organisationId = uuid5('Sussex Partnership');
export const adoptionId = adoptionIdOf(frameworkId, organisationId);
export const person = (name: string): Uuid => uuid5(`person:${name}`);
export const clauseId = (name: string): Uuid => uuid5(`clause:${name}`);

export const principle: Principle = { kind: 'principle', alignments: [{ set: 'imroc', item: '1' }] };
export const roleProfile: RoleProfile = {
  kind: 'roleProfile',
  roleFamily: 'peerWorker',
  engagementKinds: ['agendaForChange', 'bank'],
  bands: { from: '3', to: '4' },
  criteria: ['Lived experience of mental distress and of recovery'],
};
export const training: TrainingRequirement = {
  kind: 'trainingRequirement',
  roleFamily: 'peerWorker',
  subject: { of: 'course', courseKind: 'restraintReduction' },
  evidence: 'assessed',
  due: { by: 'months', months: 3 },
  refresherMonths: 12,
};
export const supervision: SupervisionStandard = {
  kind: 'supervisionStandard',
  supervision: 'line',
  roleFamily: 'peerWorker',
  monthsInPost: { from: 0, before: null },
  everyDays: 28,
  peerShare: 0,
};
export const boundary: BoundaryRule = {
  kind: 'boundary',
  task: 'physicalRestraint',
  stance: 'withConditions',
  conditions: [
    { kind: 'trainingInDate', courseKind: 'restraintReduction', evidence: 'assessed' },
    { kind: 'workerOptedIn' },
  ],
};
export const never: BoundaryRule = { ...boundary, stance: 'never', conditions: [] };
export const recruitment: RecruitmentStandard = {
  kind: 'recruitmentStandard',
  panelShare: 0.5,
  checks: [
    { engagementKind: 'agendaForChange', checks: ['identity', 'rightToWork', 'criminalRecord'] },
    { engagementKind: 'volunteer', checks: ['identity'] },
  ],
};
export const banding: BandingRule = {
  kind: 'bandingRule',
  roleFamily: 'peerWorker',
  bandFrom: '3',
  bandTo: '4',
  evaluationNeeded: true,
};
export const readiness: ReadinessItem = { kind: 'readinessItem', for: 'organisation', reviewMonths: 24 };

export const oneOfEachKind: readonly ClauseRule[] = [
  principle,
  roleProfile,
  training,
  supervision,
  boundary,
  recruitment,
  banding,
  readiness,
];

export const clauseOf = (rule: ClauseRule, name: string = rule.kind): Clause => ({
  clauseId: clauseId(name),
  kind: rule.kind,
  title: `On ${name}`,
  wording: `What partners agree on ${name}.`,
  rule,
});

const of = { versionId: secondVersion };

/** Events of one version, each on the day given. */
export const drafted = (
  effectiveOn: CalendarDate = '2025-01-06',
  quorumShare = 0.5,
  majorityShare = 0.5,
): VersionEvent => ({
  type: 'VersionDrafted',
  data: { ...of, frameworkId, number: 2, replaces: firstVersion, quorumShare, majorityShare, effectiveOn },
});
export const proposed = (clause: Clause, effectiveOn: CalendarDate = '2025-01-07'): VersionEvent => ({
  type: 'ClauseProposed',
  data: { ...of, ...clause, carriedFrom: null, effectiveOn },
});
export const amended = (clause: Clause, effectiveOn: CalendarDate = '2025-01-08'): VersionEvent => ({
  type: 'ClauseAmended',
  data: { ...of, ...clause, effectiveOn },
});
export const withdrawn = (clause: Clause, effectiveOn: CalendarDate = '2025-01-09'): VersionEvent => ({
  type: 'ClauseWithdrawn',
  data: { ...of, clauseId: clause.clauseId, effectiveOn },
});
export const consulted: VersionEvent = {
  type: 'ConsultationOpened',
  data: { ...of, effectiveOn: '2025-02-01' },
};
export const votingOpened: VersionEvent = {
  type: 'VotingOpened',
  data: { ...of, effectiveOn: '2025-03-01' },
};
export const ballot = (
  name: string,
  choice: 'for' | 'against' | 'abstain',
  livedExperience: boolean,
): VersionEvent => ({
  type: 'BallotCast',
  data: { ...of, personId: person(name), choice, livedExperience, effectiveOn: '2025-03-02' },
});
export const votingClosed = (
  tally: { readonly for: number; readonly against: number; readonly abstain: number },
  livedExperienceDeciding: number,
  quorumShare = 0.5,
  majorityShare = 0.5,
): VersionEvent => ({
  type: 'VotingClosed',
  data: {
    ...of,
    tally,
    deciding: tally.for + tally.against,
    livedExperienceDeciding,
    quorumShare,
    majorityShare,
    effectiveOn: '2025-03-15',
  },
});
export const ratified: VersionEvent = {
  type: 'VersionRatified',
  data: {
    ...of,
    frameworkId,
    number: 2,
    replaces: firstVersion,
    quorumShare: 0.5,
    majorityShare: 0.5,
    ratifiedOn: '2025-03-16',
    effectiveOn: '2025-04-01',
  },
};
export const lapsed: VersionEvent = {
  type: 'VersionNotRatified',
  data: { ...of, frameworkId, because: 'quorumNotReached', effectiveOn: '2025-03-16' },
};
export const superseded: VersionEvent = {
  type: 'VersionSuperseded',
  data: { ...of, frameworkId, by: versionIdOf(frameworkId, 3), effectiveOn: '2026-04-01' },
};
export const carriedVote = votingClosed({ for: 3, against: 1, abstain: 0 }, 3);
