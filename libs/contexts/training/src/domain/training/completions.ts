import { addMonths, reject, type CalendarDate, type Correction, type Uuid } from '@alongside/kernel';
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

/** Organisations that go on reading the passport, so that a completion learnt of now shows to them too. */
const readers = (state: TrainingState, on: CalendarDate, recordedBy: Uuid): readonly Uuid[] =>
  state.shares
    .filter(({ endedOn, until }) => endedOn === null && until >= on)
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

const faultOfCorrected = (
  corrects: Correction | undefined,
  organisationId: Uuid,
  state: TrainingState,
): Refusal | undefined =>
  corrects && faultOfCorrection(completionOf(state, corrects.eventId), organisationId);

/** The enrolment that the completion completes: of this course, begun by then, and going on or completed in error. */
const enrolmentFor = (command: CompleteCourse, state: TrainingState): Uuid | null => {
  const { course, effectiveOn, corrects } = command;
  const enrolment = state.enrolments
    .filter(({ courseId, from }) => courseId === course.courseId && from <= effectiveOn)
    .findLast(
      ({ status, completedBy }) =>
        status === 'going' || (corrects !== undefined && completedBy === corrects.eventId),
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
  const fault = faultOfAssessment(command) ?? faultOfCorrected(corrects, organisationId, state);
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
    sharedWith: readers(state, effectiveOn, organisationId),
    effectiveOn,
  };
  return [{ type: 'CourseCompleted', data, ...(corrects ? { corrects } : {}) }];
};

export const recognisePriorLearning = (command: RecognisePriorLearning, state: TrainingState): Decision => {
  const { personId, courseKind, title, competences, assessorId, organisationId, effectiveOn } = command;
  const { refresherMonths, reason, corrects } = command;
  if (assessorId === personId) return reject('AssessedByLearner');
  const fault = faultOfCompetences(competences) ?? faultOfCorrected(corrects, organisationId, state);
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
    sharedWith: readers(state, effectiveOn, organisationId),
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
  const enrolmentId = completion?.enrolmentId ?? null;
  return [
    {
      type: 'CompletionAnnulled',
      data: { personId, completionEventId: corrects.eventId, enrolmentId, organisationId, effectiveOn },
      corrects,
    },
  ];
};
