import { addDays, addMonths, reject, type CalendarDate } from '@alongside/kernel';
import type { Role } from '../../contracts.js';
import { correcting } from '../correcting.js';
import { holdsOn, overlap, through, within } from '../period.js';
import { endOf, notOpenThroughout } from './granting.rules.js';
import type { DelegateRole, EndDelegation } from './membership.commands.js';
import type { Decision, MembershipState } from './membership.state.js';

/** Lending is for a time: whoever is to act for longer is given the role. */
export const LONGEST_DELEGATION_MONTHS = 12;

/** An operator can do anything and one's own record is nobody else's: these are given, not lent. */
export const neverLent: readonly Role[] = ['operator', 'peerWorker', 'integration'];

export const delegate = (command: DelegateRole, { grants, delegations }: MembershipState): Decision => {
  const { delegateId, endsOn, effectiveOn, corrects, place } = command;
  if (corrects && !delegations.some(({ eventId }) => eventId === corrects.eventId))
    return reject('NothingToCorrect');
  const [held] = grants;
  if (!held) return reject('RoleNotHeld');
  const { membershipId, personId, role, scope } = held;
  if (neverLent.includes(role)) return reject('RoleCannotBeLent', { role });
  if (delegateId === personId) return reject('DelegationToOneself');
  if (!command.delegateKnown) return reject('DelegateUnknown');
  if (endsOn < effectiveOn) return reject('DelegationEndsBeforeStart');
  const latest = addMonths(effectiveOn, LONGEST_DELEGATION_MONTHS);
  if (latest < endsOn) return reject('DelegationTooLong', { latest });
  const period = through(effectiveOn, endsOn);
  const refused = notOpenThroughout(scope.kind, place, period);
  if (refused) return refused;
  const grant = grants.find((one) => within(period, one));
  if (!grant) return reject('RoleNotHeldThroughout', lastDayHeld(grants, effectiveOn));
  const ownWays = delegations.filter(
    (one) => one.delegateId === delegateId && one.eventId !== corrects?.eventId,
  );
  if ([...command.heldByDelegate, ...ownWays].some((other) => overlap(other, period)))
    return reject('DelegateHoldsRole');
  const { kind, id } = scope;
  return [
    {
      type: 'RoleDelegated',
      data: {
        membershipId,
        grantId: grant.eventId,
        personId,
        delegateId,
        role,
        scope: { kind, id },
        endsOn,
        effectiveOn,
      },
      ...correcting(command),
    },
  ];
};

const lastDayHeld = (grants: MembershipState['grants'], day: CalendarDate) => {
  const until = grants.find((one) => holdsOn(one, day))?.until;
  return until ? { latest: addDays(until, -1) } : undefined;
};

export const endDelegation = (command: EndDelegation, { delegations }: MembershipState): Decision => {
  const { delegationId, effectiveOn, corrects } = command;
  const lent = delegations.find(({ eventId }) => eventId === delegationId);
  if (corrects && (!lent || corrects.eventId !== delegationId)) return reject('NothingToCorrect');
  if (!lent) return reject('DelegationUnknown');
  if (!corrects && effectiveOn < lent.from)
    return reject('DelegationEndsBeforeStart', { earliest: lent.from });
  if (!corrects && !holdsOn(lent, effectiveOn)) return reject('DelegationNotInForce');
  return [{ ...endOf(lent, effectiveOn), ...correcting(command) }];
};
