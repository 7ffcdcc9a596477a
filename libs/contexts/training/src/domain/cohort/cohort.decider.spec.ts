import { describe, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import { cohortId, ofCourse, provider, receiver } from '../testing/examples.js';
import type { PlanCohort } from './cohort.commands.js';
import { cohort } from './cohort.decider.js';
import type { CohortEvent } from './cohort.events.js';

const { given } = specFor(cohort);
const ref = { ...ofCourse, cohortId, organisationId: provider };

const plan = (changes: Partial<PlanCohort> = {}): PlanCohort => ({
  type: 'PlanCohort',
  ...ref,
  seats: 2,
  startsOn: '2025-03-01',
  endsOn: '2025-04-30',
  courseOpen: true,
  effectiveOn: '2025-01-10',
  ...changes,
});
const planned: CohortEvent = {
  type: 'CohortPlanned',
  data: { ...ref, seats: 2, startsOn: '2025-03-01', endsOn: '2025-04-30', effectiveOn: '2025-01-10' },
};
const book = (personId: string, effectiveOn = '2025-02-01') =>
  ({ type: 'ReserveSeat', personId, bookedBy: receiver, effectiveOn }) as const;
const booking = (personId: string, effectiveOn: string) => ({
  ...ref,
  personId,
  bookedBy: receiver,
  effectiveOn,
});
const reserved = (personId: string, effectiveOn = '2025-02-01', fromWaitingList = false): CohortEvent => ({
  type: 'SeatReserved',
  data: { ...booking(personId, effectiveOn), fromWaitingList },
});
const waits = (personId: string, effectiveOn = '2025-02-01'): CohortEvent => ({
  type: 'WaitingListJoined',
  data: booking(personId, effectiveOn),
});
const released = (
  personId: string,
  effectiveOn: string,
  because: 'givenBack' | 'cohortCancelled' = 'givenBack',
): CohortEvent => ({
  type: 'SeatReleased',
  data: { ...booking(personId, effectiveOn), because },
});
const release = (personId: string, effectiveOn: string) =>
  ({ type: 'ReleaseSeat', personId, effectiveOn }) as const;
const seatsAgreed = (seats: number): CohortEvent => ({
  type: 'SeatsAgreed',
  data: { ...ref, seats, effectiveOn: '2025-02-10' },
});
const agree = (seats: number) => ({ type: 'AgreeSeats', seats, effectiveOn: '2025-02-10' }) as const;
const cancelled: CohortEvent = { type: 'CohortCancelled', data: { ...ref, effectiveOn: '2025-02-20' } };
const full = [planned, reserved('ada'), reserved('ben')];

describe('planning a cohort', () => {
  it('says how many seats there are, and from when to when', () => {
    given().when(plan()).then(planned);
  });
  it('refuses a course that is not on offer', () => {
    given()
      .when(plan({ courseOpen: false }))
      .thenRejected('CourseNotOpen');
  });
  it.each([0, -1, 2.5])('refuses %s seats', (seats) => {
    given().when(plan({ seats })).thenRejected('NoSeats');
  });
  it('refuses an end before the beginning', () => {
    given()
      .when(plan({ endsOn: '2025-02-28' }))
      .thenRejected('EndsBeforeItStarts');
  });
  it('refuses to plan twice', () => {
    given(planned).when(plan()).thenRejected('AlreadyPlanned');
  });
});

describe('reserving a seat', () => {
  it('keeps which organisation booked for whom', () => {
    given(planned).when(book('ada')).then(reserved('ada'));
  });
  it('joins the waiting list when every seat is taken', () => {
    given(...full)
      .when(book('cleo'))
      .then(waits('cleo'));
  });
  it('refuses somebody who has a seat or waits for one', () => {
    given(...full, waits('cleo'))
      .when(book('ada'))
      .thenRejected('AlreadyBooked');
    given(...full, waits('cleo'))
      .when(book('cleo'))
      .thenRejected('AlreadyBooked');
  });
  it('is possible while the cohort runs and refused when it is over', () => {
    given(planned).when(book('ada', '2025-04-30')).then(reserved('ada', '2025-04-30'));
    given(planned).when(book('ada', '2025-05-01')).thenRejected('CohortEnded');
  });
  it('refuses a day before the last thing recorded', () => {
    given(planned, reserved('ada')).when(book('ben', '2025-01-31')).thenRejected('BeforeLastStep');
  });
  it('refuses a cohort that is not planned', () => {
    given().when(book('ada')).thenRejected('CohortNotOpen');
  });
});

describe('releasing a seat', () => {
  it('frees it', () => {
    given(planned, reserved('ada')).when(release('ada', '2025-02-05')).then(released('ada', '2025-02-05'));
  });
  it('gives it to whoever has waited longest', () => {
    given(...full, waits('cleo'), waits('dev'))
      .when(release('ada', '2025-02-05'))
      .then(released('ada', '2025-02-05'), reserved('cleo', '2025-02-05', true));
  });
  it('gives it to nobody when the cohort is over', () => {
    given(...full, waits('cleo'))
      .when(release('ada', '2025-05-05'))
      .then(released('ada', '2025-05-05'));
  });
  it('leaves the waiting list', () => {
    given(...full, waits('cleo'))
      .when(release('cleo', '2025-02-05'))
      .then({ type: 'WaitingListLeft', data: booking('cleo', '2025-02-05') });
  });
  it('moves up the next when somebody has left the waiting list', () => {
    given(...full, waits('cleo'), waits('dev'), {
      type: 'WaitingListLeft',
      data: booking('cleo', '2025-02-03'),
    })
      .when(release('ben', '2025-02-05'))
      .then(released('ben', '2025-02-05'), reserved('dev', '2025-02-05', true));
  });
  it('refuses somebody who has none', () => {
    given(planned).when(release('ada', '2025-02-05')).thenRejected('NotBooked');
    given(planned, reserved('ada'), released('ada', '2025-02-05'))
      .when(release('ada', '2025-02-06'))
      .thenRejected('NotBooked');
  });
});

describe('agreeing the seats', () => {
  it('lets those who wait move up', () => {
    given(...full, waits('cleo'), waits('dev'), waits('eve'))
      .when(agree(4))
      .then(seatsAgreed(4), reserved('cleo', '2025-02-10', true), reserved('dev', '2025-02-10', true));
  });
  it('can be fewer than before, and refuses fewer than are taken', () => {
    given(planned, reserved('ada')).when(agree(1)).then(seatsAgreed(1));
    given(...full)
      .when(agree(1))
      .thenRejected('SeatsTaken', { taken: 2 });
  });
  it('records nothing for as many as there are, and refuses none', () => {
    given(planned).when(agree(2)).thenNothing();
    given(planned).when(agree(0)).thenRejected('NoSeats');
  });
});

describe('cancelling a cohort', () => {
  it('gives back every seat, and nobody moves up', () => {
    given(...full, waits('cleo'))
      .when({ type: 'CancelCohort', effectiveOn: '2025-02-20' })
      .then(
        { type: 'WaitingListLeft', data: booking('cleo', '2025-02-20') },
        released('ada', '2025-02-20', 'cohortCancelled'),
        released('ben', '2025-02-20', 'cohortCancelled'),
        cancelled,
      );
  });
  it('is the last thing that happens to it', () => {
    given(...full, cancelled)
      .when({ type: 'CancelCohort', effectiveOn: '2025-02-21' })
      .thenRejected('CohortNotOpen');
    given(...full, cancelled)
      .when(release('ada', '2025-02-21'))
      .thenRejected('CohortNotOpen');
  });
});
