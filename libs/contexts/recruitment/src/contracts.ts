import { uuid5, type CalendarDate, type DomainEvent, type Personal, type Uuid } from '@alongside/kernel';

/** Kinds of engagement, in the words of the employment context. */
export const recruitedEngagementKinds = [
  'agendaForChange',
  'otherEmployment',
  'bank',
  'apprenticeship',
  'secondment',
  'honorary',
  'volunteer',
  'involvementPayment',
] as const;
export type RecruitedEngagementKind = (typeof recruitedEngagementKinds)[number];

/** Training may come before the offer and feed selection, so the order of stages is each vacancy's own. */
export const stageKinds = [
  'informationSession',
  'preTraining',
  'application',
  'shortlisting',
  'trainingAssessment',
  'interview',
  'decision',
] as const;
export type StageKind = (typeof stageKinds)[number];

export interface Stage {
  /** Unique within the vacancy. */
  readonly id: string;
  readonly kind: StageKind;
  readonly title: string;
}

/** The six checks of the NHS Employment Check Standards. */
export const employmentChecks = [
  'identity',
  'rightToWork',
  'registrationAndQualification',
  'historyAndReferences',
  'criminalRecord',
  'workHealth',
] as const;
export type EmploymentCheck = (typeof employmentChecks)[number];

export const checkOutcomes = ['succeeded', 'refused', 'indeterminate', 'failed'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

export const checkStatuses = ['notStarted', 'requested', 'inProgress', ...checkOutcomes] as const;
export type CheckStatus = (typeof checkStatuses)[number];

/** Who holds the ball: whose move a check is waiting for. */
export const checkHolders = ['candidate', 'thirdParty', 'employer'] as const;
export type CheckHolder = (typeof checkHolders)[number];

export const dbsLevels = ['basic', 'standard', 'enhanced', 'enhancedWithBarredList'] as const;
export type DbsLevel = (typeof dbsLevels)[number];

export const vacancyStream = (id: Uuid): string => `vacancy-${id}`;
export const applicationStream = (id: Uuid): string => `application-${id}`;

/** One application of one person to one vacancy: the same person applying again finds the same stream. */
export const applicationIdOf = (vacancyId: Uuid, personId: Uuid): Uuid =>
  uuid5(`application:${vacancyId}:${personId}`);

/** How an organisation, or the team of the post, stood on one readiness item when a vacancy was opened. */
export interface ReadinessOnOpening {
  readonly clauseId: Uuid;
  readonly title: string;
  readonly status: 'met' | 'waived';
  /** Only where the team has it in place, and not the organisation. */
  readonly teamId?: Uuid;
}

export type VacancyOpened = DomainEvent<
  'VacancyOpened',
  {
    readonly vacancyId: Uuid;
    readonly organisationId: Uuid;
    readonly localityId: Uuid;
    readonly postId: Uuid;
    readonly title: string;
    readonly engagementKind: RecruitedEngagementKind;
    readonly roleFamily: string;
    readonly places: number;
    readonly stages: readonly Stage[];
    /** Last day on which applications are taken; null until filled. */
    readonly closesOn: CalendarDate | null;
    /** Why the organisation was held to be ready: answers "was it ready before it advertised?" for ever. */
    readonly readiness: readonly ReadinessOnOpening[];
  }
>;

export const vacancyClosings = ['filled', 'closingDatePassed', 'withdrawn'] as const;
export type VacancyClosing = (typeof vacancyClosings)[number];

export type VacancyClosed = DomainEvent<
  'VacancyClosed',
  {
    readonly vacancyId: Uuid;
    readonly organisationId: Uuid;
    readonly localityId: Uuid;
    readonly postId: Uuid;
    readonly reason: VacancyClosing;
  }
>;

/** What every event of an application says about whose it is. */
export interface ApplicationRef {
  readonly applicationId: Uuid;
  readonly vacancyId: Uuid;
  readonly personId: Uuid;
  readonly organisationId: Uuid;
}

/** Where an application leads to: the post, and the kind of engagement in it. */
export interface AppliedFor {
  readonly postId: Uuid;
  readonly localityId: Uuid;
  readonly engagementKind: RecruitedEngagementKind;
  readonly roleFamily: string;
}

export type ApplicationSubmitted = DomainEvent<
  'ApplicationSubmitted',
  ApplicationRef & AppliedFor & { readonly stages: readonly Stage[] }
>;

export type OfferConditional = DomainEvent<
  'OfferConditional',
  ApplicationRef &
    AppliedFor & {
      /** What the framework asked for on this day for this kind of engagement. */
      readonly requiredChecks: readonly EmploymentCheck[];
      readonly hoursPerWeek: number | null;
      readonly proposedStartOn: CalendarDate | null;
    }
>;

/** Every required check has succeeded. Employment answers it with a reserved place and an engagement, or a refusal. */
export type OfferConfirmed = DomainEvent<
  'OfferConfirmed',
  ApplicationRef &
    AppliedFor & {
      readonly startsOn: CalendarDate;
      /** Null where no hours are agreed, as for bank and most volunteers. */
      readonly hoursPerWeek: number | null;
    }
>;

export type ApplicationWithdrawn = DomainEvent<
  'ApplicationWithdrawn',
  ApplicationRef & { readonly reason?: Personal<string> }
>;

export const declineReasons = [
  'notShortlisted',
  'notAppointable',
  'checksNotMet',
  'vacancyClosed',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export type ApplicationDeclined = DomainEvent<
  'ApplicationDeclined',
  ApplicationRef & { readonly reason: DeclineReason; readonly feedback?: Personal<string> }
>;
