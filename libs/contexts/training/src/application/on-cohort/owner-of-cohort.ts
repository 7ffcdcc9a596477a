import type { Owner } from '@alongside/application';
import type { CohortCommand, CohortState, PlanCohort } from '../../domain/index.js';

/** The commands on a cohort that is planned. */
export type OnCohortCommand = Exclude<CohortCommand, PlanCohort>;

/** Who may give a command on a cohort: who runs it, and of bookings who books, and of giving one back the person. */
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
