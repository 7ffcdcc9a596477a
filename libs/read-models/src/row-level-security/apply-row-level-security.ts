import { createHash } from 'node:crypto';
import { GATEWAY, openClient, OWNER, PROJECTOR } from '@alongside/postgres';
import type { AnyProjection } from '@alongside/projections';
import pg, { type ClientBase } from 'pg';
import { readPolicy } from './policy.js';

const name = (table: string): string => table.split('.').map(pg.escapeIdentifier).join('.');

const READ = 'alongside_read';
const WRITE = 'alongside_write';
const COUNT = 'alongside_count';

const statementsFor = (projection: AnyProjection): readonly string[] => {
  const table = name(projection.table);
  const visible = readPolicy(projection);
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ${table} TO ${PROJECTOR}`,
    `CREATE POLICY ${WRITE} ON ${table} TO ${PROJECTOR} USING (true) WITH CHECK (true)`,
    ...(projection.access.counted
      ? [`CREATE POLICY ${COUNT} ON ${table} FOR SELECT TO ${OWNER} USING (true)`]
      : []),
    ...(visible === undefined
      ? []
      : [
          `GRANT SELECT ON ${table} TO ${GATEWAY}`,
          `CREATE POLICY ${READ} ON ${table} FOR SELECT TO ${GATEWAY} USING (${visible})`,
        ]),
  ];
};

/** Takes away what anybody was given, whoever gave it. */
const strip = async (client: ClientBase, table: string): Promise<void> => {
  const { rows } = await client.query<{ readonly sql: string }>(
    `SELECT format('DROP POLICY %I ON %s', polname, polrelid::regclass) AS sql FROM pg_policy WHERE polrelid = to_regclass($1)
     UNION ALL
     SELECT DISTINCT format('REVOKE ALL ON %s FROM %s', c.oid::regclass,
       CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END)
     FROM pg_class c, LATERAL (
       SELECT grantee FROM aclexplode(c.relacl)
       UNION SELECT grantee FROM pg_attribute, aclexplode(attacl) WHERE attrelid = c.oid
     ) AS given WHERE c.oid = to_regclass($1) AND grantee <> c.relowner`,
    [table],
  );
  for (const { sql } of rows) await client.query(sql);
};

/** Everything about a table that decides who may do what with it. */
const stateOf = async (client: ClientBase, table: string): Promise<string> => {
  const { rows } = await client.query<{ readonly state: string | null }>(
    `SELECT jsonb_build_array(relrowsecurity, relforcerowsecurity, relacl::text, relowner,
       (SELECT jsonb_agg(jsonb_build_array(attname, attacl::text) ORDER BY attname) FROM pg_attribute
         WHERE attrelid = c.oid AND attacl IS NOT NULL),
       (SELECT jsonb_agg(jsonb_build_array(polname, polcmd, polpermissive, polroles::text, pg_get_expr(polqual, polrelid),
          pg_get_expr(polwithcheck, polrelid)) ORDER BY polname) FROM pg_policy WHERE polrelid = c.oid))::text AS state
     FROM pg_class c WHERE oid = to_regclass($1)`,
    [table],
  );
  const state = rows[0]?.state;
  if (!state) throw new Error(`There is no table ${table}. Run the migrations.`);
  return state;
};

const digest = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 32);

const MARK = 'alongside access ';

const markOf = async (client: ClientBase, table: string): Promise<string | null> => {
  const { rows } = await client.query<{ readonly mark: string | null }>(
    `SELECT obj_description(to_regclass($1), 'pg_class') AS mark`,
    [table],
  );
  return rows[0]?.mark ?? null;
};

/** Any number that nothing else in the database uses as an advisory lock. */
const APPLYING = 4_032_020;

/**
 * Makes row-level security of every projection's table as its `access` says: the projector writes, the gateway reads
 * the rows that a scope lets it see, and of a table without access it sees nothing at all. Tables that stand as they
 * shall are not touched, so that a start waits for no reader; a table that somebody changed by hand is put right.
 * @returns the tables that were changed. @throws where a table is missing
 */
export const applyRowLevelSecurity = async (
  ownerUrl: string,
  projections: readonly AnyProjection[],
): Promise<readonly string[]> => {
  const client = await openClient(ownerUrl, { name: 'alongside access' });
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [APPLYING]);
    const schemas = new Set(projections.map(({ table }) => table.split('.')[0]!));
    for (const schema of schemas) await openSchema(client, schema);
    const changed: string[] = [];
    for (const projection of projections)
      if (await applied(client, projection)) changed.push(projection.table);
    await client.query('COMMIT');
    return changed;
  } finally {
    await client.end();
  }
};

const openSchema = async (client: ClientBase, schema: string): Promise<void> => {
  const { rows } = await client.query<{ readonly role: string }>(
    `SELECT role FROM unnest($2::text[]) AS role WHERE NOT has_schema_privilege(role, $1, 'USAGE')`,
    [schema, [GATEWAY, PROJECTOR]],
  );
  for (const { role } of rows)
    await client.query(`GRANT USAGE ON SCHEMA ${pg.escapeIdentifier(schema)} TO ${role}`);
};

const applied = async (client: ClientBase, projection: AnyProjection): Promise<boolean> => {
  const { table } = projection;
  const statements = statementsFor(projection);
  const wanted = (state: string): string => MARK + digest(...statements, state);
  if ((await markOf(client, table)) === wanted(await stateOf(client, table))) return false;
  await strip(client, table);
  for (const statement of statements) await client.query(statement);
  await client.query(
    `COMMENT ON TABLE ${name(table)} IS ${pg.escapeLiteral(wanted(await stateOf(client, table)))}`,
  );
  return true;
};
