import {
  uuid5,
  type CalendarDate,
  type DomainEvent,
  type Instant,
  type Personal,
  type Uuid,
} from '@alongside/kernel';

/*
 * What other contexts may know of the framework: its clauses, versions and their adoption.
 *
 * Tables that others may join in reading: `framework.version`, `framework.clause`.
 */

// Streams and ids

/** A locality has one framework, so the locality's id gives the framework's. */
export const frameworkIdOf = (localityId: Uuid): Uuid => uuid5(`framework:${localityId}`);
/** A number is drafted once in a framework: a second draft of it meets the first one's stream. */
export const versionIdOf = (framework: Uuid, number: number): Uuid => uuid5(`version:${framework}:${number}`);
export const adoptionIdOf = (framework: Uuid, organisationId: Uuid): Uuid =>
  uuid5(`adoption:${framework}:${organisationId}`);

export const frameworkStream = (id: Uuid) => `framework-${id}`;
export const versionStream = (id: Uuid) => `version-${id}`;
export const adoptionStream = (id: Uuid) => `adoption-${id}`;

// Words that rules are written in

/** Kinds of lived-experience role that rules tell apart. Titles of posts are the organisations' own. */
export const roleFamilies = {
  peerWorker: 'Peer worker',
  seniorPeerWorker: 'Senior peer worker',
  peerLeader: 'Peer leader',
  peerTrainer: 'Peer trainer',
  carerPeerWorker: 'Carer peer worker',
  livedExperienceLead: 'Lived experience lead',
  involvementPartner: 'Involvement partner',
  otherLivedExperience: 'Other lived experience role',
} as const satisfies Record<string, string>;
export type RoleFamily = keyof typeof roleFamilies;

export const engagementKinds = [
  'agendaForChange',
  'otherEmployment',
  'bank',
  'apprenticeship',
  'secondment',
  'honorary',
  'volunteer',
  'involvementPayment',
] as const;
export type EngagementKind = (typeof engagementKinds)[number];

/** Agenda for Change bands in rising order. */
export const bands = ['2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'] as const;
export type Band = (typeof bands)[number];

export const supervisionKinds = ['line', 'practice', 'peer', 'peerGroup'] as const;
export type SupervisionKind = (typeof supervisionKinds)[number];

/** The six NHS employment checks. */
export const employmentChecks = [
  'identity',
  'rightToWork',
  'registrationAndQualification',
  'historyAndReferences',
  'criminalRecord',
  'workHealth',
] as const;
export type EmploymentCheck = (typeof employmentChecks)[number];

/** What a course is, in the words of the training context: courses of one kind satisfy the same requirement. */
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

/** Where work is done, as far as a boundary may turn on it. */
export const settings = {
  inpatientWard: 'Inpatient ward',
  secureWard: 'Secure ward',
  communityTeam: 'Community team',
  crisisService: 'Crisis service',
  emergencyDepartment: 'Emergency department',
  recoveryCollege: 'Recovery college',
  voluntarySectorService: 'Voluntary sector service',
  personsHome: 'Home of the person supported',
  publicPlace: 'Public place',
  remote: 'By telephone or online',
} as const satisfies Record<string, string>;
export type Setting = keyof typeof settings;

/** The tasks that a role boundary is drawn around. Each is a question; stances answer it, or say that nobody agrees. */
export const tasks = {
  physicalRestraint: 'Taking part in physical restraint',
  seclusion: 'Taking part in seclusion',
  observationsGeneral: 'General observations',
  observationsIntermittent: 'Intermittent observations',
  observationsConstant: 'Constant observations',
  medicationPrompt: 'Prompting someone to take medication',
  medicationAdminister: 'Administering medication',
  medicationWitness: 'Witnessing medication',
  loneWorking: 'Working alone',
  homeVisits: 'Visiting people at home',
  escortSection17Leave: 'Escorting someone on section 17 leave',
  escortTransport: 'Escorting someone in transport',
  riskAssessmentContribute: 'Contributing to a risk assessment',
  riskAssessmentComplete: 'Completing a risk assessment',
  riskAssessmentSign: 'Signing a risk assessment',
  carePlanEntries: 'Making entries in a care plan',
  readingNotes: 'Reading clinical notes',
  writingNotes: 'Writing in clinical notes',
  wardNumbers: 'Being counted in ward numbers',
  healthcareAssistantShifts: 'Bank shifts as a healthcare assistant on the same ward',
  safeguardingReports: 'Making safeguarding reports',
  holdingCaseload: 'Holding a caseload',
  disclosureExtent: 'Sharing their own story: how much',
  disclosureAudience: 'Sharing their own story: with whom',
  disclosureRecording: 'Sharing their own story: where it is recorded',
  contactOutsideWork: 'Contact with people supported outside work',
  socialMedia: 'Contact with people supported on social media',
  gifts: 'Accepting or giving gifts',
  supportedByFormerTeam: 'Working in a team that once supported them',
  onCall: 'Being on call',
  endingRelationship: 'Ending a peer relationship',
} as const satisfies Record<string, string>;
export type Task = keyof typeof tasks;

/** From the strictest to the loosest; `notAgreed` is a valid answer and stands outside that order. */
export const stances = ['never', 'notByDefault', 'withConditions', 'usual', 'notAgreed'] as const;
export type Stance = (typeof stances)[number];

/** What must hold for a task to be performed. All conditions of a rule must be met. */
export type Condition =
  | { readonly kind: 'trainingInDate'; readonly courseKind: CourseKind; readonly evidence: TrainingEvidence }
  | { readonly kind: 'monthsInPost'; readonly months: number }
  | { readonly kind: 'secondPersonPresent' }
  | { readonly kind: 'setting'; readonly settings: readonly Setting[] }
  | { readonly kind: 'supervisionCurrent'; readonly supervision: SupervisionKind }
  | { readonly kind: 'workerOptedIn' }
  | { readonly kind: 'teamTrained'; readonly courseKind: CourseKind };

/** Attended is not assessed. */
export const trainingEvidence = ['attended', 'assessed'] as const;
export type TrainingEvidence = (typeof trainingEvidence)[number];

/** Sets of principles that clauses can be aligned to; `item` is the number or code within the set. */
export const alignmentSets = {
  imroc: 'ImROC: eight principles',
  hee2020: 'HEE 2020 competence framework',
  enrich: 'ENRICH: five principles',
  together: 'Together: twelve principles',
} as const satisfies Record<string, string>;
export interface Alignment {
  readonly set: keyof typeof alignmentSets;
  readonly item: string;
}

// Clauses

export interface Principle {
  readonly kind: 'principle';
  readonly alignments: readonly Alignment[];
}
export interface RoleProfile {
  readonly kind: 'roleProfile';
  readonly roleFamily: RoleFamily;
  readonly engagementKinds: readonly EngagementKind[];
  /** Null where Agenda for Change does not apply. */
  readonly bands: { readonly from: Band; readonly to: Band } | null;
  readonly criteria: readonly string[];
}
export interface TrainingRequirement {
  readonly kind: 'trainingRequirement';
  readonly roleFamily: RoleFamily;
  /** A kind of course, or a competence by its code. */
  readonly subject:
    | { readonly of: 'course'; readonly courseKind: CourseKind }
    | { readonly of: 'competence'; readonly competence: string };
  readonly evidence: TrainingEvidence;
  readonly due:
    { readonly by: 'offer' } | { readonly by: 'start' } | { readonly by: 'months'; readonly months: number };
  /** Months until it must be taken again; null where once is enough. */
  readonly refresherMonths: number | null;
}
export interface SupervisionStandard {
  readonly kind: 'supervisionStandard';
  readonly supervision: SupervisionKind;
  readonly roleFamily: RoleFamily;
  /** Completed months in post from which, and before which, it applies; `before` null: without end. */
  readonly monthsInPost: { readonly from: number; readonly before: number | null };
  /** Sessions are at most this many days apart. */
  readonly everyDays: number;
  /** Least share of sessions held by a peer, 0 to 1. */
  readonly peerShare: number;
}
export interface BoundaryRule {
  readonly kind: 'boundary';
  readonly task: Task;
  readonly stance: Stance;
  /** At least one where the stance is `withConditions`; for `notByDefault` those of an exception; else none. */
  readonly conditions: readonly Condition[];
}
export interface RecruitmentStandard {
  readonly kind: 'recruitmentStandard';
  /** Least share of a panel's members who bring lived experience, 0 to 1. */
  readonly panelShare: number;
  /** A kind of engagement that is not named needs no check by this rule. */
  readonly checks: readonly {
    readonly engagementKind: EngagementKind;
    readonly checks: readonly EmploymentCheck[];
  }[];
}
export interface BandingRule {
  readonly kind: 'bandingRule';
  readonly roleFamily: RoleFamily;
  readonly bandFrom: Band;
  readonly bandTo: Band;
  /** Whether a job-evaluation outcome must justify the band. */
  readonly evaluationNeeded: boolean;
}
export interface ReadinessItem {
  readonly kind: 'readinessItem';
  /** Who must have it in place before a vacancy opens. The clause's wording says what. */
  readonly for: 'organisation' | 'team';
  /** Months after which it must be assessed again; null where once is enough. */
  readonly reviewMonths: number | null;
}

/** What a program can evaluate. `principle` alone only says where it stands. */
export type ClauseRule =
  | Principle
  | RoleProfile
  | TrainingRequirement
  | SupervisionStandard
  | BoundaryRule
  | RecruitmentStandard
  | BandingRule
  | ReadinessItem;
export type ClauseKind = ClauseRule['kind'];

export const clauseKinds = [
  'principle',
  'roleProfile',
  'trainingRequirement',
  'supervisionStandard',
  'boundary',
  'recruitmentStandard',
  'bandingRule',
  'readinessItem',
] as const satisfies readonly ClauseKind[];

/** The rule of one kind. */
export type RuleOf<Kind extends ClauseKind> = Extract<ClauseRule, { readonly kind: Kind }>;

/** A clause's id survives versions. `kind` is the rule's. */
export interface Clause {
  readonly clauseId: Uuid;
  readonly kind: ClauseKind;
  readonly title: string;
  readonly wording: string;
  readonly rule: ClauseRule;
}

// Voting

export const choices = ['for', 'against', 'abstain'] as const;
export type Choice = (typeof choices)[number];
export type Tally = { readonly [Of in Choice]: number };

/** Shares from 0 to 1, compared to four decimal places: two thirds is 0.6667. */
export interface VotingRule {
  /** Lived-experience quorum: least share of the deciding votes (for and against) by people with lived experience. */
  readonly quorumShare: number;
  /** Least share of the deciding votes that are for. A tie never ratifies. */
  readonly majorityShare: number;
}
export const DEFAULT_QUORUM_SHARE = 0.5;
/** As in the Sussex network's peer-led steering group. */
export const PEER_LED_QUORUM_SHARE = 0.75;
export const DEFAULT_MAJORITY_SHARE = 0.5;

/** A closed vote's result. It stands by itself, whatever becomes of the ballots. */
export interface VoteResult extends VotingRule {
  readonly tally: Tally;
  /** Votes for and against; abstentions do not decide. */
  readonly deciding: number;
  readonly livedExperienceDeciding: number;
}

// Events of `framework-`

interface OfFramework {
  readonly frameworkId: Uuid;
}
/** `quorumShare` and `majorityShare` bind the first version. */
export type FrameworkFounded = DomainEvent<
  'FrameworkFounded',
  OfFramework & VotingRule & { readonly localityId: Uuid; readonly name: string }
>;
/** For somebody who is in the group already, what they are to it from that day. */
export type GroupMemberJoined = DomainEvent<
  'GroupMemberJoined',
  OfFramework & {
    readonly personId: Uuid;
    /** The partner that the member comes from; null for somebody who comes for themselves. */
    readonly organisationId: Uuid | null;
    readonly livedExperience: Personal<boolean>;
  }
>;
export type GroupMemberLeft = DomainEvent<'GroupMemberLeft', OfFramework & { readonly personId: Uuid }>;
/** The group takes a clause of its own and one of another framework to be about the same thing. */
export type ClausesAligned = DomainEvent<
  'ClausesAligned',
  OfFramework & { readonly clauseId: Uuid; readonly otherFrameworkId: Uuid; readonly otherClauseId: Uuid }
>;
export type ClausesSeparated = DomainEvent<
  'ClausesSeparated',
  OfFramework & { readonly clauseId: Uuid; readonly otherFrameworkId: Uuid; readonly otherClauseId: Uuid }
>;
export type FrameworkEvent =
  FrameworkFounded | GroupMemberJoined | GroupMemberLeft | ClausesAligned | ClausesSeparated;

// Events of `version-`

interface OfVersion {
  readonly versionId: Uuid;
}
/** `quorumShare` and `majorityShare` are the rule of the version being replaced: it binds the vote on this one. */
export type VersionDrafted = DomainEvent<
  'VersionDrafted',
  OfVersion & OfFramework & VotingRule & { readonly number: number; readonly replaces: Uuid | null }
>;
export type ClauseProposed = DomainEvent<
  'ClauseProposed',
  OfVersion &
    Clause & { /** The version it was taken over from unchanged. */ readonly carriedFrom: Uuid | null }
>;
export type ClauseAmended = DomainEvent<'ClauseAmended', OfVersion & Clause>;
export type ClauseWithdrawn = DomainEvent<'ClauseWithdrawn', OfVersion & { readonly clauseId: Uuid }>;
/** The rule by which the vote on this version's successor would be counted. */
export type VotingRuleProposed = DomainEvent<'VotingRuleProposed', OfVersion & VotingRule>;
export type ConsultationOpened = DomainEvent<'ConsultationOpened', OfVersion>;
export type CommentMade = DomainEvent<
  'CommentMade',
  OfVersion & {
    readonly commentId: Uuid;
    readonly clauseId: Uuid | null;
    readonly personId: Uuid;
    readonly text: Personal<string>;
  }
>;
export type VotingOpened = DomainEvent<'VotingOpened', OfVersion>;
/** The last ballot of a member counts. */
export type BallotCast = DomainEvent<
  'BallotCast',
  OfVersion & {
    readonly personId: Uuid;
    readonly choice: Personal<Choice>;
    readonly livedExperience: Personal<boolean>;
  }
>;
export type DissentStated = DomainEvent<
  'DissentStated',
  OfVersion & {
    readonly dissentId: Uuid;
    readonly personId: Uuid;
    readonly clauseId: Uuid | null;
    readonly statement: Personal<string>;
    /** Whether the name may be shown with the statement. */
    readonly named: boolean;
  }
>;
export type VotingClosed = DomainEvent<'VotingClosed', OfVersion & VoteResult>;
/** `effectiveOn` is the day from which the version is in force; its voting rule binds the next one. */
export type VersionRatified = DomainEvent<
  'VersionRatified',
  OfVersion &
    OfFramework &
    VotingRule & {
      readonly number: number;
      readonly replaces: Uuid | null;
      readonly ratifiedOn: CalendarDate;
    }
>;
/** `overtaken`: the vote carried, but another version than the one it replaces is in force by then. */
export const lapseReasons = ['quorumNotReached', 'majorityNotReached', 'withdrawn', 'overtaken'] as const;
export type LapseReason = (typeof lapseReasons)[number];
export type VersionNotRatified = DomainEvent<
  'VersionNotRatified',
  OfVersion & OfFramework & { readonly because: LapseReason }
>;
/** `effectiveOn` is the first day on which the version is no longer in force. */
export type VersionSuperseded = DomainEvent<
  'VersionSuperseded',
  OfVersion & OfFramework & { readonly by: Uuid }
>;
export type VersionEvent =
  | VersionDrafted
  | ClauseProposed
  | ClauseAmended
  | ClauseWithdrawn
  | VotingRuleProposed
  | ConsultationOpened
  | CommentMade
  | VotingOpened
  | BallotCast
  | DissentStated
  | VotingClosed
  | VersionRatified
  | VersionNotRatified
  | VersionSuperseded;

// Events of `adoption-`

interface OfAdoption {
  readonly adoptionId: Uuid;
  readonly frameworkId: Uuid;
  readonly organisationId: Uuid;
}
/** From `effectiveOn` the organisation holds itself to this version, until it adopts another or ends it. */
export type VersionAdopted = DomainEvent<'VersionAdopted', OfAdoption & { readonly versionId: Uuid }>;
export type DeviationDirection = 'stricter' | 'looser';
/**
 * A declared difference from one clause of the version that is adopted. It holds from `effectiveOn` up to and with
 * `expiresOn`, while that version is adopted. What is not stricter throughout is looser.
 */
export type DeviationDeclared = DomainEvent<
  'DeviationDeclared',
  OfAdoption & {
    readonly deviationId: Uuid;
    readonly versionId: Uuid;
    readonly clauseId: Uuid;
    /** Published. */
    readonly reason: string;
    readonly expiresOn: CalendarDate;
    /** The rule that the organisation follows instead. */
    readonly rule: ClauseRule;
    readonly direction: DeviationDirection;
  }
>;
/** The deviation no longer holds from `effectiveOn`. */
export type DeviationWithdrawn = DomainEvent<
  'DeviationWithdrawn',
  OfAdoption & { readonly deviationId: Uuid; readonly clauseId: Uuid }
>;
/** No version is adopted from `effectiveOn`. */
export type AdoptionEnded = DomainEvent<'AdoptionEnded', OfAdoption>;
export type AdoptionEvent = VersionAdopted | DeviationDeclared | DeviationWithdrawn | AdoptionEnded;

// Queries, sent on the query bus; `answer` says what comes back

/** The clauses that an organisation holds itself to on a day, as learnt by `asKnownAt` (null: by now). */
export class ApplicableClauses {
  declare readonly answer?: readonly ApplicableClause[];
  constructor(
    readonly organisationId: Uuid,
    readonly on: CalendarDate,
    readonly asKnownAt: Instant | null = null,
  ) {}
}
export interface ApplicableClause extends Clause {
  readonly versionId: Uuid;
  readonly frameworkId: Uuid;
  /** What applies: the deviation's rule where one holds, else the framework's. */
  readonly rule: ClauseRule;
  readonly deviation: {
    readonly deviationId: Uuid;
    readonly direction: DeviationDirection;
    readonly reason: string;
    readonly expiresOn: CalendarDate;
    /** What the framework says. */
    readonly frameworkRule: ClauseRule;
  } | null;
}

/** The version in force in a locality on a day; answered by null where there is none. */
export class CurrentVersion {
  declare readonly answer?: VersionInForce | null;
  constructor(
    readonly localityId: Uuid,
    readonly on: CalendarDate,
  ) {}
}
export interface VersionInForce extends VotingRule {
  readonly versionId: Uuid;
  readonly frameworkId: Uuid;
  readonly localityId: Uuid;
  readonly number: number;
  readonly inForceFrom: CalendarDate;
  readonly clauses: readonly Clause[];
}
