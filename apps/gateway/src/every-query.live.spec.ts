import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contextModules } from '@alongside/deployment';
import { frameworkLeadOf, localityIdOf, OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import type { Uuid } from '@alongside/kernel';
import { openPool } from '@alongside/postgres';
import { startProgram, type Program } from '../../../test/support/program.js';
import { wholeQueries, type WholeQuery } from '../../../test/support/whole-queries.js';
import { graphOf } from './graph.js';

type Ids = Readonly<Record<string, Uuid>>;

const { organisationId } = partnerByOds('RX2');
const localityId = localityIdOf('Sussex');

/** Of several ids that a query takes one of, only this. */
const oneOf: Readonly<Record<string, readonly string[]>> = {
  adoptions: ['frameworkId'],
  agreements: ['localityId'],
  applications: ['vacancyId'],
  delegations: ['localityId'],
  roles: ['localityId'],
};

/** What everybody who has signed in may see of other localities and organisations. */
const openToAll = [
  'adoptions',
  'agreement',
  'agreements',
  'applicableClauses',
  'compareVersions',
  'course',
  'framework',
  'frameworkVersion',
  'frameworkVersions',
  'locality',
  'organisation',
  'readiness',
  'team',
  'teams',
  'vacancies',
  'vacancy',
];

const answers = { first: 20, on: '2026-03-01', asAt: '2026-03-01', task: 'carePlanEntries', setting: null };

/** Somebody who works in the organisation, and what is on record about that work. */
const idsOf = async (program: Program): Promise<Ids> => {
  const pool = openPool(program.database.projectorUrl, { name: 'spec', max: 1 });
  try {
    const { rows } = await pool.query<Ids>(
      `SELECT e.person_id AS "personId", e.engagement_id AS "engagementId", e.engagement_id AS "recordId", e.post_id AS "postId",
        (SELECT p.team_id FROM employment.post p WHERE p.post_id = e.post_id) AS "teamId",
        e.application_id AS "applicationId", s.supervision_id AS "supervisionId", s.supervisor_id AS "supervisorId",
        (SELECT a.vacancy_id FROM recruitment.application a WHERE a.application_id = e.application_id) AS "vacancyId",
        (SELECT course_id FROM training.course ORDER BY 1 LIMIT 1) AS "courseId",
        f.framework_id AS "frameworkId",
        (SELECT min(version_id::text) FROM framework.version v WHERE v.framework_id = f.framework_id) AS "versionId",
        (SELECT agreement_id FROM localities.agreement a WHERE a.locality_id = $2 ORDER BY 1 LIMIT 1) AS "agreementId"
       FROM employment.engagement e
       JOIN supervision.arrangement s ON s.engagement_id = e.engagement_id AND s.ended_on IS NULL
       JOIN framework.framework f ON f.locality_id = $2
       WHERE e.employing_organisation_id = $1 AND e.application_id IS NOT NULL ORDER BY 1, 2, s.supervision_id LIMIT 1`,
      [organisationId, localityId],
    );
    const { versionId, ...found } = rows[0]!;
    return {
      organisationId,
      localityId,
      cohortId: randomUUID(),
      versionId: versionId!,
      left: versionId!,
      right: versionId!,
      ...found,
    };
  } finally {
    await pool.end();
  }
};

const withAfter = (document: string): string =>
  document.replace('($', '($after: String, $').replace('first: $first', 'first: $first, after: $after');

describe('every query, asked for all that it can answer', () => {
  let program: Program;
  let ids: Ids;
  let required: readonly WholeQuery[];
  let full: readonly WholeQuery[];
  beforeAll(async () => {
    const schema = await graphOf(contextModules);
    required = wholeQueries(schema, ({ name }, query) => oneOf[query]?.includes(name) ?? false);
    full = wholeQueries(
      schema,
      ({ name }, query) =>
        !['after', 'atLeast', 'asKnownAt', 'asKnownOn', 'name', 'roleFamily'].includes(name) &&
        (oneOf[query]?.includes(name) ?? !['localityId', 'vacancyId'].includes(name)),
    );
    program = await startProgram({ extent: 'everything', people: 60, pointsPerMinute: 10_000_000 });
    ids = await idsOf(program);
  }, 120_000);
  afterAll(() => program?.close());

  const roles = (): Readonly<Record<string, Uuid>> => ({
    'organisation lead': staffOf(partnerByOds('RX2')).lead,
    hr: staffOf(partnerByOds('RX2')).hr,
    supervisor: ids['supervisorId']!,
    'peer worker': ids['personId']!,
    'framework lead': frameworkLeadOf('Sussex'),
    operator: OPERATOR,
  });
  const ask = async (whom: Uuid, { document, name }: WholeQuery, given: object) => {
    const { body } = await program.as(whom)(document, { ...answers, ...given });
    return {
      data: body.data?.[name],
      errors: body.errors as { message: string; extensions: { code: string } }[],
    };
  };

  it.each(['organisation lead', 'hr', 'supervisor', 'peer worker', 'framework lead', 'operator'])(
    'answers the %s',
    async (role) => {
      const whom = roles()[role]!;
      const failed: string[] = [];
      for (const query of [...required, ...full]) {
        const { errors } = await ask(whom, query, ids);
        if (errors) failed.push(`${query.name}(${query.arguments.join()}): ${JSON.stringify(errors[0])}`);
      }
      expect(failed).toEqual([]);
    },
    60_000,
  );

  /** The queries that answer otherwise than they would if there were nothing of these ids. */
  const shownTo = async (whom: Uuid): Promise<ReadonlySet<string>> => {
    const unknown = Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()]));
    const said = async (query: WholeQuery, given: Ids): Promise<string> =>
      Object.entries(given).reduce(
        (text, [name, id]) => text.replaceAll(id, name),
        JSON.stringify(await ask(whom, query, given)),
      );
    const shown = new Set<string>();
    for (const query of [...required, ...full].filter((one) => one.arguments.some((name) => name in ids)))
      if ((await said(query, ids)) !== (await said(query, unknown))) shown.add(query.name);
    return shown;
  };

  it('answers somebody from elsewhere as if there were nothing of these ids', async () => {
    expect(await shownTo(staffOf(partnerByOds('RHU')).lead)).toEqual(new Set(openToAll));
  }, 60_000);

  const ofTheEmployer =
    'application applications boundary engagement history localitySummary mayPerform pathway people person post posts sessions supervision supervisionsOf trainingRecord workforce';
  it.each([
    [
      'organisation lead',
      `accessReview ${ofTheEmployer.replace(' sessions', ' readinessEvidence sessions')}`,
    ],
    ['hr', ofTheEmployer],
    [
      'supervisor',
      'boundary engagement history localitySummary mayPerform pathway person sessions supervision trainingRecord',
    ],
    [
      'peer worker',
      'application boundary engagement history mayPerform pathway person sessions supervision trainingRecord',
    ],
    ['framework lead', 'groupMembers localitySummary roles'],
    ['operator', ''],
  ])(
    'shows the %s what is theirs to see, and no more',
    async (role, theirs) => {
      const shown = [...(await shownTo(roles()[role]!))].filter((name) => !openToAll.includes(name));
      expect(shown.sort().join(' ')).toBe(theirs);
    },
    60_000,
  );

  it.each(['organisation lead', 'hr', 'supervisor', 'peer worker', 'framework lead'])(
    'gives the %s page after page what it gives at once',
    async (role) => {
      const whom = roles()[role]!;
      const lists = full.filter(({ isConnection }) => isConnection);
      const inPages = async (query: WholeQuery): Promise<readonly unknown[]> => {
        const nodes: unknown[] = [];
        const document = withAfter(query.document);
        for (let after: string | null = null, page = 0; page < 4; page += 1) {
          const { data } = await ask(whom, { ...query, document }, { ...ids, first: 2, after });
          nodes.push(...data.nodes);
          after = data.pageInfo.endCursor;
          if (!data.pageInfo.hasNextPage) break;
        }
        return nodes;
      };
      let severalPages = 0;
      for (const query of lists) {
        const { data: whole } = await ask(whom, query, { ...ids, first: 8 });
        expect([query.name, await inPages(query)]).toEqual([query.name, whole.nodes]);
        if (whole.nodes.length > 2) severalPages += 1;
      }
      expect(severalPages).toBeGreaterThan(4);
    },
    60_000,
  );
});
