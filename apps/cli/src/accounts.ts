import { openPool } from '@alongside/postgres';
import type { ClientKeys } from '@alongside/deployment';
import {
  demonstrationSubject,
  type DevAccount,
  type RegisteredClient,
} from '@alongside/identity/development-realm';
import { uuid5, type Uuid } from '@alongside/kernel';

export interface DemonstrationAccount extends DevAccount {
  readonly personId: Uuid;
}

interface Row {
  readonly personId: Uuid;
  readonly name: string;
  readonly roles: readonly string[] | null;
  readonly places: readonly string[] | null;
  readonly organisationIds: readonly Uuid[];
}

const words: Readonly<Record<string, string>> = {
  frameworkLead: 'Framework lead',
  organisationLead: 'Organisation lead',
  hr: 'HR',
  supervisor: 'Supervisor',
  operator: 'Operator',
  auditor: 'Auditor',
};

const text = `
  SELECT n.person_id AS "personId", n.display_name AS name, n.organisation_ids AS "organisationIds",
    (SELECT array_agg(DISTINCT g.role) FROM localities.access_grant g
      WHERE g.holder_id = n.person_id AND g.basis = 'role' AND (g.to_on IS NULL OR g.to_on > current_date)) AS roles,
    coalesce(
      (SELECT array_agg(DISTINCT coalesce(l.name, o.name)) FROM localities.access_grant g
        LEFT JOIN localities.locality l ON l.locality_id = g.scope_id
        LEFT JOIN localities.organisation o ON o.organisation_id = g.scope_id WHERE g.holder_id = n.person_id AND g.basis = 'role'),
      (SELECT array_agg(o.name ORDER BY o.name) FROM localities.organisation o
        WHERE o.organisation_id = ANY (n.organisation_ids))) AS places
  FROM people.name_card n WHERE n.demonstration
  ORDER BY roles NULLS LAST, n.sort_name, n.person_id`;

const describe = ({ roles, places }: Row): string => {
  const part = roles?.map((role) => words[role] ?? role).join(', ') ?? 'Peer worker';
  return [part, ...(places ?? []).filter(Boolean)].join(' · ');
};

const somebodyNew: Uuid = uuid5('somebody new');

/** An account that the record knows nobody by until an invitation is accepted with it. */
const newcomer: DemonstrationAccount = {
  personId: somebodyNew,
  sub: demonstrationSubject(somebodyNew),
  name: 'Somebody new',
  description: 'On record once they accept an invitation',
};

/** The invented people of the demonstration, those with a part in it first, and an account of nobody's. Of use on loopback alone. */
export const demonstrationAccounts = (projectorUrl: string) => {
  const pool = openPool(projectorUrl, { name: 'alongside development realm', max: 1 });
  return {
    list: async (): Promise<readonly DemonstrationAccount[]> => {
      const { rows } = await pool.query<Row>(text);
      const people = rows.map((row) => ({
        personId: row.personId,
        sub: demonstrationSubject(row.personId),
        name: row.name,
        description: describe(row),
        organisationIds: row.organisationIds,
      }));
      return [...people, newcomer];
    },
    close: () => pool.end(),
  };
};

/** Integration clients as the development realm asks for them. */
export const keySetOf =
  (clientKeys: Pick<ClientKeys, 'of'>): RegisteredClient =>
  async (client) => {
    const keys = await clientKeys.of(client);
    return keys && { keys };
  };
