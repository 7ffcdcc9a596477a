import { randomUUID } from 'node:crypto';
import { openClient } from '../pools.js';
import { createDatabase, databaseUrls, type DatabaseUrls } from '../prepare-database.js';
import { loginRoles, PROJECTOR } from '../roles.js';
import { startTestServer } from './test-server.js';

/** Set by the run's global set-up: the server that its specs share. */
export const TEST_SERVER_VARIABLE = 'ALONGSIDE_TEST_POSTGRES_URL';

export interface TestDatabase extends DatabaseUrls {
  readonly adminUrl: string;
  readonly database: string;
  drop(): Promise<void>;
}

/** What a database shall hold from the start: done once for a server, then copied. */
export interface TestTemplate {
  /** The same key stands for the same content. Lower-case letters, digits and underscores. */
  readonly key: string;
  readonly prepare: (urls: DatabaseUrls) => Promise<void>;
}

let own: ReturnType<typeof startTestServer> | undefined;

const serverUrl = async (): Promise<string> => {
  const shared = process.env[TEST_SERVER_VARIABLE];
  if (shared) return shared;
  own ??= startTestServer();
  return (await own).adminUrl;
};

/** Stops the server that `testDatabase` started for this process, if it did. */
export const stopOwnServer = async (): Promise<void> => {
  const server = await own;
  own = undefined;
  await server?.stop();
};

const MAKING_TEMPLATE = 4_032_002;

/** A new database with the login roles, empty or as the template says. Drop it when the spec is done. */
export const testDatabase = async (template?: TestTemplate): Promise<TestDatabase> => {
  const adminUrl = await serverUrl();
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  if (template) await ensureTemplate(adminUrl, template);
  await withAdmin(adminUrl, (admin) => make(admin, database, template && templateName(template)));
  return {
    adminUrl,
    database,
    ...databaseUrls(adminUrl, { database }),
    drop: () =>
      withAdmin(adminUrl, async (admin) => {
        await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      }),
  };
};

type Admin = Awaited<ReturnType<typeof openClient>>;

const withAdmin = async <Result>(
  adminUrl: string,
  work: (admin: Admin) => Promise<Result>,
): Promise<Result> => {
  const admin = await openClient(adminUrl, { name: 'alongside-test' });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
};

const make = async (admin: Admin, database: string, template?: string): Promise<void> => {
  await createDatabase(admin, database, template);
  await admin.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${database} TO ${loginRoles.join(', ')}`);
  await admin.query(`GRANT TEMPORARY ON DATABASE ${database} TO ${PROJECTOR}`);
};

const templateName = ({ key }: TestTemplate): string => `template_${key}`;

/** Several workers may need the same template first: one makes it, the others wait. */
const ensureTemplate = (adminUrl: string, template: TestTemplate): Promise<void> =>
  withAdmin(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [MAKING_TEMPLATE]);
    const name = templateName(template);
    const { rows } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rows.length > 0) return;
    const draft = `draft_${randomUUID().replaceAll('-', '')}`;
    await make(admin, draft);
    await template.prepare(databaseUrls(adminUrl, { database: draft }));
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
