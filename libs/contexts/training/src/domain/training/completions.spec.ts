import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import type { PriorLearningRecognised } from '../../contracts.js';
import {
  assessorId,
  cohortId,
  completeCourse,
  courseCompleted,
  courseId,
  courseOnDay,
  enrolled,
  enrolmentId,
  personId,
  provider,
  receiver,
  shared,
  shareEnded,
} from '../testing/examples.js';
import type { RecognisePriorLearning } from './training.commands.js';
import { training } from './training.decider.js';
import type { AssessmentOutcome, TrainingEvent } from './training.events.js';

const { given } = specFor(training);
const attendance = { how: 'attended', assessorId: null } as const;
const correcting = (index: number) => ({ eventId: factId(index), reason: 'wrongDate' }) as const;

describe('completing a course', () => {
  it('says that it was assessed, by whom, and what was shown', () => {
    given().when(completeCourse()).then(courseCompleted());
  });
  it('says that it was attended, which is not assessed', () => {
    given().when(completeCourse(attendance)).then(courseCompleted(attendance));
  });
  it('refuses an assessed completion without an assessor', () => {
    given()
      .when(completeCourse({ assessorId: null }))
      .thenRejected('AssessorMissing');
  });
  it('refuses an assessed completion by the learner', () => {
    given()
      .when(completeCourse({ assessorId: personId }))
      .thenRejected('AssessedByLearner');
  });
  it('refuses an assessed completion of a course that records attendance only', () => {
    const course = courseOnDay({ outcome: 'attended' });
    given().when(completeCourse({ course })).thenRejected('CourseRecordsAttendanceOnly');
    given()
      .when(completeCourse({ course, ...attendance }))
      .then(courseCompleted(attendance));
  });
  it('refuses an assessor for attendance', () => {
    given()
      .when(completeCourse({ how: 'attended' }))
      .thenRejected('AssessorWithoutAssessment');
  });
  it('completes the enrolment in the course', () => {
    given(enrolled).when(completeCourse()).then(courseCompleted({ enrolmentId }));
  });
  it('completes no enrolment that began later or is over', () => {
    given(enrolled)
      .when(completeCourse({ effectiveOn: '2025-01-31' }))
      .then(courseCompleted({ effectiveOn: '2025-01-31', expiresOn: '2028-01-31' }));
    given(enrolled, {
      type: 'EnrolmentEnded',
      data: {
        personId,
        enrolmentId,
        courseId,
        cohortId,
        organisationId: provider,
        reason: 'didNotComplete',
        effectiveOn: '2025-03-01',
      },
    })
      .when(completeCourse())
      .then(courseCompleted());
  });
  it.each([
    ['2025-03-14', 12, '2026-03-14'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-03-14', null, null],
  ])('of %s with a refresher after %s months counts until %s', (effectiveOn, refresherMonths, expiresOn) => {
    given()
      .when(completeCourse({ effectiveOn, course: courseOnDay({ refresherMonths }) }))
      .then(courseCompleted({ effectiveOn, expiresOn }));
  });
  it('records nothing when the same is said again', () => {
    given(courseCompleted()).when(completeCourse()).thenNothing();
  });
  it('refuses another completion of the same day, which is a correction', () => {
    given(courseCompleted()).when(completeCourse(attendance)).thenRejected('AlreadyCompleted');
  });
  it('is possible again on another day', () => {
    given(courseCompleted())
      .when(completeCourse({ effectiveOn: '2028-03-01' }))
      .then(courseCompleted({ effectiveOn: '2028-03-01', expiresOn: '2031-03-01' }));
  });
});

describe('a competence not yet shown', () => {
  const assessed = (outcome: AssessmentOutcome, effectiveOn: string): TrainingEvent => ({
    type: 'CompetenceAssessed',
    data: {
      personId,
      courseId,
      competence: 'hee3.2',
      assessorId,
      outcome,
      organisationId: provider,
      effectiveOn,
    },
  });

  it('stands in the way of an assessed completion, not of attendance', () => {
    given(assessed('notYetShown', '2025-03-10'))
      .when(completeCourse())
      .thenRejected('CompetenceNotShown', { competences: ['hee3.2'] });
    given(assessed('notYetShown', '2025-03-10'))
      .when(completeCourse(attendance))
      .then(courseCompleted(attendance));
  });
  it('stands no longer in the way once it is shown', () => {
    given(assessed('notYetShown', '2025-03-10'), assessed('shown', '2025-03-12'))
      .when(completeCourse())
      .then(courseCompleted());
  });
  it('does not stand in the way of an earlier completion', () => {
    given(assessed('notYetShown', '2025-03-20')).when(completeCourse()).then(courseCompleted());
  });
});

describe('recognising prior learning', () => {
  const recognise = (changes: Partial<RecognisePriorLearning> = {}): RecognisePriorLearning => ({
    type: 'RecognisePriorLearning',
    effectiveOn: '2025-05-01',
    personId,
    organisationId: provider,
    courseKind: 'imroc40',
    title: 'Peer training in Leeds, 2019',
    competences: ['hee1'],
    assessorId,
    refresherMonths: 24,
    reason: 'Portfolio and conversation',
    ...changes,
  });
  const recognised = (changes: Partial<PriorLearningRecognised['data']> = {}): PriorLearningRecognised => ({
    type: 'PriorLearningRecognised',
    data: {
      personId,
      courseKind: 'imroc40',
      title: 'Peer training in Leeds, 2019',
      how: 'assessed',
      assessorId,
      competences: ['hee1'],
      expiresOn: '2027-05-01',
      organisationId: provider,
      sharedWith: [],
      reason: 'Portfolio and conversation',
      effectiveOn: '2025-05-01',
      ...changes,
    },
  });

  it('counts as an assessed completion of that kind of course', () => {
    given().when(recognise()).then(recognised());
  });
  it('refuses the learner as assessor', () => {
    given()
      .when(recognise({ assessorId: personId }))
      .thenRejected('AssessedByLearner');
  });
  it('refuses competences that nobody has', () => {
    given()
      .when(recognise({ competences: ['hee9'] }))
      .thenRejected('CompetenceOfOrganisations');
  });
  it('records nothing when the same is said again, and refuses another assessor for it', () => {
    given(recognised()).when(recognise()).thenNothing();
    given(recognised())
      .when(recognise({ assessorId: receiver }))
      .thenRejected('AlreadyCompleted');
  });
  it('can be corrected', () => {
    const corrects = correcting(0);
    given(recognised())
      .when(recognise({ effectiveOn: '2025-05-02', corrects }))
      .then({ ...recognised({ effectiveOn: '2025-05-02', expiresOn: '2027-05-02' }), corrects });
  });
  it('does not stand in for a completed course', () => {
    given(courseCompleted())
      .when(recognise({ corrects: correcting(0) }))
      .thenRejected('CompletionOfAnotherCourse');
  });
});

describe('correcting a completion', () => {
  const corrects = correcting(1);
  const begun = [enrolled, courseCompleted({ enrolmentId })] as const;

  it('states it anew, for the same enrolment', () => {
    given(...begun)
      .when(completeCourse({ effectiveOn: '2025-03-10', corrects }))
      .then({
        ...courseCompleted({ enrolmentId, effectiveOn: '2025-03-10', expiresOn: '2028-03-10' }),
        corrects,
      });
  });
  it('can say that it was only attended', () => {
    given(...begun)
      .when(completeCourse({ ...attendance, corrects }))
      .then({ ...courseCompleted({ ...attendance, enrolmentId }), corrects });
  });
  it('refuses what was corrected before', () => {
    given(...begun, { ...courseCompleted({ ...attendance, enrolmentId }), corrects })
      .when(completeCourse({ corrects }))
      .thenRejected('NothingToCorrect');
  });
  it('refuses another course, and an event that is no completion', () => {
    given(...begun)
      .when(completeCourse({ course: courseOnDay({ courseId: cohortId }), corrects }))
      .thenRejected('CompletionOfAnotherCourse');
    given(...begun)
      .when(completeCourse({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
  it('refuses an organisation that did not record it', () => {
    given(...begun)
      .when(completeCourse({ organisationId: receiver, corrects }))
      .thenRejected('RecordedByAnother');
  });
  it('refuses a day before the enrolment that it completed', () => {
    given(...begun)
      .when(completeCourse({ effectiveOn: '2025-01-31', corrects }))
      .thenRejected('BeforeEnrolment');
  });
});

describe('annulling a completion', () => {
  const annul = (index: number, organisationId = provider) =>
    ({
      type: 'AnnulCompletion',
      personId,
      organisationId,
      corrects: correcting(index),
      effectiveOn: '2025-06-01',
    }) as const;
  const annulled = (sharedWith: readonly string[] = []): TrainingEvent => ({
    type: 'CompletionAnnulled',
    data: {
      personId,
      completionEventId: factId(1),
      enrolmentId,
      organisationId: provider,
      sharedWith,
      effectiveOn: '2025-06-01',
    },
    corrects: correcting(1),
  });
  const begun = [enrolled, courseCompleted({ enrolmentId })] as const;

  it('puts nothing in its place, and says who could read it', () => {
    given(...begun)
      .when(annul(1))
      .then(annulled());
    given(...begun, shared([factId(1)]))
      .when(annul(1))
      .then(annulled([receiver]));
  });
  it('opens the enrolment again', () => {
    given(...begun, annulled())
      .when(completeCourse({ effectiveOn: '2025-06-02' }))
      .then(courseCompleted({ enrolmentId, effectiveOn: '2025-06-02', expiresOn: '2028-06-02' }));
  });
  it('refuses to annul twice, or what another organisation recorded', () => {
    given(...begun, annulled())
      .when(annul(1))
      .thenRejected('NothingToCorrect');
    given(...begun)
      .when(annul(1, receiver))
      .thenRejected('RecordedByAnother');
  });
});

describe('a completion recorded while the passport is shared', () => {
  it('shows to those who can read the passport', () => {
    given(enrolled, shared([]))
      .when(completeCourse({ effectiveOn: '2025-05-01' }))
      .then(
        courseCompleted({
          enrolmentId,
          effectiveOn: '2025-05-01',
          expiresOn: '2028-05-01',
          sharedWith: [receiver],
        }),
      );
  });
  it('does not show to them once the share has ended or run out', () => {
    given(enrolled, shared([]), shareEnded([], '2025-04-20'))
      .when(completeCourse({ effectiveOn: '2025-05-01' }))
      .then(courseCompleted({ enrolmentId, effectiveOn: '2025-05-01', expiresOn: '2028-05-01' }));
    given(enrolled, shared([]))
      .when(completeCourse({ effectiveOn: '2025-10-01' }))
      .then(courseCompleted({ enrolmentId, effectiveOn: '2025-10-01', expiresOn: '2028-10-01' }));
  });
  it('names nobody beside the organisation that records it', () => {
    given(enrolled, shared([]))
      .when(completeCourse({ effectiveOn: '2025-05-01', organisationId: receiver }))
      .then(
        courseCompleted({
          enrolmentId,
          organisationId: receiver,
          effectiveOn: '2025-05-01',
          expiresOn: '2028-05-01',
        }),
      );
  });
});
