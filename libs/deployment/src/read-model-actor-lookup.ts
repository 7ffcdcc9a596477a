import type { EventStore } from '@alongside/event-store';
import type { ActorLookup, Grant, Role } from '@alongside/identity';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import { loginIdOf, loginStream } from '@alongside/people/contracts';
import { emptyScope, type ReadScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';

interface GrantRow {
  readonly role: Role;
  readonly scopeKind: Grant['scope']['kind'];
  readonly scopeId: Uuid;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly localities: readonly Uuid[] | null;
}

// An organisation's staff act for those that merged into it, from the day of the merger.
const grants = `
  WITH RECURSIVE held AS (
    SELECT g.role, g.scope_kind, g.scope_id, g.from_on, g.to_on FROM localities.role_grant g WHERE g.person_id = $1
    UNION
    SELECT h.role, h.scope_kind, o.organisation_id, greatest(h.from_on, o.closed_on), h.to_on
    FROM held h JOIN localities.organisation o ON h.scope_kind = 'organisation' AND o.merged_into = h.scope_id
  )
  SELECT h.role, h.scope_kind AS "scopeKind", h.scope_id AS "scopeId", h.from_on AS "from", h.to_on AS "to",
    o.locality_ids AS localities
  FROM held h LEFT JOIN localities.organisation o ON o.organisation_id = h.scope_id`;

const assigned = `
  SELECT DISTINCT person_id AS "personId" FROM supervision.arrangement
  WHERE supervisor_id = $1 AND (ended_on IS NULL OR ended_on >= current_date)`;

const oneself = (personId: Uuid): ReadScope => ({ ...emptyScope, person: personId });

/** Knows logins from their streams, and roles and assignments from read models: a role that ended is gone within the lag. */
export const readModelActorLookup = (
  readModels: ReadModels,
  store: EventStore,
  loginKey: Uint8Array,
): ActorLookup => ({
  loginKey,
  loginPerson: async (hash) => {
    const events = await store.read(loginStream(loginIdOf(hash)));
    const last = events.at(-1);
    return last?.type === 'LoginLinked' ? (last.data['personId'] as Uuid) : null;
  },
  grantsOf: async (personId) => {
    const rows = await readModels.query<GrantRow>(oneself(personId), {
      name: 'identity.grants',
      text: grants,
      values: [personId],
    });
    return rows.map(({ role, scopeKind, scopeId, from, to, localities }): Grant => ({
      role,
      scope: { kind: scopeKind, id: scopeId },
      from,
      to,
      ...(localities ? { localities } : {}),
    }));
  },
  assignedPeople: async (personId) => {
    const rows = await readModels.query<{ readonly personId: Uuid }>(oneself(personId), {
      name: 'identity.assigned',
      text: assigned,
      values: [personId],
    });
    return rows.map((row) => row.personId);
  },
  // No integration client can be registered yet, so none is known.
  clientOrganisation: async () => null,
});
