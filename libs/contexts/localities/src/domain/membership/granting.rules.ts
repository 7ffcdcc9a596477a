import { addDays, reject, type Correction, type Rejected, type Uuid } from '@alongside/kernel';
import { membershipIdOf, scopesOfRole, type DelegationEnded, type ScopeKind } from '../../contracts.js';
import { correcting } from '../correcting.js';
import { holdsOn, isEmpty, overlap, through, type Period } from '../period.js';
import type { EndRole, GrantRole, PlaceOpen } from './membership.commands.js';
import type { MembershipRefusal } from './membership.refusals.js';
import type { Decision, Delegation, Grant, MembershipState } from './membership.state.js';

/** Were roles given on borrowed authority, what is lent for a time could be kept. */
export const grant = (command: GrantRole, { grants, delegations }: MembershipState): Decision => {
  const { personId, role, scope, place, endsOn, effectiveOn, corrects } = command;
  const membershipId = membershipIdOf(personId, role, scope.id);
  if (role === 'operator') return reject('OperatorsAppointedApart');
  if (role === 'integration') return reject('RoleOfSystems');
  if (command.byBorrower) return reject('AuthorityBorrowed');
  if (command.byOperatorForOneself) return reject('RoleForOneself');
  if (grants.some((other) => other.membershipId !== membershipId)) return reject('MembershipOfAnother');
  if (corrects && !grants.some(({ eventId }) => eventId === corrects.eventId))
    return reject('NothingToCorrect');
  if (!scopesOfRole[role].includes(scope.kind))
    return reject('RoleNotHeldInSuchScope', { role, kind: scope.kind });
  if (scope.kind === 'self' && scope.id !== personId) return reject('ScopeOfAnother');
  if (endsOn !== null && endsOn < effectiveOn) return reject('RoleEndsBeforeStart');
  const period = through(effectiveOn, endsOn);
  const refused = notOpenThroughout(scope.kind, place, period);
  if (refused) return refused;
  const others = grants.filter(({ eventId }) => eventId !== corrects?.eventId);
  if (others.some((other) => overlap(other, period))) return reject('RoleAlreadyHeld');
  return [
    {
      type: 'RoleGranted',
      data: { membershipId, personId, role, scope: { kind: scope.kind, id: scope.id }, endsOn, effectiveOn },
      ...correcting(command),
    },
    ...(corrects ? undone(lentFrom(delegations, corrects.eventId), corrects) : []),
  ];
};

/**
 * A grant can be ended on its first day: whoever must lose a right loses it at once, and with them everybody to whom
 * they lent it.
 */
export const end = (command: EndRole, { grants, delegations }: MembershipState): Decision => {
  const { effectiveOn, corrects } = command;
  const held = corrects
    ? grants.find(({ eventId }) => eventId === corrects.eventId)
    : grants.find((one) => holdsOn(one, effectiveOn));
  if (!held) return reject(refusalToEnd(command, grants));
  const { eventId, membershipId, personId, role, scope } = held;
  if (role === 'operator') return reject('OperatorsAppointedApart');
  if (command.byBorrower) return reject('AuthorityBorrowed');
  const lent = lentFrom(delegations, eventId);
  return [
    {
      type: 'RoleEnded',
      data: { membershipId, grantId: eventId, personId, role, scope, effectiveOn },
      ...correcting(command),
    },
    ...(corrects
      ? undone(lent, corrects)
      : lent
          .filter(({ until }) => until === null || effectiveOn < until)
          .map((one) => endOf(one, one.from < effectiveOn ? effectiveOn : one.from))),
  ];
};

const refusalToEnd = ({ corrects, effectiveOn }: EndRole, grants: readonly Grant[]): MembershipRefusal => {
  if (corrects) return 'NothingToCorrect';
  return grants.some(({ from }) => effectiveOn < from) ? 'RoleEndsBeforeStart' : 'RoleNotHeld';
};

/** Refuses days on which there is not yet, or no longer, what the role would be held in. */
export const notOpenThroughout = (
  kind: ScopeKind,
  place: PlaceOpen,
  { from, until }: Period,
): Rejected<MembershipRefusal> | undefined => {
  if (place === null) return undefined;
  if (from < place.from)
    return reject(kind === 'locality' ? 'LocalityNotEstablished' : 'OrganisationNotRegistered', {
      earliest: place.from,
    });
  if (place.until === null || (until !== null && until <= place.until)) return undefined;
  return reject('OrganisationClosed', {
    closedOn: place.until,
    ...(from < place.until ? { latest: addDays(place.until, -1) } : {}),
  });
};

const lentFrom = (delegations: readonly Delegation[], grantId: Uuid): readonly Delegation[] =>
  delegations.filter((one) => one.grantId === grantId && !isEmpty(one));

/** What was lent from a grant that never was, was not lent either: it must be lent again from the grant that stands. */
const undone = (lent: readonly Delegation[], { reason }: Correction): readonly DelegationEnded[] =>
  lent.map((one) => ({ ...endOf(one, one.from), corrects: { eventId: one.eventId, reason } }));

/** The fact that a delegation no longer holds on a day. */
export const endOf = (
  { eventId, membershipId, personId, delegateId, role, scope }: Delegation,
  effectiveOn: string,
): DelegationEnded => ({
  type: 'DelegationEnded',
  data: { membershipId, delegationId: eventId, personId, delegateId, role, scope, effectiveOn },
});
