import type { Decider } from '@alongside/kernel';
import { delegate, endDelegation } from './delegation.rules.js';
import { end, grant } from './granting.rules.js';
import type { MembershipCommand } from './membership.commands.js';
import type { MembershipRefusal } from './membership.refusals.js';
import {
  evolve,
  notHeld,
  type Decision,
  type MembershipEvent,
  type MembershipState,
} from './membership.state.js';

const decide = (command: MembershipCommand, state: MembershipState): Decision => {
  switch (command.type) {
    case 'GrantRole':
      return grant(command, state);
    case 'EndRole':
      return end(command, state);
    case 'DelegateRole':
      return delegate(command, state);
    case 'EndDelegation':
      return endDelegation(command, state);
    default:
      return command satisfies never;
  }
};

/** What one person's holding of one role in one scope comes to: when they have it, and to whom they lend it. */
export const membership: Decider<MembershipCommand, MembershipState, MembershipEvent, MembershipRefusal> = {
  initialState: notHeld,
  decide,
  evolve,
};
