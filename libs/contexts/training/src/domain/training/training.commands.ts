import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';
import type { CompetenceCode, CompletionWay, CourseKind, RelianceDecision } from '../../contracts.js';
import type { CourseOnDay } from '../course/course.state.js';
import type { AssessmentOutcome, ContestOutcome, EnrolmentEnding, RecordClosing } from './training.events.js';

interface InRecord {
  readonly effectiveOn: CalendarDate;
  readonly personId: Uuid;
}

interface ByOrganisation extends InRecord {
  /** The organisation that acts, and whose record the fact becomes. */
  readonly organisationId: Uuid;
}

export interface Enrol extends ByOrganisation {
  readonly type: 'Enrol';
  readonly bookedBy: Uuid;
  readonly courseId: Uuid;
  readonly cohortId: Uuid | null;
  /** Looked up in the course. */
  readonly courseKind: CourseKind;
  readonly title: string;
}

export interface EndEnrolment extends InRecord {
  readonly type: 'EndEnrolment';
  readonly enrolmentId: Uuid;
  readonly reason: EnrolmentEnding;
}

export interface RecordAttendance extends ByOrganisation {
  readonly type: 'RecordAttendance';
  readonly enrolmentId: Uuid;
  readonly hours: number;
  readonly corrects?: Correction;
}

export interface AssessCompetence extends ByOrganisation {
  readonly type: 'AssessCompetence';
  readonly courseId: Uuid | null;
  readonly competence: CompetenceCode;
  readonly assessorId: Uuid;
  readonly outcome: AssessmentOutcome;
  readonly corrects?: Correction;
}

/** Completes the course, or with `corrects` states a completion anew. */
export interface CompleteCourse extends ByOrganisation {
  readonly type: 'CompleteCourse';
  /** Looked up: the course as it was on the day of completion. */
  readonly course: CourseOnDay;
  readonly how: CompletionWay;
  readonly assessorId: Uuid | null;
  readonly corrects?: Correction;
}

export interface RecognisePriorLearning extends ByOrganisation {
  readonly type: 'RecognisePriorLearning';
  readonly courseKind: CourseKind;
  readonly title: string;
  readonly competences: readonly CompetenceCode[];
  readonly assessorId: Uuid;
  readonly refresherMonths: number | null;
  readonly reason?: string;
  readonly corrects?: Correction;
}

export interface AnnulCompletion extends ByOrganisation {
  readonly type: 'AnnulCompletion';
  readonly corrects: Correction;
}

export interface ContestCompletion extends InRecord {
  readonly type: 'ContestCompletion';
  readonly completionEventId: Uuid;
  readonly statement?: string;
}

export interface AnswerContest extends ByOrganisation {
  readonly type: 'AnswerContest';
  readonly completionEventId: Uuid;
  readonly outcome: ContestOutcome;
  readonly answer?: string;
}

export interface SharePassport extends InRecord {
  readonly type: 'SharePassport';
  readonly withOrganisationId: Uuid;
  readonly until: CalendarDate;
}

export interface EndPassportShare extends InRecord {
  readonly type: 'EndPassportShare';
  readonly withOrganisationId: Uuid;
  readonly how: 'withdrawn' | 'lapsed';
}

export interface RecordReliance extends ByOrganisation {
  readonly type: 'RecordReliance';
  readonly completionEventId: Uuid;
  readonly decision: RelianceDecision;
  readonly reason?: string;
}

export interface CloseTrainingRecord extends InRecord {
  readonly type: 'CloseTrainingRecord';
  readonly reason: RecordClosing;
}

export type TrainingCommand =
  | Enrol
  | EndEnrolment
  | RecordAttendance
  | AssessCompetence
  | CompleteCourse
  | RecognisePriorLearning
  | AnnulCompletion
  | ContestCompletion
  | AnswerContest
  | SharePassport
  | EndPassportShare
  | RecordReliance
  | CloseTrainingRecord;
