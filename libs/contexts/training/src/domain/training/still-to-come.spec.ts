import { describe, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import {
  attended,
  completeCourse,
  courseCompleted,
  enrol,
  enrolled,
  enrolmentId,
} from '../testing/examples.js';
import { personId, provider, receiver } from '../testing/examples.js';
import { trainingOn } from './training.decider.js';

const { given } = specFor(trainingOn('2025-03-14'));

describe('what is still to come', () => {
  it('lets a completion of today be recorded, and refuses one of tomorrow', () => {
    given().when(completeCourse()).then(courseCompleted());
    given()
      .when(completeCourse({ effectiveOn: '2025-03-15' }))
      .thenRejected('StillToCome');
  });
  it('refuses attendance that has not taken place', () => {
    const attend = {
      type: 'RecordAttendance',
      personId,
      enrolmentId,
      organisationId: provider,
      hours: 6,
    } as const;
    given(enrolled)
      .when({ ...attend, effectiveOn: '2025-03-14' })
      .then(attended('2025-03-14'));
    given(enrolled)
      .when({ ...attend, effectiveOn: '2025-03-15' })
      .thenRejected('StillToCome');
  });
  it('refuses to share a passport from a later day, on which nobody would look again', () => {
    given(courseCompleted())
      .when({
        type: 'SharePassport',
        personId,
        withOrganisationId: receiver,
        until: '2025-09-30',
        effectiveOn: '2025-03-15',
      })
      .thenRejected('StillToCome');
  });
  it('lets people enrol for what begins later', () => {
    const later = { ...enrolled, data: { ...enrolled.data, effectiveOn: '2025-04-01' } } as typeof enrolled;
    given()
      .when(enrol({ effectiveOn: '2025-04-01' }))
      .then(later);
  });
});
