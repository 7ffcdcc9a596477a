import type { Catalogue, DomainEvent, Personal, Uuid } from '@alongside/kernel';
import type {
  CompetenceCode,
  CompletionAnnulled,
  CourseCompleted,
  CourseKind,
  PassportShared,
  PassportShareEnded,
  PriorLearningRecognised,
  RelianceRecorded,
} from '../../contracts.js';

export interface OfEnrolment {
  readonly personId: Uuid;
  readonly enrolmentId: Uuid;
  readonly courseId: Uuid;
  readonly cohortId: Uuid | null;
  /** The organisation that runs it. */
  readonly organisationId: Uuid;
}

export type Enrolled = DomainEvent<
  'Enrolled',
  OfEnrolment & {
    /** The organisation for which the person takes part. */
    readonly bookedBy: Uuid;
    readonly courseKind: CourseKind;
    readonly title: string;
  }
>;

export const enrolmentEndings = ['withdrew', 'seatReleased', 'cohortCancelled', 'didNotComplete'] as const;
export type EnrolmentEnding = (typeof enrolmentEndings)[number];

export type EnrolmentEnded = DomainEvent<
  'EnrolmentEnded',
  OfEnrolment & { readonly reason: EnrolmentEnding }
>;

/** The person was there on this day, for so many hours. May correct an earlier record of attendance. */
export type AttendanceRecorded = DomainEvent<'AttendanceRecorded', OfEnrolment & { readonly hours: number }>;

export const assessmentOutcomes = ['shown', 'notYetShown'] as const;
export type AssessmentOutcome = (typeof assessmentOutcomes)[number];

export type CompetenceAssessed = DomainEvent<
  'CompetenceAssessed',
  {
    readonly personId: Uuid;
    /** The course in which it was assessed; null where it was at work. */
    readonly courseId: Uuid | null;
    readonly competence: CompetenceCode;
    readonly assessorId: Uuid;
    readonly outcome: AssessmentOutcome;
    readonly organisationId: Uuid;
  }
>;

/** The person says that a completion is recorded wrongly. */
export type CompletionContested = DomainEvent<
  'CompletionContested',
  {
    readonly personId: Uuid;
    readonly completionEventId: Uuid;
    /** The organisation that recorded it and has to answer. */
    readonly organisationId: Uuid;
    readonly statement?: Personal<string>;
  }
>;

export const contestOutcomes = ['upheld', 'notUpheld'] as const;
export type ContestOutcome = (typeof contestOutcomes)[number];

/** What the organisation answered. Where it upholds the contest, a correction follows. */
export type CompletionContestAnswered = DomainEvent<
  'CompletionContestAnswered',
  {
    readonly personId: Uuid;
    readonly contestEventId: Uuid;
    readonly completionEventId: Uuid;
    readonly organisationId: Uuid;
    readonly outcome: ContestOutcome;
    readonly answer?: Personal<string>;
  }
>;

export const recordClosings = ['erased', 'duplicate'] as const;
export type RecordClosing = (typeof recordClosings)[number];

export type TrainingRecordClosed = DomainEvent<
  'TrainingRecordClosed',
  { readonly personId: Uuid; readonly reason: RecordClosing }
>;

export type TrainingEvent =
  | Enrolled
  | EnrolmentEnded
  | AttendanceRecorded
  | CompetenceAssessed
  | CourseCompleted
  | PriorLearningRecognised
  | CompletionAnnulled
  | CompletionContested
  | CompletionContestAnswered
  | PassportShared
  | PassportShareEnded
  | RelianceRecorded
  | TrainingRecordClosed;

const enrolment = [
  'effectiveOn',
  'personId',
  'enrolmentId',
  'courseId',
  'cohortId',
  'organisationId',
] as const;
const completion = [
  'effectiveOn',
  'personId',
  'courseKind',
  'title',
  'how',
  'assessorId',
  'competences',
  'expiresOn',
  'organisationId',
  'sharedWith',
] as const;
const share = ['effectiveOn', 'personId', 'withOrganisationId', 'completions'] as const;
const ofCompletion = ['effectiveOn', 'personId', 'completionEventId', 'organisationId'] as const;
const written = { version: 1, subject: 'personId' } as const;

export const trainingRecordCatalogue: Catalogue<TrainingEvent> = {
  Enrolled: { ...written, open: [...enrolment, 'bookedBy', 'courseKind', 'title'] },
  EnrolmentEnded: { ...written, open: [...enrolment, 'reason'] },
  AttendanceRecorded: { ...written, open: [...enrolment, 'hours'] },
  CompetenceAssessed: {
    ...written,
    open: ['effectiveOn', 'personId', 'courseId', 'competence', 'assessorId', 'outcome', 'organisationId'],
  },
  CourseCompleted: { ...written, open: [...completion, 'courseId', 'enrolmentId'] },
  PriorLearningRecognised: { ...written, open: completion, sealed: { reason: 'C2' } },
  CompletionAnnulled: { ...written, open: [...ofCompletion, 'enrolmentId', 'sharedWith'] },
  CompletionContested: { ...written, open: ofCompletion, sealed: { statement: 'C2' } },
  CompletionContestAnswered: {
    ...written,
    open: [...ofCompletion, 'contestEventId', 'outcome'],
    sealed: { answer: 'C2' },
  },
  PassportShared: { ...written, open: [...share, 'until'] },
  PassportShareEnded: { ...written, open: [...share, 'how'] },
  RelianceRecorded: { ...written, open: [...ofCompletion, 'decision'], sealed: { reason: 'C2' } },
  TrainingRecordClosed: { ...written, open: ['effectiveOn', 'personId', 'reason'] },
};
