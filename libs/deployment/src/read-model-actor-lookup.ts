import { Unavailable, type Writing } from '@alongside/event-store';
import type { ActorLookup, Area, BrokenGlass, Grant, Rights, Role, Sharing } from '@alongside/identity';
import type { CalendarDate, DataClass, Instant, Uuid } from '@alongside/kernel';
import { organisationOfClient } from '@alongside/localities/contracts';
import { loginIdOf, loginStream } from '@alongside/people/contracts';
import { asTheLogHasThem } from './rights-in-the-log.js';
import type { ReadModels } from '@alongside/read-models';

export type RightRow = [
  grantId: Uuid,
  basis: 'role' | 'delegation' | 'integration' | 'agreement' | 'assignment' | 'breakGlass',
  role: Role | null,
  scopeKind: Grant['scope']['kind'] | 'person',
  scopeId: Uuid,
  throughKind: Sharing['through']['kind'] | null,
  throughId: Uuid | null,
  localities: readonly Uuid[] | null,
  areas: readonly Area[] | null,
  classes: readonly DataClass[] | null,
  mutations: readonly string[] | null,
  about: Uuid | null,
  from: CalendarDate | null,
  to: CalendarDate | null,
  until: Instant | null,
  membershipId: Uuid | null,
];

const rights = `
  SELECT grant_id, basis, role, scope_kind, scope_id, through_kind, through_id, localities, areas, classes, mutations,
    about, from_on, to_on, until_at, membership_id
  FROM localities.rights_of($1::uuid, $2::timestamptz)`;

/**
 * Knows logins from their streams, and every right from the one read model of rights. Roles and clients are held against
 * the log as well, so that what has ended there is gone however far behind the read model is.
 */
export const readModelActorLookup = (
  { pool }: Pick<ReadModels, 'pool'>,
  record: Pick<Writing, 'store' | 'codec'>,
  loginKey: Uint8Array,
): ActorLookup => ({
  loginKey,
  loginPerson: async (hash) => {
    const loginId = loginIdOf(hash);
    try {
      const last = (await record.store.read(loginStream(loginId))).at(-1);
      return last?.type === 'LoginLinked' ? (last.data['personId'] as Uuid) : null;
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      // People go on reading while the log is away: nothing can be recorded meanwhile that would end a right.
      const { rows } = await pool.query<{ person: Uuid | null }>({
        name: 'identity.login',
        text: 'SELECT people.login_leads_to($1::uuid) AS person',
        values: [loginId],
      });
      return rows[0]?.person ?? null;
    }
  },
  rightsOf: async (holder, at) => {
    const { rows } = await pool.query<RightRow>({
      name: 'identity.rights',
      text: rights,
      values: [holder, at],
      rowMode: 'array',
    });
    return rightsIn(await asTheLogHasThem(record, rows));
  },
  isIntegrationClient: (client) => organisationOfClient(client) !== undefined,
});

const rightsIn = (rows: readonly RightRow[]): Rights => {
  const assignments = rows.filter(([, basis]) => basis === 'assignment');
  const client = rows.find(([, basis]) => basis === 'integration');
  return {
    grants: rows.flatMap((row) => grantIn(row) ?? []),
    assignedPeople: [...new Set(assignments.map((row) => row[4]))],
    assignedIn: [...new Set(assignments.flatMap((row) => row[6] ?? []))],
    sharings: rows.flatMap((row) => sharingIn(row) ?? []),
    brokenGlasses: rows.flatMap((row) => glassIn(row) ?? []),
    limits: client ? { mutations: client[10] ?? [], classes: client[9] ?? [] } : null,
  };
};

const grantIn = (row: RightRow): Grant | undefined => {
  const [, basis, role, kind, id, , , localities, , , , , from, to] = row;
  if (basis !== 'role' && basis !== 'delegation' && basis !== 'integration') return undefined;
  if (role === null || from === null || kind === 'person') return undefined;
  return {
    role,
    scope: { kind, id },
    from,
    to,
    ...(localities ? { localities } : {}),
    ...(basis === 'delegation' ? { lent: true as const } : {}),
  };
};

const sharingIn = (row: RightRow): Sharing | undefined => {
  const [id, basis, role, , organisation, kind, through, , areas, classes] = row;
  if (basis !== 'agreement' || role === null || kind === null || through === null) return undefined;
  return {
    id,
    role,
    through: { kind, id: through },
    organisation,
    areas: areas ?? [],
    classes: classes ?? [],
  };
};

const glassIn = (row: RightRow): BrokenGlass | undefined => {
  const [id, basis, , , organisation, , , , , classes, , person, , , until] = row;
  if (basis !== 'breakGlass' || until === null) return undefined;
  return { id, organisation, person, classes: classes ?? [], until };
};
