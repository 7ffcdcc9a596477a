import {
  addDays,
  reject,
  type CalendarDate,
  type Decider,
  type Instant,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type { InvitationAccepted, InvitationSent, InvitationWithdrawn } from '../../contracts.js';
import type {
  AcceptInvitation,
  InvitationCommand,
  LoginOfPerson,
  SendInvitation,
  WithdrawInvitation,
} from './invitation.commands.js';
import type { InvitationRefusal } from './invitation.refusals.js';

export type InvitationEvent = InvitationSent | InvitationWithdrawn | InvitationAccepted;

export type InvitationState =
  | { readonly status: 'None' }
  | {
      readonly status: 'Sent' | 'Withdrawn' | 'Accepted';
      readonly invitationId: Uuid;
      readonly personId: Uuid;
      readonly organisationId: Uuid;
      readonly codeHash: string;
      readonly expiresOn: CalendarDate;
      readonly sentOn: CalendarDate;
      readonly sentAt: Instant;
      /** By which it was accepted; null until it is. */
      readonly loginId: Uuid | null;
    };

type Decision = readonly InvitationEvent[] | Rejected<InvitationRefusal>;

const DAYS_UNLESS_SAID = 14;
const DAYS_AT_MOST = 60;

const send = (command: SendInvitation, state: InvitationState): Decision => {
  const { invitationId, personId, organisationId, codeHash, loginOfPerson, byOperator, effectiveOn } =
    command;
  if (state.status !== 'None') return reject('InvitationSentBefore');
  if (loginOfPerson?.unlinkedAt === null) return reject('PersonHasLogin');
  if (loginOfPerson && !byOperator) return reject('OperatorNeeded');
  const expiresOn = command.expiresOn ?? addDays(effectiveOn, DAYS_UNLESS_SAID);
  const latest = addDays(effectiveOn, DAYS_AT_MOST);
  if (expiresOn < effectiveOn) return reject('ExpiresTooEarly', { earliest: effectiveOn });
  if (expiresOn > latest) return reject('ExpiresTooLate', { latest });
  return [
    {
      type: 'InvitationSent',
      data: { invitationId, personId, organisationId, codeHash, expiresOn, effectiveOn },
    },
  ];
};

/** Facts are folded by their days: by a clock that is behind, what ends an invitation would come before it. */
const notBefore = (sentOn: CalendarDate, day: CalendarDate): CalendarDate => (day < sentOn ? sentOn : day);

const withdraw = (command: WithdrawInvitation, state: InvitationState): Decision => {
  if (state.status === 'None') return reject('NoSuchInvitation');
  if (state.status === 'Accepted') return reject('InvitationAccepted');
  if (state.status === 'Withdrawn') return [];
  const { invitationId, personId, sentOn } = state;
  const effectiveOn = notBefore(sentOn, command.effectiveOn);
  return [{ type: 'InvitationWithdrawn', data: { invitationId, personId, effectiveOn } }];
};

/**
 * Whoever knew the code of an earlier invitation could be somebody else than the person: were it to hold after a login
 * was taken away, an organisation's staff could take a lead's login and keep a code to become them.
 */
const loginRefused = (
  login: AcceptInvitation['login'],
  ofPerson: LoginOfPerson | null,
  sentAt: Instant,
): InvitationRefusal | undefined => {
  if (login === 'somebody') return 'LoginOfSomebody';
  if (login === 'unlinked') return 'LoginUnlinked';
  if (!ofPerson) return undefined;
  if (ofPerson.unlinkedAt === null) return 'PersonHasLogin';
  return ofPerson.unlinkedAt >= sentAt ? 'InvitationOutdated' : undefined;
};

const accept = (command: AcceptInvitation, state: InvitationState): Decision => {
  const { codeHash, loginId, login, loginOfPerson } = command;
  if (state.status === 'None' || state.codeHash !== codeHash) return reject('NoSuchInvitation');
  const { status, invitationId, personId, organisationId, expiresOn, sentOn, sentAt } = state;
  const effectiveOn = notBefore(sentOn, command.effectiveOn);
  if (status === 'Accepted') return state.loginId === loginId ? [] : reject('InvitationAccepted');
  if (status === 'Withdrawn') return reject('InvitationWithdrawn');
  if (effectiveOn > expiresOn) return reject('InvitationExpired', { expiresOn });
  const refused = loginRefused(login, loginOfPerson, sentAt);
  if (refused) return reject(refused);
  return [
    {
      type: 'InvitationAccepted',
      data: { invitationId, personId, organisationId, loginId, effectiveOn },
    },
  ];
};

/** A code is told to one person, and makes one login theirs, once. */
export const invitation: Decider<InvitationCommand, InvitationState, InvitationEvent, InvitationRefusal> = {
  initialState: { status: 'None' },
  decide: (command, state) => {
    switch (command.type) {
      case 'SendInvitation':
        return send(command, state);
      case 'WithdrawInvitation':
        return withdraw(command, state);
      case 'AcceptInvitation':
        return accept(command, state);
    }
  },
  evolve: (state, event) => {
    if (event.type === 'InvitationSent') {
      const { effectiveOn: sentOn, ...sent } = event.data;
      return { status: 'Sent', ...sent, sentOn, sentAt: event.recordedAt, loginId: null };
    }
    if (state.status === 'None') return state;
    return event.type === 'InvitationWithdrawn'
      ? { ...state, status: 'Withdrawn' }
      : { ...state, status: 'Accepted', loginId: event.data.loginId };
  },
};
