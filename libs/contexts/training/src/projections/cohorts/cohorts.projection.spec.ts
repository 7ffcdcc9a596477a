import { describe, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import { cohortId, courseId, personId, provider, receiver } from '../../domain/testing/examples.js';
import { seats, type SeatRow } from '../seats/seats.projection.js';
import { cohorts, type CohortRow } from './cohorts.projection.js';

const ref = { cohortId, courseId, organisationId: provider };
const planned = {
  type: 'CohortPlanned',
  data: { ...ref, seats: 2, startsOn: '2025-03-01', endsOn: '2025-04-30', effectiveOn: '2025-01-10' },
};
const booking = (type: string, effectiveOn: string, more: object = {}) => ({
  type,
  data: { ...ref, personId, bookedBy: receiver, effectiveOn, ...more },
});
const reserved = booking('SeatReserved', '2025-02-01', { fromWaitingList: false });
const waits = booking('WaitingListJoined', '2025-02-02');
const movedUp = booking('SeatReserved', '2025-02-03', { fromWaitingList: true });
const released = booking('SeatReleased', '2025-02-04');
const left = booking('WaitingListLeft', '2025-02-05');

describe('the list of cohorts', () => {
  const { given } = foldSpec<CohortRow>(cohorts);
  const row: CohortRow = {
    cohort_id: cohortId,
    course_id: courseId,
    organisation_id: provider,
    seats: 2,
    reserved: 0,
    waiting: 0,
    starts_on: '2025-03-01',
    ends_on: '2025-04-30',
    cancelled_on: null,
  };

  it('shows the seats of a cohort and how many are taken', () => {
    given(planned).then(row);
    given(planned, reserved, reserved).then({ ...row, reserved: 2 });
    given(planned, reserved, released).then(row);
  });
  it('counts those who wait until they move up or leave', () => {
    given(planned, waits, waits).then({ ...row, waiting: 2 });
    given(planned, waits, waits, movedUp).then({ ...row, reserved: 1, waiting: 1 });
    given(planned, waits, left).then(row);
  });
  it('shows how many seats were agreed last, and when it was cancelled', () => {
    given(
      planned,
      { type: 'SeatsAgreed', data: { ...ref, seats: 5, effectiveOn: '2025-02-10' } },
      { type: 'CohortCancelled', data: { ...ref, effectiveOn: '2025-02-20' } },
    ).then({ ...row, seats: 5, cancelled_on: '2025-02-20' });
  });
});

describe('the seats of a cohort', () => {
  const { given } = foldSpec<SeatRow>(seats);
  const row: SeatRow = {
    cohort_id: cohortId,
    person_id: personId,
    course_id: courseId,
    organisation_id: provider,
    booked_by: receiver,
    status: 'reserved',
    since: '2025-02-01',
  };

  it('show who holds one and which organisation booked it', () => {
    given(planned, reserved).then(row);
  });
  it('show who waits, and since when somebody has moved up', () => {
    given(planned, waits).then({ ...row, status: 'waiting', since: '2025-02-02' });
    given(planned, waits, movedUp).then({ ...row, since: '2025-02-03' });
  });
  it('show who gave one back or waits no longer', () => {
    given(planned, reserved, released).then({ ...row, status: 'released', since: '2025-02-04' });
    given(planned, waits, left).then({ ...row, status: 'released', since: '2025-02-05' });
  });
});
