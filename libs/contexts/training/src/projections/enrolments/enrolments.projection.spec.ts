import { describe, it } from '@jest/globals';
import { foldSpec, givenId } from '@alongside/projections/testing';
import {
  attended,
  cohortId,
  courseCompleted,
  courseId,
  enrolled,
  enrolmentId,
  ofEnrolment,
  personId,
  provider,
  receiver,
} from '../../domain/testing/examples.js';
import { enrolments, type EnrolmentRow } from './enrolments.projection.js';

const { given } = foldSpec<EnrolmentRow>(enrolments);

const row: EnrolmentRow = {
  enrolment_id: enrolmentId,
  person_id: personId,
  course_id: courseId,
  cohort_id: cohortId,
  organisation_id: provider,
  booked_by: receiver,
  course_kind: 'imroc40',
  title: 'Peer support training, 40 hours',
  status: 'going',
  enrolled_on: '2025-02-01',
  attended: {},
  days_attended: 0,
  hours_attended: 0,
  completed_on: null,
  completed_by: null,
  ended_on: null,
  end_reason: null,
};
const corrects = { eventId: givenId(1), reason: 'wrongDate' } as const;
const annulled = (completion: number) => ({
  type: 'CompletionAnnulled',
  data: { personId, completionEventId: givenId(completion), enrolmentId, effectiveOn: '2025-06-01' },
  corrects: { eventId: givenId(completion), reason: 'enteredInError' } as const,
});
const completedRow: EnrolmentRow = {
  ...row,
  status: 'completed',
  completed_on: '2025-03-14',
  completed_by: givenId(1),
};

describe('the list of enrolments', () => {
  it('shows who is enrolled since when', () => {
    given(enrolled).then(row);
  });
  it('adds up the days and hours attended', () => {
    given(enrolled, attended('2025-03-01'), attended('2025-03-02', 4.5)).then({
      ...row,
      attended: {
        [givenId(1)]: { on: '2025-03-01', hours: 6 },
        [givenId(2)]: { on: '2025-03-02', hours: 4.5 },
      },
      days_attended: 2,
      hours_attended: 10.5,
    });
  });
  it('counts a corrected day once', () => {
    given(enrolled, attended('2025-03-01'), { ...attended('2025-03-02', 3), corrects }).then({
      ...row,
      attended: { [givenId(2)]: { on: '2025-03-02', hours: 3 } },
      days_attended: 1,
      hours_attended: 3,
    });
  });
  it('shows when it was completed', () => {
    given(enrolled, courseCompleted({ enrolmentId })).then(completedRow);
  });
  it('shows the corrected day of completion', () => {
    given(enrolled, courseCompleted({ enrolmentId }), {
      ...courseCompleted({ enrolmentId, effectiveOn: '2025-03-10' }),
      corrects,
    }).then({ ...completedRow, completed_on: '2025-03-10', completed_by: givenId(2) });
  });
  it('goes on again when its completion is annulled, and not when another one is', () => {
    given(enrolled, courseCompleted({ enrolmentId }), annulled(1)).then(row);
    given(enrolled, courseCompleted({ enrolmentId }), annulled(0)).then(completedRow);
  });
  it('shows how it ended', () => {
    given(enrolled, {
      type: 'EnrolmentEnded',
      data: { ...ofEnrolment, reason: 'withdrew', effectiveOn: '2025-02-20' },
    }).then({ ...row, status: 'ended', ended_on: '2025-02-20', end_reason: 'withdrew' });
  });
  it('shows an enrolment that was begun anew', () => {
    given(enrolled, courseCompleted({ enrolmentId }), {
      ...enrolled,
      data: { ...enrolled.data, effectiveOn: '2028-02-01' },
    }).then({ ...row, enrolled_on: '2028-02-01' });
  });
  it('is not touched by a completion outside it', () => {
    given(enrolled, courseCompleted()).then(row);
  });
});
