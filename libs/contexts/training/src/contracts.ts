import { uuid5, type CalendarDate, type DomainEvent, type Personal, type Uuid } from '@alongside/kernel';

/**
 * What a course is, for rules to name. Titles, providers and levels are each course's own; two courses of one kind
 * satisfy the same requirement. `coreSkills…` are the eleven subjects of the Core Skills Training Framework.
 */
export const courseKinds = [
  'imroc40',
  'apprenticeshipST0896',
  'pdaMentalHealthPeerSupport',
  'ocnPeerSupport',
  'universityPeerSupport',
  'otherPeerSupport',
  'coreSkillsConflictResolution',
  'coreSkillsEqualityDiversityHumanRights',
  'coreSkillsFire',
  'coreSkillsHealthAndSafety',
  'coreSkillsInfectionPrevention',
  'coreSkillsInformationGovernance',
  'coreSkillsMovingAndHandling',
  'coreSkillsPreventingRadicalisation',
  'coreSkillsResuscitation',
  'coreSkillsSafeguardingAdults',
  'coreSkillsSafeguardingChildren',
  'careCertificate',
  'restraintReduction',
  'medicationSupport',
  'loneWorking',
  'supervisingPeers',
  'teamPreparation',
  'continuingDevelopment',
] as const;
export type CourseKind = (typeof courseKinds)[number];

/** The nine domains of the 2020 competence framework for mental health peer support workers. */
export const competenceDomains = [
  'hee1',
  'hee2',
  'hee3',
  'hee4',
  'hee5',
  'hee6',
  'hee7',
  'hee8',
  'hee9',
] as const;
export type CompetenceDomain = (typeof competenceDomains)[number];

/** A domain, or a competence within it: `hee3`, `hee3.2`. */
export type CompetenceCode = string;

/** Attended is not assessed. */
export const completionWays = ['assessed', 'attended'] as const;
export type CompletionWay = (typeof completionWays)[number];

export const courseStream = (id: Uuid): string => `course-${id}`;
export const cohortStream = (id: Uuid): string => `cohort-${id}`;
export const trainingStream = (id: Uuid): string => `training-${id}`;

/** A person has one training record, whoever employs them. */
export const trainingIdOf = (personId: Uuid): Uuid => uuid5(`training:${personId}`);

/** One enrolment of a person on a cohort of a course, or on the course where it has no cohorts. */
export const enrolmentIdOf = (personId: Uuid, courseId: Uuid, cohortId: Uuid | null): Uuid =>
  uuid5(`enrolment:${personId}:${courseId}:${cohortId ?? 'none'}`);

export type CourseRegistered = DomainEvent<
  'CourseRegistered',
  {
    readonly courseId: Uuid;
    readonly title: string;
    readonly kind: CourseKind;
    readonly provider: string;
    readonly accreditor: string | null;
    /** As the accreditor words it: `Level 3`, `SCQF 7`. */
    readonly level: string | null;
    readonly hours: number;
    /** The most that a completion of this course can show. */
    readonly outcome: CompletionWay;
    readonly competences: readonly CompetenceCode[];
    /** Months after which it must be refreshed; null where it never lapses. */
    readonly refresherMonths: number | null;
    /** The organisation that keeps this course's record. */
    readonly organisationId: Uuid;
  }
>;

export type CourseAccredited = DomainEvent<
  'CourseAccredited',
  {
    readonly courseId: Uuid;
    readonly accreditor: string;
    readonly level: string | null;
    /** Last day of the accreditation; null where it has no end. */
    readonly until: CalendarDate | null;
  }
>;

/** What a completion says, whether by course or by prior learning. */
export interface Completion {
  readonly personId: Uuid;
  readonly courseKind: CourseKind;
  readonly title: string;
  readonly how: CompletionWay;
  /** Who assessed, never the learner; null where attendance alone is recorded. */
  readonly assessorId: Uuid | null;
  /** Competences shown where assessed; only covered where attended. */
  readonly competences: readonly CompetenceCode[];
  /** First day on which it no longer counts; null where it never lapses. */
  readonly expiresOn: CalendarDate | null;
  /** The organisation that recorded it. */
  readonly organisationId: Uuid;
  /** Other organisations with whom the person's passport is shared at the time of recording. */
  readonly sharedWith: readonly Uuid[];
}

/** May correct an earlier completion (`corrects`), which then no longer counts. */
export type CourseCompleted = DomainEvent<
  'CourseCompleted',
  Completion & { readonly courseId: Uuid; readonly enrolmentId: Uuid | null }
>;

/** What somebody had learnt elsewhere, assessed against a kind of course, counts as that course. */
export type PriorLearningRecognised = DomainEvent<
  'PriorLearningRecognised',
  Completion & { readonly reason?: Personal<string> }
>;

/** A completion never was: it names the one recorded in error in `corrects`, and puts nothing in its place. */
export type CompletionAnnulled = DomainEvent<
  'CompletionAnnulled',
  {
    readonly personId: Uuid;
    readonly completionEventId: Uuid;
    /** The enrolment that it completed, which is open again. */
    readonly enrolmentId: Uuid | null;
    readonly organisationId: Uuid;
    /** Other organisations that could read it, and may have relied on it. */
    readonly sharedWith: readonly Uuid[];
  }
>;

/** The worker lets another organisation see their completions until a day. */
export type PassportShared = DomainEvent<
  'PassportShared',
  {
    readonly personId: Uuid;
    readonly withOrganisationId: Uuid;
    /** Last day on which the passport may be read. */
    readonly until: CalendarDate;
    /** Event ids of the completions that it shows from now on. */
    readonly completions: readonly Uuid[];
  }
>;

export type PassportShareEnded = DomainEvent<
  'PassportShareEnded',
  {
    readonly personId: Uuid;
    readonly withOrganisationId: Uuid;
    readonly how: 'withdrawn' | 'lapsed';
    readonly completions: readonly Uuid[];
  }
>;

export const relianceDecisions = ['accepted', 'partlyAccepted', 'notAccepted'] as const;
export type RelianceDecision = (typeof relianceDecisions)[number];

/** An organisation's own decision whether it relies on a completion that it may see. */
export type RelianceRecorded = DomainEvent<
  'RelianceRecorded',
  {
    readonly personId: Uuid;
    readonly organisationId: Uuid;
    readonly completionEventId: Uuid;
    readonly decision: RelianceDecision;
    readonly reason?: Personal<string>;
  }
>;

/** Everything that moves what a person is held to have completed, for other contexts' read models. */
export type CompletionEvent = CourseCompleted | PriorLearningRecognised | CompletionAnnulled;
