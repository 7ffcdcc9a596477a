import type { Commanding } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { ProcessManager, Published, Reaction } from '@alongside/projections';
import { enrolmentIdOf, trainingIdOf, trainingStream } from '../../contracts.js';
import {
  training,
  type EndEnrolment,
  type Enrol,
  type SeatReleased,
  type SeatReserved,
  type TrainingRefusal,
} from '../../domain/index.js';

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
  const answer = (
    { id, data, metadata }: Published<SeatReserved | SeatReleased>,
    command: Enrol | EndEnrolment,
    reaction: Reaction,
  ): Promise<Outcome<TrainingRefusal>> => {
    const { client, commandId } = reaction.context();
    const { correlation } = metadata;
    return commanding.run(
      { actor: 'system', client, commandId, correlation, causation: id },
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
  };
  return {
    name: 'seats-and-enrolments',
    on: {
      SeatReserved: (event, reaction) => {
        const reserved = event as Published<SeatReserved>;
        return answer(reserved, enrolmentWith(reserved), reaction);
      },
      SeatReleased: (event, reaction) => {
        const released = event as Published<SeatReleased>;
        return answer(released, enrolmentEndedBy(released), reaction);
      },
    },
  };
};
