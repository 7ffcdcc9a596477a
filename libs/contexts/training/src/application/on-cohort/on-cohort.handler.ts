import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { cohortStream } from '../../contracts.js';
import {
  cohort,
  type CohortCommand,
  type CohortRefusal,
  type CohortState,
  type PlanCohort,
} from '../../domain/index.js';

type OnCohortCommand = Exclude<CohortCommand, PlanCohort>;

/**
 * A command on a cohort that exists. The organisation that runs it may give every one; another organisation books seats
 * for its own people and gives them back; and everybody may give back their own seat.
 */
export class OnCohort extends Command<Outcome<CohortRefusal>> {
  constructor(
    readonly act: Act,
    readonly cohortId: Uuid,
    readonly command: OnCohortCommand,
  ) {
    super();
  }
}

export const ownerOfCohort =
  (command: OnCohortCommand) =>
  (state: CohortState): Owner | undefined => {
    if (state.status === 'None') return undefined;
    const { organisationId } = state.ref;
    if (command.type === 'ReserveSeat') return { organisations: [organisationId, command.bookedBy] };
    if (command.type !== 'ReleaseSeat') return { organisations: [organisationId] };
    const { personId } = command;
    const booking = [...state.reserved, ...state.waiting].find((entry) => entry.personId === personId);
    const bookedBy = booking ? [booking.bookedBy] : [];
    return { organisations: [organisationId, ...bookedBy], person: personId };
  };

@CommandHandler(OnCohort)
export class OnCohortHandler implements ICommandHandler<OnCohort> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, cohortId, command }: OnCohort): Promise<Outcome<CohortRefusal>> {
    return this.commanding.run(act, {
      area: 'training',
      decider: cohort,
      stream: cohortStream(cohortId),
      command,
      payload: command,
      owner: ownerOfCohort(command),
    });
  }
}
