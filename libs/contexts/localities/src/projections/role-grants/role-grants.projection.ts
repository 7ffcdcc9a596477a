import type { Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { Role, RoleEnded, RoleGranted, ScopeKind } from '../../contracts.js';
import { beginning, dayAfter, ending, type Lasting } from '../lasting.js';

export interface RoleGrantRow extends Lasting {
  readonly grant_id: Uuid;
  readonly membership_id: Uuid;
  readonly person_id: Uuid;
  readonly role: Role;
  readonly scope_kind: ScopeKind;
  readonly scope_id: Uuid;
  /** The scope where that is an organisation. */
  readonly organisation_id: Uuid | null;
}

/** Who holds which role where, and when: the authority for all access. */
export const roleGrants = projection<RoleGrantRow, RoleGranted | RoleEnded>({
  name: 'role-grants',
  version: 1,
  table: 'localities.role_grant',
  columns: {
    grant_id: 'uuid',
    membership_id: 'uuid',
    person_id: 'uuid',
    role: 'text',
    scope_kind: 'text',
    scope_id: 'uuid',
    organisation_id: 'uuid',
    from_on: 'date',
    to_on: 'date',
  },
  key: ['grant_id'],
  // A scope's id is a locality's only where the role is held in one.
  access: {
    class: 'C1',
    people: ['person_id'],
    organisations: ['organisation_id'],
    localities: ['scope_id'],
  },
  on: {
    RoleGranted: (event) => {
      const { membershipId, personId, role, scope, endsOn, effectiveOn } = event.data;
      return beginning<RoleGrantRow>(event, {
        grant_id: event.id,
        membership_id: membershipId,
        person_id: personId,
        role,
        scope_kind: scope.kind,
        scope_id: scope.id,
        organisation_id: scope.kind === 'organisation' ? scope.id : null,
        from_on: effectiveOn,
        to_on: dayAfter(endsOn),
      });
    },
    RoleEnded: (event) => ending(event.data.grantId, event),
  },
});
