import { addMonths, reject, type CalendarDate, type Uuid } from '@alongside/kernel';
import { faultOfCompetences, faultOfCorrection } from './learning.js';
import type { AnnulCompletion, CompleteCourse, RecognisePriorLearning } from './training.commands.js';
import {
  completionOf,
  type Decision,
  type HeldCompletion,
  type Refusal,
  type TrainingState,
} from './training.state.js';

/** Counts up to the day before: a completion of 2025-01-31 with one month no longer counts on 2025-02-28. */
const expiry = (on: CalendarDate, refresherMonths: number | null): CalendarDate | null =>
  refresherMonths === null ? null : addMonths(on, refresherMonths);

/** Other organisations that can read the passport; on `day` where one is named. */
const readers = (state: TrainingState, recordedBy: Uuid, day?: CalendarDate): readonly Uuid[] =>
  state.shares
    .filter(({ endedOn, until }) => endedOn === null && (day === undefined || day <= until))
    .map(({ organisationId }) => organisationId)
    .filter((organisationId) => organisationId !== recordedBy);

/** Attended is not assessed, and nobody assesses themselves. */
const faultOfAssessment = ({ how, assessorId, personId, course }: CompleteCourse): Refusal | undefined => {
  if (how === 'attended') return assessorId === null ? undefined : reject('AssessorWithoutAssessment');
  if (course.outcome === 'attended') return reject('CourseRecordsAttendanceOnly');
  if (assessorId === null) return reject('AssessorMissing');
  return assessorId === personId ? reject('AssessedByLearner') : undefined;
};

/** Competences of the course whose last assessment in it says that they are not yet shown. */
const notShown = ({ course, effectiveOn }: CompleteCourse, state: TrainingState): readonly string[] =>
  course.competences.filter((competence) => {
    const last = state.assessments.findLast(
      (entry) =>
        entry.courseId === course.courseId && entry.competence === competence && entry.on <= effectiveOn,
    );
    return last?.outcome === 'notYetShown';
  });

/** A correction of a completion of the same course (null: prior learning) by the organisation that recorded it. */
const faultOfCorrected = (
  {
    corrects,
    organisationId,
    effectiveOn,
  }: Pick<CompleteCourse, 'corrects' | 'organisationId' | 'effectiveOn'>,
  course: Uuid | null,
  state: TrainingState,
): Refusal | undefined => {
  if (!corrects) return undefined;
  const corrected = completionOf(state, corrects.eventId);
  const fault = faultOfCorrection(corrected, organisationId);
  if (fault) return fault;
  if (corrected?.courseId !== course) return reject('CompletionOfAnotherCourse');
  const enrolment = state.enrolments.find(({ completedBy }) => completedBy === corrects.eventId);
  return enrolment && effectiveOn < enrolment.from ? reject('BeforeEnrolment') : undefined;
};

/** The enrolment that the completion completes: the one completed in error, or one of this course begun by then. */
const enrolmentFor = (
  { course, effectiveOn, corrects }: CompleteCourse,
  state: TrainingState,
): Uuid | null => {
  const enrolment = corrects
    ? state.enrolments.find(({ completedBy }) => completedBy === corrects.eventId)
    : state.enrolments.findLast(
        ({ courseId, status, from }) =>
          courseId === course.courseId && status === 'going' && from <= effectiveOn,
      );
  return enrolment?.enrolmentId ?? null;
};

const sameDay = (
  state: TrainingState,
  { effectiveOn, corrects }: Pick<CompleteCourse, 'effectiveOn' | 'corrects'>,
  isSame: (completion: HeldCompletion) => boolean,
): HeldCompletion | undefined =>
  state.completions.find(
    (completion) =>
      completion.on === effectiveOn && completion.eventId !== corrects?.eventId && isSame(completion),
  );

export const completeCourse = (command: CompleteCourse, state: TrainingState): Decision => {
  const { personId, course, how, assessorId, organisationId, effectiveOn, corrects } = command;
  const fault = faultOfAssessment(command) ?? faultOfCorrected(command, course.courseId, state);
  if (fault) return fault;
  const competences = how === 'assessed' ? notShown(command, state) : [];
  if (competences.length > 0) return reject('CompetenceNotShown', { competences });
  const same = sameDay(state, command, ({ courseId }) => courseId === course.courseId);
  if (same?.how === how && same.assessorId === assessorId && !corrects) return [];
  if (same) return reject('AlreadyCompleted');
  const data = {
    personId,
    courseId: course.courseId,
    enrolmentId: enrolmentFor(command, state),
    courseKind: course.kind,
    title: course.title,
    how,
    assessorId,
    competences: course.competences,
    expiresOn: expiry(effectiveOn, course.refresherMonths),
    organisationId,
    sharedWith: readers(state, organisationId, effectiveOn),
    effectiveOn,
  };
  return [{ type: 'CourseCompleted', data, ...(corrects ? { corrects } : {}) }];
};

export const recognisePriorLearning = (command: RecognisePriorLearning, state: TrainingState): Decision => {
  const { personId, courseKind, title, competences, assessorId, organisationId, effectiveOn } = command;
  const { refresherMonths, reason, corrects } = command;
  if (assessorId === personId) return reject('AssessedByLearner');
  const fault = faultOfCompetences(competences) ?? faultOfCorrected(command, null, state);
  if (fault) return fault;
  const same = sameDay(
    state,
    command,
    (completion) => completion.courseId === null && completion.courseKind === courseKind,
  );
  if (same) return same.assessorId === assessorId && !corrects ? [] : reject('AlreadyCompleted');
  const data = {
    personId,
    courseKind,
    title,
    how: 'assessed',
    assessorId,
    competences,
    expiresOn: expiry(effectiveOn, refresherMonths),
    organisationId,
    sharedWith: readers(state, organisationId, effectiveOn),
    effectiveOn,
    ...(reason === undefined ? {} : { reason }),
  } as const;
  return [{ type: 'PriorLearningRecognised', data, ...(corrects ? { corrects } : {}) }];
};

export const annulCompletion = (command: AnnulCompletion, state: TrainingState): Decision => {
  const { personId, organisationId, effectiveOn, corrects } = command;
  const completion = completionOf(state, corrects.eventId);
  const fault = faultOfCorrection(completion, organisationId);
  if (fault) return fault;
  return [
    {
      type: 'CompletionAnnulled',
      data: {
        personId,
        completionEventId: corrects.eventId,
        enrolmentId: completion?.enrolmentId ?? null,
        organisationId,
        sharedWith: readers(state, organisationId),
        effectiveOn,
      },
      corrects,
    },
  ];
};
