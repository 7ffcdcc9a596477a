import type { Act, Owner } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { MembershipState } from '../../domain/index.js';
import { ownerOfScope } from '../owners.js';

/** A membership as its holder's own, in the record of that in which the role is held. Undefined where none was granted. */
export const ownerOfHeld = ({ grants: [held] }: MembershipState): Owner | undefined =>
  held && { ...ownerOfScope(held.scope), person: held.personId };

/**
 * Whose a delegation is to end: the holder's who lent the role, the delegate's who gives it back, and that of whoever
 * answers for the organisation. Undefined where there is no such delegation.
 */
export const ownerOfDelegation =
  ({ actor }: Pick<Act, 'actor'>, delegationId: Uuid) =>
  ({ delegations }: MembershipState): Owner | undefined => {
    const lent = delegations.find(({ eventId }) => eventId === delegationId);
    if (!lent) return undefined;
    const person = actor.id === lent.delegateId ? lent.delegateId : lent.personId;
    return { ...ownerOfScope(lent.scope), person };
  };
