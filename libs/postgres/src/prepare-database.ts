import { createHmac } from 'node:crypto';
import pg from 'pg';
import { GATEWAY, loginRoles, OWNER, PROJECTOR, type LoginRole } from './roles.js';

/** One URL for each user that the program works as. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly projectorUrl: string;
  readonly gatewayUrl: string;
}

export interface DatabasePlan {
  readonly database: string;
  /** Derived from the administrator's password where absent: the same for everybody who holds that. */
  readonly passwords?: Readonly<Partial<Record<LoginRole, string>>>;
}

/** Any number that nothing else in the cluster uses as an advisory lock. */
const PREPARING = 4_032_001;

/**
 * Makes the login roles and the database where they are missing, and puts right what differs: passwords, rights over
 * the database, and roles that could look past row-level security. Any number of processes may do so at once.
 */
export const prepareDatabase = async (adminUrl: string, plan: DatabasePlan): Promise<DatabaseUrls> => {
  const urls = databaseUrls(adminUrl, plan);
  const admin = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [PREPARING]);
    for (const role of loginRoles) await ensureRole(admin, role, passwordFor(adminUrl, plan, role));
    await ensureDatabase(admin, plan.database);
  } finally {
    await admin.end();
  }
  return urls;
};

/** The URLs that `prepareDatabase` answers, without asking a server. */
export const databaseUrls = (adminUrl: string, plan: DatabasePlan): DatabaseUrls => ({
  ownerUrl: urlOf(adminUrl, plan, OWNER),
  projectorUrl: urlOf(adminUrl, plan, PROJECTOR),
  gatewayUrl: urlOf(adminUrl, plan, GATEWAY),
});

const passwordFor = (adminUrl: string, { passwords }: DatabasePlan, role: LoginRole): string =>
  passwords?.[role] ??
  createHmac('sha256', decodeURIComponent(new URL(adminUrl).password))
    .update(role)
    .digest('base64url');

const urlOf = (adminUrl: string, plan: DatabasePlan, role: LoginRole): string => {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(passwordFor(adminUrl, plan, role));
  url.pathname = `/${encodeURIComponent(plan.database)}`;
  return url.toString();
};

const ensureRole = async (admin: pg.Client, role: LoginRole, password: string): Promise<void> => {
  const { rows } = await admin.query<{ readonly powers: boolean }>(
    'SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS powers FROM pg_roles WHERE rolname = $1',
    [role],
  );
  const secret = `LOGIN PASSWORD ${pg.escapeLiteral(password)}`;
  if (!rows[0]) await admin.query(`CREATE ROLE ${role} ${secret}`);
  else await admin.query(`ALTER ROLE ${role} ${secret}`);
  if (rows[0]?.powers)
    await admin.query(`ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB`);
};

const ensureDatabase = async (admin: pg.Client, database: string): Promise<void> => {
  const name = pg.escapeIdentifier(database);
  const { rows } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (rows.length === 0) await createDatabase(admin, database);
  await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${loginRoles.join(', ')}`);
  await admin.query(`GRANT TEMPORARY ON DATABASE ${name} TO ${PROJECTOR}`);
};

/** Makes a database that the owner role owns, empty or as a copy of `template`. */
export const createDatabase = async (
  admin: pg.Client,
  database: string,
  template?: string,
): Promise<void> => {
  // An administrator who is no superuser can give a database away only to a role that it belongs to.
  await admin.query(`GRANT ${OWNER} TO CURRENT_USER`);
  const copied = template === undefined ? '' : ` TEMPLATE ${pg.escapeIdentifier(template)}`;
  await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${OWNER}${copied}`);
};
