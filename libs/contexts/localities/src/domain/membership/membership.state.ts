import type { CalendarDate, Fact, Rejected, Uuid } from '@alongside/kernel';
import type { Role, RoleEvent, Scope } from '../../contracts.js';
import { endedBy, holdsOn, through, type Period } from '../period.js';
import type { MembershipRefusal } from './membership.refusals.js';

export type MembershipEvent = RoleEvent;

export interface Grant extends Period {
  readonly eventId: Uuid;
  readonly membershipId: Uuid;
  readonly personId: Uuid;
  readonly role: Role;
  readonly scope: Scope;
}

/** `personId` lends the role that `grantId` gave them. */
export interface Delegation extends Grant {
  readonly grantId: Uuid;
  readonly delegateId: Uuid;
}

/** Every grant that one person has had of one role in one scope, and to whom they lent it. */
export interface MembershipState {
  readonly grants: readonly Grant[];
  readonly delegations: readonly Delegation[];
}

export type Decision = readonly MembershipEvent[] | Rejected<MembershipRefusal>;

export const notHeld: MembershipState = { grants: [], delegations: [] };

/** Whether the role is held on a day. */
export const isHeldOn = ({ grants }: MembershipState, day: CalendarDate): boolean =>
  grants.some((one) => holdsOn(one, day));

/** The grants after another fact about them. */
export const grantsAfter = (
  grants: readonly Grant[],
  { id, type, data }: Extract<Fact<MembershipEvent>, { type: 'RoleGranted' | 'RoleEnded' }>,
): readonly Grant[] => {
  if (type === 'RoleEnded')
    return grants.map((one) => (one.eventId === data.grantId ? endedBy(one, data.effectiveOn) : one));
  const { membershipId, personId, role, scope, endsOn, effectiveOn } = data;
  return [...grants, { eventId: id, membershipId, personId, role, scope, ...through(effectiveOn, endsOn) }];
};

export const evolve = (state: MembershipState, fact: Fact<MembershipEvent>): MembershipState => {
  switch (fact.type) {
    case 'RoleGranted':
    case 'RoleEnded':
      return { ...state, grants: grantsAfter(state.grants, fact) };
    case 'RoleDelegated': {
      const { endsOn, effectiveOn, ...rest } = fact.data;
      const lent: Delegation = { eventId: fact.id, ...rest, ...through(effectiveOn, endsOn) };
      return { ...state, delegations: [...state.delegations, lent] };
    }
    case 'DelegationEnded': {
      const { delegationId, effectiveOn } = fact.data;
      return {
        ...state,
        delegations: state.delegations.map((one) =>
          one.eventId === delegationId ? endedBy(one, effectiveOn) : one,
        ),
      };
    }
  }
};
