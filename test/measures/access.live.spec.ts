import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import {
  openRightsWatch,
  prepareTables,
  readModelActorLookup,
  type OpenRightsWatch,
} from '@alongside/deployment';
import {
  Authentication,
  loginHash,
  ofRequest,
  type TokenVerifier,
  type VerifiedToken,
} from '@alongside/identity';
import { dayOf, uuid5, type Uuid } from '@alongside/kernel';
import { membershipIdOf } from '@alongside/localities/contracts';
import { loginIdOf } from '@alongside/people/contracts';
import { emptyScope, openPool } from '@alongside/postgres';
import { testDatabase, type TestDatabase } from '@alongside/postgres/testing';
import { openReadModels, type ReadModels } from '@alongside/read-models';
import { accepted, commanding } from '../support/commanding.js';
import { eventually } from '../support/eventually.js';
import { startProgram, type Program } from '../support/program.js';

const ORGANISATIONS = 200;
const PEOPLE = 100_000;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};
const said = (what: string): void => void process.stderr.write(`${what}\n`);

const organisation = (index: number): Uuid => uuid5(`organisation ${index}`);
const hr = uuid5('hr 7');
const locality = uuid5('locality');

/** A locality of two hundred organisations: each with staff and five hundred people, each pair of neighbours agreed. */
const fill = async ({ projectorUrl, ownerUrl }: TestDatabase): Promise<void> => {
  const pool = openPool(projectorUrl, { name: 'measure', max: 1 });
  const organisations = Array.from({ length: ORGANISATIONS }, (_, index) => organisation(index));
  try {
    await pool.query(
      `INSERT INTO localities.organisation (organisation_id, name, sector, registered_on, locality_ids, history)
       SELECT id, 'Organisation ' || n, 'vcse', '2020-01-01', ARRAY['${locality}']::uuid[], '{}' FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, n)`,
      [organisations],
    );
    await pool.query(
      `INSERT INTO localities.locality_membership (joining_id, organisation_id, locality_id, from_on)
       SELECT gen_random_uuid(), id, '${locality}', '2020-01-01' FROM unnest($1::uuid[]) AS id`,
      [organisations],
    );
    const grants = `INSERT INTO localities.access_grant (grant_id, basis, holder_kind, holder_id, role, scope_kind, scope_id,
      organisation_id, person_id, areas, classes, from_on, suspended, event_ids)`;
    await pool.query(
      `${grants}
       SELECT gen_random_uuid(), 'role', 'person', holder, role, 'organisation', id, id, holder, NULL, NULL, '2020-01-01', false, '{}'
       FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, n), unnest(ARRAY['organisationLead', 'hr', 'supervisor', 'supervisor']) AS role,
         LATERAL (SELECT CASE WHEN n = 8 AND role = 'hr' THEN $2::uuid ELSE gen_random_uuid() END AS holder) h`,
      [organisations, hr],
    );
    await pool.query(
      `${grants}
       SELECT gen_random_uuid(), 'assignment', 'person', gen_random_uuid(), 'supervisor', 'person', gen_random_uuid(), id,
         gen_random_uuid(), NULL, NULL, '2020-01-01', false, '{}'
       FROM unnest($1::uuid[]) AS id, generate_series(1, $2::int)`,
      [organisations, PEOPLE / ORGANISATIONS],
    );
    await pool.query(
      `${grants.replace('event_ids)', 'event_ids, standing)')}
       SELECT gen_random_uuid(), 'agreement', 'organisation', b.id, NULL, 'organisation', a.id, a.id, NULL, '{employment,training}',
         '{C1,C2}', '2020-01-01', false, '{}', '{"localityId":"${locality}"}'
       FROM unnest($1::uuid[]) WITH ORDINALITY AS a (id, n) JOIN unnest($1::uuid[]) WITH ORDINALITY AS b (id, m) ON abs(n - m) BETWEEN 1 AND 3`,
      [organisations],
    );
    await pool.query(
      `INSERT INTO employment.engagement (engagement_id, person_id, employing_organisation_id, host_organisation_id, locality_id,
         kind, role_family, title, begins_on, begun_event_id)
       SELECT gen_random_uuid(), gen_random_uuid(), id, id, gen_random_uuid(), 'volunteer', 'peerWorker', 'Peer worker',
         '2024-01-01', gen_random_uuid()
       FROM unnest($1::uuid[]) AS id, generate_series(1, $2::int)`,
      [organisations, PEOPLE / ORGANISATIONS],
    );
  } finally {
    await pool.end();
  }
  const owner = openPool(ownerUrl, { name: 'measure', max: 1 });
  await owner.query('ANALYZE').finally(() => owner.end());
};

describe(`deciding access among ${ORGANISATIONS} organisations and ${PEOPLE} people`, () => {
  const loginKey = new Uint8Array(32).fill(3);
  const token: VerifiedToken = {
    issuer: 'realm',
    subject: 'hr',
    client: 'alongside-web',
    serviceAccount: false,
    organisations: null,
    tokenId: 'one',
    issuedAt: 0,
    expiresAt: Number.MAX_SAFE_INTEGER,
  };
  const verifier: TokenVerifier = { verify: async () => token };
  let database: TestDatabase;
  let readModels: ReadModels;
  let rights: OpenRightsWatch;
  let authentication: Authentication;

  beforeAll(async () => {
    database = await testDatabase({ key: 'deployment', prepare: prepareTables });
    await fill(database);
    readModels = openReadModels(database.gatewayUrl);
    rights = openRightsWatch(database.gatewayUrl);
    const stream = `login-${loginIdOf(loginHash('realm', 'hr', loginKey))}`;
    const store = {
      read: async (asked: string) =>
        asked === stream ? [{ type: 'LoginLinked', data: { personId: hr } }] : [],
    };
    authentication = new Authentication(
      verifier,
      readModelActorLookup(readModels, { store } as never, loginKey),
      {
        watch: rights,
      },
    );
    await eventually(async () => expect(rights.markOf()).not.toBeNull());
  }, 120_000);
  afterAll(async () => {
    await rights?.close();
    await readModels?.close();
    await database?.drop();
  });

  const acting = () => authentication.again(ofRequest({ headers: { authorization: 'Bearer x' } }));
  const list = {
    name: 'measure.list',
    text: `SELECT engagement_id, person_id FROM employment.engagement
      WHERE employing_organisation_id = $1::uuid ORDER BY begins_on, engagement_id LIMIT 50`,
    values: [organisation(7)],
  };

  const rightsOf = {
    name: 'measure.rights',
    text: 'SELECT * FROM localities.rights_of($1, now())',
    values: [hr],
  };

  it('adds little to a query that its scope lets through', async () => {
    const plainPool = openPool(database.projectorUrl, { name: 'measure', max: 1 });
    const added: number[] = [];
    const looked: number[] = [];
    try {
      for (let window = 0; window < 7; window += 1) {
        const plain: number[] = [];
        const decided: number[] = [];
        for (let turn = 0; turn < 150; turn += 1) {
          // The same statement in the same kind of flight, by a role to which policies let everything through.
          plain.push(
            await timed(() =>
              Promise.all([
                plainPool.query('BEGIN READ ONLY'),
                plainPool.query(list),
                plainPool.query('COMMIT'),
              ]),
            ),
          );
          decided.push(
            await timed(async () => {
              const who = await acting();
              await readModels.query(who!.scope, list);
            }),
          );
        }
        added.push(median(decided) - median(plain));
        const times: number[] = [];
        for (let turn = 0; turn < 30; turn += 1)
          times.push(await timed(() => readModels.pool.query(rightsOf)));
        looked.push(median(times));
      }
    } finally {
      await plainPool.end();
    }
    said(
      `access decision adds ${median(added).toFixed(3)} ms (p50, median of 7 windows); looking all rights up anew takes ${median(looked).toFixed(3)} ms`,
    );
    expect((await acting())!.scope.agreed['employment.C2']).toHaveLength(6);
    expect(await readModels.query(emptyScope, list)).toEqual([]);
    // The goal is 0.3 ms; a busy machine is given room.
    expect(median(added)).toBeLessThan(1);
  }, 120_000);
});

describe('a change of rights', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  it('is effective for whoever is asking all the time within a second', async () => {
    const rx2 = partnerByOds('RX2');
    const somebody = staffOf(rx2).supervisors[0]!;
    const { organisationId } = partnerByOds('RDR');
    const today = dayOf(new Date().toISOString());
    const sees = async (): Promise<boolean> => {
      const { body } = await program.as(somebody)(
        `{ roles(organisationId: "${organisationId}", first: 1) { nodes { personId } } }`,
      );
      return body.data.roles.nodes.length > 0;
    };
    const command = commanding(() => program, 'measure of rights');
    const give = (name: string, input: object) => accepted(command(OPERATOR, name, input));
    const waits: number[] = [];
    let busy = true;
    const others = Promise.all(
      [staffOf(rx2).lead, staffOf(rx2).hr].map(async (who) => {
        while (busy) await program.as(who)('{ me { personId } }');
      }),
    );
    const membershipId = membershipIdOf(somebody, 'hr', organisationId);
    for (let turn = 0; turn < 60; turn += 1) {
      const granted = turn % 2 === 0;
      if (granted) await give('grantRole', { personId: somebody, role: 'hr', organisationId, from: today });
      else await give('endRole', { membershipId, effectiveOn: today });
      waits.push(
        await timed(async () => {
          for (const end = Date.now() + 10_000; (await sees()) !== granted;)
            if (Date.now() > end) throw new Error('The change was not seen within ten seconds.');
        }),
      );
    }
    busy = false;
    await others;
    said(
      `a change of rights is seen after ${median(waits).toFixed(1)} ms (p50), ${quantile(waits, 0.99).toFixed(1)} ms (p99)`,
    );
    expect(quantile(waits, 0.99)).toBeLessThan(1_000);
  }, 120_000);
});
