import {
  addHours,
  reject,
  type CalendarDate,
  type Decider,
  type Instant,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type { BreakGlassEvent, BreakGlassRequested } from '../../contracts.js';
import type {
  ApproveBreakGlass,
  BreakGlassCommand,
  EndBreakGlass,
  RefuseBreakGlass,
  RequestBreakGlass,
} from './break-glass.commands.js';
import type { BreakGlassRefusal } from './break-glass.refusals.js';

/** Hours after which a request that nobody answered can no longer be. */
export const HOURS_TO_ANSWER = 24;

/** Hours for which one approval opens anything, at the most. */
export const MOST_HOURS_OPEN = 24;

/** What every fact of the stream repeats. */
type About = Omit<BreakGlassRequested['data'], 'reason' | 'hours'>;

interface Requested {
  readonly about: About;
  readonly hours: number;
  readonly requestedAt: Instant;
}

export type BreakGlassState =
  | { readonly status: 'None' }
  | (Requested & { readonly status: 'Requested' })
  | (Requested & { readonly status: 'Refused' })
  | (Requested & {
      readonly status: 'Approved';
      readonly approvedBy: Uuid;
      readonly from: Instant;
      readonly until: Instant;
    });

type Decision = readonly BreakGlassEvent[] | Rejected<BreakGlassRefusal>;

const request = (command: RequestBreakGlass, state: BreakGlassState): Decision => {
  const { type: _, classes, reason, hours, ...rest } = command;
  if (state.status !== 'None') return reject('AlreadyRequested');
  if (classes.length === 0) return reject('NoClasses');
  if (reason.trim() === '') return reject('ReasonMissing');
  if (!Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS_OPEN)
    return reject('HoursOutOfRange', { hours });
  return [
    {
      type: 'BreakGlassRequested',
      data: { ...rest, classes: [...new Set(classes)].toSorted(), reason: reason.trim(), hours },
    },
  ];
};

// Who answers shortly after midnight may still act on yesterday: facts of one request never go back in time.
const following = (about: About, effectiveOn: CalendarDate): About => ({
  ...about,
  effectiveOn: effectiveOn < about.effectiveOn ? about.effectiveOn : effectiveOn,
});

/** Why a request cannot be answered at this moment; undefined where it can. */
const unanswerable = (
  state: Exclude<BreakGlassState, { status: 'None' }>,
  at: Instant,
): Rejected<BreakGlassRefusal> | undefined => {
  if (state.status !== 'Requested') return reject('AlreadyAnswered', { status: state.status.toLowerCase() });
  return at < addHours(state.requestedAt, HOURS_TO_ANSWER) ? undefined : reject('RequestLapsed');
};

const approve = ({ by, at, effectiveOn }: ApproveBreakGlass, state: BreakGlassState): Decision => {
  if (state.status === 'None') return reject('NotRequested');
  if (by === state.about.requestedBy) return reject('SelfApproval');
  return (
    unanswerable(state, at) ?? [
      {
        type: 'BreakGlassApproved',
        data: {
          ...following(state.about, effectiveOn),
          approvedBy: by,
          from: at,
          until: addHours(at, state.hours),
        },
      },
    ]
  );
};

const refuse = ({ by, at, effectiveOn }: RefuseBreakGlass, state: BreakGlassState): Decision => {
  if (state.status === 'None') return reject('NotRequested');
  return (
    unanswerable(state, at) ?? [
      { type: 'BreakGlassRefused', data: { ...following(state.about, effectiveOn), refusedBy: by } },
    ]
  );
};

const end = ({ by, at, effectiveOn }: EndBreakGlass, state: BreakGlassState): Decision => {
  if (!isOpenAt(state, at)) return reject('BreakGlassNotOpen');
  return [{ type: 'BreakGlassEnded', data: { ...following(state.about, effectiveOn), endedBy: by, at } }];
};

/** Whether records may be read under it at a moment. */
export const isOpenAt = (
  state: BreakGlassState,
  at: Instant,
): state is Extract<BreakGlassState, { status: 'Approved' }> =>
  state.status === 'Approved' && at < state.until;

const decide = (command: BreakGlassCommand, state: BreakGlassState): Decision => {
  switch (command.type) {
    case 'RequestBreakGlass':
      return request(command, state);
    case 'ApproveBreakGlass':
      return approve(command, state);
    case 'RefuseBreakGlass':
      return refuse(command, state);
    case 'EndBreakGlass':
      return end(command, state);
  }
};

/** One emergency: who asked to read whose records and why, who let them, and until when. */
export const breakGlass: Decider<BreakGlassCommand, BreakGlassState, BreakGlassEvent, BreakGlassRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve: (state, fact) => {
    if (fact.type === 'BreakGlassRequested') {
      const { reason: _, hours, ...about } = fact.data;
      return { status: 'Requested', about, hours, requestedAt: fact.recordedAt };
    }
    if (state.status === 'None') return state;
    const about = { ...state.about, effectiveOn: fact.data.effectiveOn };
    switch (fact.type) {
      case 'BreakGlassRefused':
        return { ...state, about, status: 'Refused' };
      case 'BreakGlassApproved': {
        const { approvedBy, from, until } = fact.data;
        return { ...state, about, status: 'Approved', approvedBy, from, until };
      }
      case 'BreakGlassEnded':
        return state.status === 'Approved' ? { ...state, about, until: fact.data.at } : state;
    }
  },
};
