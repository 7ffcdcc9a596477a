import type { Commanding } from '@alongside/application';
import { isRejected, uuid5, type Rejected } from '@alongside/kernel';
import type { ProcessManager, Published } from '@alongside/projections';
import { enrolmentIdOf, trainingIdOf, trainingStream } from '../../contracts.js';
import {
  training,
  type EndEnrolment,
  type Enrol,
  type SeatReleased,
  type SeatReserved,
} from '../../domain/index.js';

const name = 'seats-and-enrolments';

/** Whoever holds a seat is enrolled, for the organisation that booked it. */
export const enrolmentWith = ({ data }: Published<SeatReserved>): Enrol => {
  const { personId, bookedBy, courseId, cohortId, organisationId, courseKind, title, effectiveOn } = data;
  const of = { personId, bookedBy, courseId, cohortId, organisationId };
  return { type: 'Enrol', ...of, courseKind, title, effectiveOn };
};

/** With the seat ends the enrolment that came with it, also where nobody gave it back and the cohort was cancelled. */
export const enrolmentEndedBy = ({ data }: Published<SeatReleased>): EndEnrolment => ({
  type: 'EndEnrolment',
  personId: data.personId,
  enrolmentId: enrolmentIdOf(data.personId, data.courseId, data.cohortId),
  reason: data.because === 'cohortCancelled' ? 'cohortCancelled' : 'seatReleased',
  effectiveOn: data.effectiveOn,
});

/**
 * A reserved seat enrols its holder, and a released one ends that enrolment. A cancelled cohort releases every seat.
 * Each fact is answered once, however often it is delivered.
 */
export const seatsAndEnrolments = (commanding: Commanding): ProcessManager => {
  const answer = async (
    { id, data, metadata }: Published<SeatReserved | SeatReleased>,
    command: Enrol | EndEnrolment,
  ): Promise<Rejected | undefined> => {
    const outcome = await commanding.run(
      {
        actor: 'system',
        client: name,
        commandId: uuid5(`${name}:${id}`),
        correlation: metadata.correlation,
        causation: id,
      },
      {
        area: 'training',
        decider: training,
        stream: trainingStream(trainingIdOf(data.personId)),
        command,
        payload: command,
        // A cohort belongs to an organisation and to no one locality.
        owner: () => ({ organisations: [data.organisationId] }),
      },
    );
    return isRejected(outcome) ? outcome : undefined;
  };
  return {
    name,
    on: {
      SeatReserved: (event) =>
        answer(event as Published<SeatReserved>, enrolmentWith(event as Published<SeatReserved>)),
      SeatReleased: (event) =>
        answer(event as Published<SeatReleased>, enrolmentEndedBy(event as Published<SeatReleased>)),
    },
  };
};
