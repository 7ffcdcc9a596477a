import { describe, expect, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import type { Published } from '@alongside/projections';
import { training, type SeatReleased, type SeatReserved } from '../../domain/index.js';
import {
  cohortId,
  enrol,
  enrolled,
  ofCourse,
  ofEnrolment,
  personId,
  provider,
  receiver,
} from '../../domain/testing/examples.js';
import { enrolmentEndedBy, enrolmentWith } from './seats-and-enrolments.js';

const { given } = specFor(training);
const seat = { ...ofCourse, cohortId, organisationId: provider, personId, bookedBy: receiver };
const reserved = {
  type: 'SeatReserved',
  data: { ...seat, fromWaitingList: false, effectiveOn: '2025-02-01' },
} as Published<SeatReserved>;
const released = (because: 'givenBack' | 'cohortCancelled') =>
  ({
    type: 'SeatReleased',
    data: { ...seat, because, effectiveOn: '2025-02-20' },
  }) as Published<SeatReleased>;

describe('a seat', () => {
  it('enrols its holder for the organisation that booked it', () => {
    expect(enrolmentWith(reserved)).toEqual(enrol());
    given().when(enrolmentWith(reserved)).then(enrolled);
  });
  it.each([
    ['givenBack', 'seatReleased'],
    ['cohortCancelled', 'cohortCancelled'],
  ] as const)('that is %s ends the enrolment that came with it: %s', (because, reason) => {
    given(enrolled)
      .when(enrolmentEndedBy(released(because)))
      .then({ type: 'EnrolmentEnded', data: { ...ofEnrolment, reason, effectiveOn: '2025-02-20' } });
  });
});
