import type { Change, Projection, Published } from '@alongside/projections';
import type { DelegationEnded, RoleDelegated, RoleEnded, RoleEvent, RoleGranted } from '../../contracts.js';
import { beginning, dayAfter } from '../lasting.js';
import type { AccessGrantRow } from './access-grant.row.js';
import { ended, granted } from './granting.js';

const ending = (begunBy: string, event: Published): Change<AccessGrantRow> =>
  event.corrects?.eventId === begunBy ? { key: [begunBy], fold: () => undefined } : ended(begunBy, event);

const heldIn = ({ data: { membershipId, role, scope, endsOn } }: Published<RoleGranted | RoleDelegated>) => ({
  membership_id: membershipId,
  holder_kind: 'person' as const,
  role,
  scope_kind: scope.kind,
  scope_id: scope.id,
  organisation_id: scope.kind === 'organisation' ? scope.id : null,
  to_on: dayAfter(endsOn),
});

/** Roles, and others acting in them for a time. */
export const roleRows: Projection<AccessGrantRow, RoleEvent>['on'] = {
  RoleGranted: (event: Published<RoleGranted>) =>
    beginning(
      event,
      granted(event, {
        ...heldIn(event),
        grant_id: event.id,
        basis: 'role',
        holder_id: event.data.personId,
        person_id: event.data.personId,
      }),
    ),
  RoleEnded: (event: Published<RoleEnded>) => ending(event.data.grantId, event),
  RoleDelegated: (event: Published<RoleDelegated>) =>
    beginning(
      event,
      granted(event, {
        ...heldIn(event),
        grant_id: event.id,
        basis: 'delegation',
        holder_id: event.data.delegateId,
        person_id: event.data.delegateId,
        parent_id: event.data.grantId,
      }),
    ),
  DelegationEnded: (event: Published<DelegationEnded>) => ending(event.data.delegationId, event),
};
