import { reject, type CalendarDate, type Decider, type Rejected, type Uuid } from '@alongside/kernel';
import type { LoginLinked, LoginUnlinked } from '../../contracts.js';
import { correcting } from '../correcting.js';
import type { LinkLogin, LoginCommand, UnlinkLogin } from './login.commands.js';
import type { LoginRefusal } from './login.refusals.js';

export type LoginEvent = LoginLinked | LoginUnlinked;

/** One login leads to one person, for as long as it leads anywhere. */
export type LoginState =
  | { readonly status: 'None' }
  | {
      readonly status: 'Linked' | 'Unlinked';
      readonly eventId: Uuid;
      readonly loginId: Uuid;
      readonly personId: Uuid;
      readonly linkedOn: CalendarDate;
    };

type Decision = readonly LoginEvent[] | Rejected<LoginRefusal>;

const link = (command: LinkLogin, state: LoginState): Decision => {
  const { loginId, personId, loginOfPerson, effectiveOn, corrects } = command;
  if (state.status === 'Unlinked') return reject('LoginUnlinked');
  if (corrects) {
    if (state.status === 'None' || state.eventId !== corrects.eventId) return reject('NothingToCorrect');
  } else if (state.status === 'Linked')
    return state.personId === personId ? [] : reject('LoginLinkedToAnother');
  if (loginOfPerson !== null && loginOfPerson !== loginId) return reject('PersonHasLogin');
  return [{ type: 'LoginLinked', data: { loginId, personId, effectiveOn }, ...correcting(command) }];
};

const unlink = ({ effectiveOn }: UnlinkLogin, state: LoginState): Decision => {
  if (state.status === 'None') return reject('LoginNotLinked');
  if (state.status === 'Unlinked') return [];
  if (effectiveOn < state.linkedOn) return reject('UnlinkedBeforeLinked', { linkedOn: state.linkedOn });
  const { loginId, personId } = state;
  return [{ type: 'LoginUnlinked', data: { loginId, personId, effectiveOn } }];
};

export const login: Decider<LoginCommand, LoginState, LoginEvent, LoginRefusal> = {
  initialState: { status: 'None' },
  decide: (command, state) => (command.type === 'LinkLogin' ? link(command, state) : unlink(command, state)),
  evolve: (state, { id, type, data }) => {
    if (type === 'LoginUnlinked') return state.status === 'None' ? state : { ...state, status: 'Unlinked' };
    const { loginId, personId, effectiveOn } = data;
    return { status: 'Linked', eventId: id, loginId, personId, linkedOn: effectiveOn };
  },
};
