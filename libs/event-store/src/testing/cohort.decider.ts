import { reject, type Decider, type DomainEvent } from '@alongside/kernel';

export type CohortOpened = DomainEvent<'CohortOpened', { readonly seats: number }>;
export type SeatTaken = DomainEvent<'SeatTaken', { readonly person: string }>;
export type CohortClosed = DomainEvent<'CohortClosed'>;
export type CohortEvent = CohortOpened | SeatTaken | CohortClosed;
export type CohortCommand =
  | { readonly type: 'OpenCohort'; readonly seats: number; readonly corrects?: string }
  | { readonly type: 'TakeSeat'; readonly person: string }
  | { readonly type: 'CloseCohort' };
export type CohortReason = 'CohortFull' | 'CohortNotOpen';

export interface CohortState {
  readonly status: 'None' | 'Open' | 'Closed';
  readonly seats: number;
  readonly taken: readonly string[];
}

export const effectiveOn = '2026-04-01';

const decide = (command: CohortCommand, state: CohortState) => {
  if (command.type === 'OpenCohort') {
    const opened: CohortOpened = { type: 'CohortOpened', data: { effectiveOn, seats: command.seats } };
    const { corrects } = command;
    return [
      corrects ? { ...opened, corrects: { eventId: corrects, reason: 'enteredInError' as const } } : opened,
    ];
  }
  if (state.status !== 'Open') return reject<CohortReason>('CohortNotOpen');
  if (command.type === 'CloseCohort') return [{ type: 'CohortClosed' as const, data: { effectiveOn } }];
  if (state.taken.includes(command.person)) return [];
  if (state.taken.length >= state.seats) return reject<CohortReason>('CohortFull', { seats: state.seats });
  return [{ type: 'SeatTaken' as const, data: { effectiveOn, person: command.person } }];
};

/** A toy with the one rule that makes writers contend: a cohort has so many seats. */
export const cohort: Decider<CohortCommand, CohortState, CohortEvent, CohortReason> = {
  initialState: { status: 'None', seats: 0, taken: [] },
  decide,
  evolve: (state, event) => {
    switch (event.type) {
      case 'CohortOpened':
        return { ...state, status: 'Open', seats: event.data.seats };
      case 'SeatTaken':
        return { ...state, taken: [...state.taken, event.data.person] };
      case 'CohortClosed':
        return { ...state, status: 'Closed' };
    }
  },
};
