import { reject, type Uuid } from '@alongside/kernel';
import { enrolmentIdOf } from '../../contracts.js';
import { isCompetenceCode, isOfPerson } from '../reference/competence-domains.js';
import type { AssessCompetence, EndEnrolment, Enrol, RecordAttendance } from './training.commands.js';
import type { OfEnrolment } from './training.events.js';
import type { Decision, Enrolment, Refusal, TrainingState } from './training.state.js';

const enrolmentOf = (state: TrainingState, id: Uuid): Enrolment | undefined =>
  state.enrolments.find(({ enrolmentId }) => enrolmentId === id);

const ref = ({ personId, enrolmentId, courseId, cohortId, organisationId }: OfEnrolment): OfEnrolment => ({
  personId,
  enrolmentId,
  courseId,
  cohortId,
  organisationId,
});

/** Enrols anew where an earlier enrolment of the same kind is over. */
export const enrol = (command: Enrol, state: TrainingState): Decision => {
  const { personId, courseId, cohortId, organisationId, bookedBy, courseKind, title, effectiveOn } = command;
  const enrolmentId = enrolmentIdOf(personId, courseId, cohortId);
  const before = enrolmentOf(state, enrolmentId);
  if (before?.status === 'going') return reject('AlreadyEnrolled');
  if (before && effectiveOn < before.lastOn) return reject('BeforeLastStep');
  const of = { personId, enrolmentId, courseId, cohortId, organisationId };
  return [{ type: 'Enrolled', data: { ...of, bookedBy, courseKind, title, effectiveOn } }];
};

export const endEnrolment = (
  { enrolmentId, reason, effectiveOn }: EndEnrolment,
  state: TrainingState,
): Decision => {
  const enrolment = enrolmentOf(state, enrolmentId);
  if (enrolment?.status !== 'going') return reject('NotEnrolled');
  if (effectiveOn < enrolment.from) return reject('BeforeEnrolment');
  if (reason === 'withdrew' && enrolment.cohortId !== null) return reject('SeatHeld');
  return [{ type: 'EnrolmentEnded', data: { ...ref(enrolment), reason, effectiveOn } }];
};

/** A fact to correct stands in the record and was recorded by the organisation that corrects it. */
export const faultOfCorrection = (
  fact: { readonly organisationId: Uuid } | undefined,
  organisationId: Uuid,
): Refusal | undefined => {
  if (!fact) return reject('NothingToCorrect');
  return fact.organisationId === organisationId ? undefined : reject('RecordedByAnother');
};

export const recordAttendance = (command: RecordAttendance, state: TrainingState): Decision => {
  const { enrolmentId, hours, organisationId, effectiveOn, corrects } = command;
  const enrolment = enrolmentOf(state, enrolmentId);
  if (!enrolment || enrolment.status === 'ended') return reject('NotEnrolled');
  if (effectiveOn < enrolment.from) return reject('BeforeEnrolment');
  if (!(hours > 0 && hours <= 24)) return reject('HoursNotPossible');
  const days = state.attendance.filter((day) => day.enrolmentId === enrolmentId);
  const fault =
    corrects &&
    faultOfCorrection(
      days.find(({ eventId }) => eventId === corrects.eventId),
      organisationId,
    );
  if (fault) return fault;
  const sameDay = days.find(({ on, eventId }) => on === effectiveOn && eventId !== corrects?.eventId);
  if (sameDay?.hours === hours && !corrects) return [];
  if (sameDay) return reject('AttendanceRecordedAlready', { hours: sameDay.hours });
  const data = { ...ref(enrolment), organisationId, hours, effectiveOn };
  return [{ type: 'AttendanceRecorded', data, ...(corrects ? { corrects } : {}) }];
};

/** A competence that a person can have, by its code. */
export const faultOfCompetences = (competences: readonly string[]): Refusal | undefined => {
  const unknown = competences.filter((code) => !isCompetenceCode(code));
  if (unknown.length > 0) return reject('UnknownCompetence', { competences: unknown });
  return competences.every(isOfPerson) ? undefined : reject('CompetenceOfOrganisations');
};

export const assessCompetence = (command: AssessCompetence, state: TrainingState): Decision => {
  const { personId, courseId, competence, assessorId, outcome, organisationId, effectiveOn, corrects } =
    command;
  const fault = faultOfCompetences([competence]);
  if (fault) return fault;
  if (assessorId === personId) return reject('AssessedByLearner');
  const wrong = corrects && state.assessments.find(({ eventId }) => eventId === corrects.eventId);
  const faultToo = corrects && faultOfCorrection(wrong, organisationId);
  if (faultToo) return faultToo;
  const data = { personId, courseId, competence, assessorId, outcome, organisationId, effectiveOn };
  return [{ type: 'CompetenceAssessed', data, ...(corrects ? { corrects } : {}) }];
};
