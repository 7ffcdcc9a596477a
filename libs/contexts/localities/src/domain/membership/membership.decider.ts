import { reject, type CalendarDate, type Decider, type Rejected, type Uuid } from '@alongside/kernel';
import {
  DEPLOYMENT,
  membershipIdOf,
  scopesOfRole,
  type Role,
  type RoleEnded,
  type RoleGranted,
  type Scope,
} from '../../contracts.js';
import { correcting } from '../correcting.js';
import { endedBy, holdsOn, overlap, through, type Period } from '../period.js';
import type { EndRole, GrantRole, MembershipCommand } from './membership.commands.js';
import type { MembershipRefusal } from './membership.refusals.js';

export type MembershipEvent = RoleGranted | RoleEnded;

export interface Grant extends Period {
  readonly eventId: Uuid;
  readonly membershipId: Uuid;
  readonly personId: Uuid;
  readonly role: Role;
  readonly scope: Scope;
}

/** Every grant that one person has had of one role in one scope. */
export interface MembershipState {
  readonly grants: readonly Grant[];
}

type Decision = readonly MembershipEvent[] | Rejected<MembershipRefusal>;

const grant = (command: GrantRole, { grants }: MembershipState): Decision => {
  const { personId, role, scope, endsOn, effectiveOn, corrects } = command;
  const membershipId = membershipIdOf(personId, role, scope.id);
  if (grants.some((other) => other.membershipId !== membershipId)) return reject('MembershipOfAnother');
  if (corrects && !grants.some(({ eventId }) => eventId === corrects.eventId))
    return reject('NothingToCorrect');
  if (!scopesOfRole[role].includes(scope.kind))
    return reject('RoleNotHeldInSuchScope', { role, kind: scope.kind });
  if (scope.kind === 'self' && scope.id !== personId) return reject('ScopeOfAnother');
  if (scope.kind === 'deployment' && scope.id !== DEPLOYMENT)
    return reject('RoleNotHeldInSuchScope', { role });
  if (endsOn !== null && endsOn < effectiveOn) return reject('RoleEndsBeforeStart');
  const period = through(effectiveOn, endsOn);
  const others = grants.filter(({ eventId }) => eventId !== corrects?.eventId);
  if (others.some((other) => overlap(other, period))) return reject('RoleAlreadyHeld');
  return [
    {
      type: 'RoleGranted',
      data: { membershipId, personId, role, scope: { kind: scope.kind, id: scope.id }, endsOn, effectiveOn },
      ...correcting(command),
    },
  ];
};

/** A grant can be ended on its first day: whoever must lose a right loses it at once. */
const end = (command: EndRole, { grants }: MembershipState): Decision => {
  const { effectiveOn, corrects } = command;
  const held = corrects
    ? grants.find(({ eventId }) => eventId === corrects.eventId)
    : grants.find((one) => holdsOn(one, effectiveOn));
  if (!held) return reject(refusalToEnd(command, grants));
  const { eventId, membershipId, personId, role, scope } = held;
  return [
    {
      type: 'RoleEnded',
      data: { membershipId, grantId: eventId, personId, role, scope, effectiveOn },
      ...correcting(command),
    },
  ];
};

const refusalToEnd = ({ corrects, effectiveOn }: EndRole, grants: readonly Grant[]): MembershipRefusal => {
  if (corrects) return 'NothingToCorrect';
  return grants.some(({ from }) => effectiveOn < from) ? 'RoleEndsBeforeStart' : 'RoleNotHeld';
};

/** Whether the role is held on a day. */
export const isHeldOn = ({ grants }: MembershipState, day: CalendarDate): boolean =>
  grants.some((one) => holdsOn(one, day));

export const membership: Decider<MembershipCommand, MembershipState, MembershipEvent, MembershipRefusal> = {
  initialState: { grants: [] },
  decide: (command, state) => (command.type === 'GrantRole' ? grant(command, state) : end(command, state)),
  evolve: ({ grants }, { id, type, data }) => {
    if (type === 'RoleEnded')
      return {
        grants: grants.map((one) => (one.eventId === data.grantId ? endedBy(one, data.effectiveOn) : one)),
      };
    const { membershipId, personId, role, scope, endsOn, effectiveOn } = data;
    return {
      grants: [
        ...grants,
        { eventId: id, membershipId, personId, role, scope, ...through(effectiveOn, endsOn) },
      ],
    };
  },
};
