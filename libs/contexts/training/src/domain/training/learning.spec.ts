import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import {
  assessorId,
  attended,
  courseCompleted,
  courseId,
  enrol,
  enrolled,
  enrolmentId,
  ofEnrolment,
  personId,
  provider,
  receiver,
} from '../testing/examples.js';
import type { AssessCompetence, RecordAttendance } from './training.commands.js';
import { training } from './training.decider.js';
import type { TrainingEvent } from './training.events.js';

const { given } = specFor(training);
const enteredInError = (index: number) => ({ eventId: factId(index), reason: 'enteredInError' }) as const;

const ended: TrainingEvent = {
  type: 'EnrolmentEnded',
  data: { ...ofEnrolment, reason: 'didNotComplete', effectiveOn: '2025-02-20' },
};

describe('enrolling', () => {
  it('begins a record', () => {
    given().when(enrol()).then(enrolled);
  });
  it('refuses somebody who is enrolled', () => {
    given(enrolled).when(enrol()).thenRejected('AlreadyEnrolled');
  });
  it('is possible again once an enrolment is over, but not before it was', () => {
    const again = { ...enrolled, data: { ...enrolled.data, effectiveOn: '2025-02-21' } } as TrainingEvent;
    given(enrolled, ended)
      .when(enrol({ effectiveOn: '2025-02-21' }))
      .then(again);
    given(enrolled, ended)
      .when(enrol({ effectiveOn: '2025-02-19' }))
      .thenRejected('BeforeLastStep');
  });
  it('is possible again for a refresher', () => {
    const again = { ...enrolled, data: { ...enrolled.data, effectiveOn: '2028-02-01' } } as TrainingEvent;
    given(enrolled, courseCompleted({ enrolmentId }))
      .when(enrol({ effectiveOn: '2028-02-01' }))
      .then(again);
  });
});

describe('ending an enrolment', () => {
  const end = { type: 'EndEnrolment', personId, enrolmentId, reason: 'didNotComplete' } as const;

  it('says why', () => {
    given(enrolled)
      .when({ ...end, effectiveOn: '2025-02-20' })
      .then(ended);
  });
  it('gives back the seat first where somebody withdraws who holds one', () => {
    given(enrolled)
      .when({ ...end, reason: 'withdrew', effectiveOn: '2025-02-20' })
      .thenRejected('SeatHeld');
  });
  it('refuses a day before it began', () => {
    given(enrolled)
      .when({ ...end, effectiveOn: '2025-01-31' })
      .thenRejected('BeforeEnrolment');
  });
  it('refuses an enrolment that is over or never was', () => {
    given(enrolled, ended)
      .when({ ...end, effectiveOn: '2025-02-21' })
      .thenRejected('NotEnrolled');
    given(enrolled, courseCompleted({ enrolmentId }))
      .when({ ...end, effectiveOn: '2025-03-21' })
      .thenRejected('NotEnrolled');
    given()
      .when({ ...end, effectiveOn: '2025-02-20' })
      .thenRejected('RecordNotOpen');
  });
});

describe('recording attendance', () => {
  const attend = (effectiveOn: string, changes: Partial<RecordAttendance> = {}): RecordAttendance => ({
    type: 'RecordAttendance',
    effectiveOn,
    personId,
    organisationId: provider,
    enrolmentId,
    hours: 6,
    ...changes,
  });

  it('keeps the hours of each day', () => {
    given(enrolled, attended('2025-03-01')).when(attend('2025-03-02')).then(attended('2025-03-02'));
  });
  it('records nothing when the same is said again', () => {
    given(enrolled, attended('2025-03-01')).when(attend('2025-03-01')).thenNothing();
  });
  it('refuses other hours for the same day, which is a correction', () => {
    given(enrolled, attended('2025-03-01'))
      .when(attend('2025-03-01', { hours: 3 }))
      .thenRejected('AttendanceRecordedAlready', { hours: 6 });
  });
  it('corrects the hours, or the day', () => {
    const corrects = enteredInError(1);
    given(enrolled, attended('2025-03-01'))
      .when(attend('2025-03-01', { hours: 3, corrects }))
      .then({ ...attended('2025-03-01', 3), corrects } as TrainingEvent);
    given(enrolled, attended('2025-03-01'))
      .when(attend('2025-03-02', { corrects }))
      .then({ ...attended('2025-03-02'), corrects } as TrainingEvent);
  });
  it('refuses to correct towards a day that is recorded, another enrolment, or what was corrected', () => {
    const corrects = enteredInError(1);
    given(enrolled, attended('2025-03-01'), attended('2025-03-02'))
      .when(attend('2025-03-02', { corrects }))
      .thenRejected('AttendanceRecordedAlready', { hours: 6 });
    given(enrolled, attended('2025-03-01'))
      .when(attend('2025-03-01', { corrects: enteredInError(0) }))
      .thenRejected('NothingToCorrect');
    given(enrolled, attended('2025-03-01'), { ...attended('2025-03-01', 3), corrects } as TrainingEvent)
      .when(attend('2025-03-01', { corrects }))
      .thenRejected('NothingToCorrect');
  });
  it('refuses a correction by an organisation that did not record it', () => {
    given(enrolled, attended('2025-03-01'))
      .when(attend('2025-03-01', { hours: 3, corrects: enteredInError(1), organisationId: receiver }))
      .thenRejected('RecordedByAnother');
  });
  it.each([0, -1, 25, Number.NaN])('refuses %s hours in a day', (hours) => {
    given(enrolled).when(attend('2025-03-01', { hours })).thenRejected('HoursNotPossible');
  });
  it('refuses somebody who was not enrolled then', () => {
    given(enrolled).when(attend('2025-01-31')).thenRejected('BeforeEnrolment');
    given(enrolled, ended).when(attend('2025-03-01')).thenRejected('NotEnrolled');
    given(courseCompleted()).when(attend('2025-03-01')).thenRejected('NotEnrolled');
  });
});

describe('assessing a competence', () => {
  const assess = (changes: Partial<AssessCompetence> = {}): AssessCompetence => ({
    type: 'AssessCompetence',
    effectiveOn: '2025-03-10',
    personId,
    organisationId: provider,
    courseId,
    competence: 'hee3.2',
    assessorId,
    outcome: 'shown',
    ...changes,
  });
  const assessed = (changes: object = {}): TrainingEvent => ({
    type: 'CompetenceAssessed',
    data: {
      personId,
      courseId,
      competence: 'hee3.2',
      assessorId,
      outcome: 'shown',
      organisationId: provider,
      effectiveOn: '2025-03-10',
      ...changes,
    },
  });

  it('says who assessed what, and can happen at work', () => {
    given(enrolled).when(assess()).then(assessed());
    given()
      .when(assess({ courseId: null, outcome: 'notYetShown' }))
      .then(assessed({ courseId: null, outcome: 'notYetShown' }));
  });
  it('refuses self-assessment', () => {
    given(enrolled)
      .when(assess({ assessorId: personId }))
      .thenRejected('AssessedByLearner');
  });
  it('refuses a competence that nobody has', () => {
    given()
      .when(assess({ competence: 'hee9' }))
      .thenRejected('CompetenceOfOrganisations');
    given()
      .when(assess({ competence: 'listening' }))
      .thenRejected('UnknownCompetence', { competences: ['listening'] });
  });
  it('corrects what the same organisation recorded', () => {
    const corrects = enteredInError(0);
    given(assessed())
      .when(assess({ outcome: 'notYetShown', corrects }))
      .then({ ...assessed({ outcome: 'notYetShown' }), corrects });
    given(assessed())
      .when(assess({ corrects, organisationId: receiver }))
      .thenRejected('RecordedByAnother');
    given(enrolled).when(assess({ corrects })).thenRejected('NothingToCorrect');
  });
});

describe('a record that is closed', () => {
  const close = {
    type: 'CloseTrainingRecord',
    personId,
    reason: 'erased',
    effectiveOn: '2026-01-01',
  } as const;
  const closed: TrainingEvent = {
    type: 'TrainingRecordClosed',
    data: { personId, reason: 'erased', effectiveOn: '2026-01-01' },
  };

  it('takes nothing more', () => {
    given(enrolled).when(close).then(closed);
    given(enrolled, closed).when(close).thenRejected('RecordNotOpen');
    given(enrolled, closed).when(enrol()).thenRejected('RecordNotOpen');
    given().when(close).thenRejected('RecordNotOpen');
  });
});
