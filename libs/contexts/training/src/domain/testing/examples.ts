import type { CourseCompleted, CourseRegistered } from '../../contracts.js';
import { enrolmentIdOf } from '../../contracts.js';
import type { RegisterCourse } from '../course/course.commands.js';
import type { CourseOnDay } from '../course/course.state.js';
import type { CompleteCourse, Enrol } from '../training/training.commands.js';
import type { TrainingEvent } from '../training/training.events.js';

/* One course and one person's record as examples for the specs. */

const id = (last: string): string => `00000000-0000-4000-8000-${last.padStart(12, '0')}`;

export const courseId = id('1');
export const cohortId = id('2');
export const personId = id('3');
export const assessorId = id('4');
/** Runs the course and records completions. */
export const provider = id('5');
/** Another organisation, to which the person may show the passport. */
export const receiver = id('6');
export const enrolmentId = enrolmentIdOf(personId, courseId, cohortId);

/** What enrolments and cohorts say of the course. */
export const ofCourse = {
  courseId,
  courseKind: 'imroc40',
  title: 'Peer support training, 40 hours',
} as const;

const registration = {
  courseId,
  title: 'Peer support training, 40 hours',
  kind: 'imroc40',
  provider: 'ImROC',
  accreditor: null,
  level: null,
  hours: 40,
  outcome: 'assessed',
  competences: ['hee1', 'hee3.2'],
  refresherMonths: null,
  organisationId: provider,
  effectiveOn: '2025-01-06',
} as const;

export const registerCourse = (changes: Partial<RegisterCourse> = {}): RegisterCourse => ({
  type: 'RegisterCourse',
  ...registration,
  ...changes,
});

export const courseRegistered = (changes: Partial<CourseRegistered['data']> = {}): CourseRegistered => ({
  type: 'CourseRegistered',
  data: { ...registration, ...changes },
});

export const courseOnDay = (changes: Partial<CourseOnDay> = {}): CourseOnDay => ({
  courseId,
  kind: 'imroc40',
  title: 'Peer support training, 40 hours',
  outcome: 'assessed',
  competences: ['hee1', 'hee3.2'],
  refresherMonths: 36,
  ...changes,
});

export const enrol = (changes: Partial<Enrol> = {}): Enrol => ({
  type: 'Enrol',
  effectiveOn: '2025-02-01',
  personId,
  courseId,
  cohortId,
  courseKind: 'imroc40',
  title: 'Peer support training, 40 hours',
  organisationId: provider,
  bookedBy: receiver,
  ...changes,
});

export const ofEnrolment = { personId, enrolmentId, courseId, cohortId, organisationId: provider };

export const enrolled: TrainingEvent = {
  type: 'Enrolled',
  data: {
    ...ofEnrolment,
    bookedBy: receiver,
    courseKind: 'imroc40',
    title: 'Peer support training, 40 hours',
    effectiveOn: '2025-02-01',
  },
};

export const attended = (effectiveOn: string, hours = 6): TrainingEvent => ({
  type: 'AttendanceRecorded',
  data: { ...ofEnrolment, hours, effectiveOn },
});

export const completeCourse = (changes: Partial<CompleteCourse> = {}): CompleteCourse => ({
  type: 'CompleteCourse',
  effectiveOn: '2025-03-14',
  personId,
  organisationId: provider,
  course: courseOnDay(),
  how: 'assessed',
  assessorId,
  ...changes,
});

export const courseCompleted = (changes: Partial<CourseCompleted['data']> = {}): CourseCompleted => ({
  type: 'CourseCompleted',
  data: {
    personId,
    courseId,
    enrolmentId: null,
    courseKind: 'imroc40',
    title: 'Peer support training, 40 hours',
    how: 'assessed',
    assessorId,
    competences: ['hee1', 'hee3.2'],
    expiresOn: '2028-03-14',
    organisationId: provider,
    sharedWith: [],
    effectiveOn: '2025-03-14',
    ...changes,
  },
});

export const shared = (
  completions: readonly string[],
  effectiveOn = '2025-04-01',
  until = '2025-09-30',
): TrainingEvent => ({
  type: 'PassportShared',
  data: { personId, withOrganisationId: receiver, until, completions, effectiveOn },
});

export const shareEnded = (
  completions: readonly string[],
  effectiveOn: string,
  how: 'withdrawn' | 'lapsed' = 'withdrawn',
): TrainingEvent => ({
  type: 'PassportShareEnded',
  data: { personId, withOrganisationId: receiver, how, completions, effectiveOn },
});
