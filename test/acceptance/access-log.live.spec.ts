import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contextModules } from '@alongside/deployment';
import { localityIdOf, OPERATOR, partnerByOds, partners, staffOf } from '@alongside/demonstration';
import { graphOf } from '@alongside/gateway';
import { Uuid as UuidScalar } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { demonstrationSubject } from '@alongside/identity/development-realm';
import { addDays, dayOf, idMadeBy, uuid5, type Uuid } from '@alongside/kernel';
import { openPool } from '@alongside/postgres';
import type { Pool } from 'pg';
import { accepted, commanding } from '../support/commanding.js';
import { eventually } from '../support/eventually.js';
import { startProgram, type Program } from '../support/program.js';
import { wholeQueries, type WholeQuery } from '../support/whole-queries.js';

const rx2 = partnerByOds('RX2');
const rw1 = partnerByOds('RW1');
const capital = partners.find(({ name }) => name === 'CAPITAL Project Trust')!;
const { lead, hr, supervisors } = staffOf(rx2);
const [supervisor, anotherSupervisor] = supervisors as [Uuid, Uuid];
const charityLead = staffOf(capital).lead;
const auditor = staffOf(rw1).supervisors[0]!;
const organisationId = rx2.organisationId;
const today = dayOf(new Date().toISOString());
const secret = 'What I went through, told to one person alone.';

interface Logged {
  readonly entryId: string;
  readonly who: string;
  readonly what: string;
  readonly kind: string;
  readonly dataClass: string;
  readonly why: string;
  readonly basis: string;
  readonly basisId: Uuid | null;
  readonly inWords: string;
}

/** An answer that names a person and does not say whose record of them it is. */
@Resolver()
export class PersonProbeResolver {
  @Query(() => UuidScalar)
  @Rule('signedIn')
  probeOfPerson(@Args('personId', { type: () => UuidScalar }) personId: string): object {
    return { personId, toString: () => personId };
  }
}

@Module({ providers: [PersonProbeResolver] })
export class PersonProbeModule {}

describe('the log of who read whose sensitive values', () => {
  let program: Program;
  let owner: Pool;
  const worker = idMadeBy(uuid5('access log: registerPerson'), 'person');
  const engagement = idMadeBy(uuid5('access log: beginEngagement'), 'engagement');
  const disclosure = idMadeBy(uuid5('access log: grantDisclosure'), 'disclosure');

  const command = commanding(() => program, 'access log');
  const give = async (who: Uuid, name: string, input: object, id: string = name): Promise<Uuid> => {
    const given = await accepted(command(who, name, { commandId: uuid5(`access log: ${id}`), ...input }));
    await program.caughtUp();
    return given.id;
  };
  const ask = async (who: Uuid, query: string, variables = {}, headers = {}) =>
    (await program.as(who)(query, variables, headers)).body;
  const dataOf = async (who: Uuid, query: string, variables = {}, headers = {}) => {
    const body = await ask(who, query, variables, headers);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };

  const mine = async (who: Uuid, args = 'first: 100'): Promise<readonly Logged[]> =>
    (
      await dataOf(
        who,
        `{ myAccessLog(${args}) { nodes { entryId who what kind dataClass why basis basisId inWords } } }`,
      )
    ).myAccessLog.nodes;
  const audited = async (who: Uuid, args = '', of: Uuid = organisationId) =>
    (
      await dataOf(
        who,
        `query ($of: UUID!) { accessLog(organisationId: $of, first: 100${args}) { nodes { entryId readerId readerKind
          readerName role onBehalfOf organisationId personId personName dataClass kind purpose basis basisId } } }`,
        { of },
      )
    ).accessLog.nodes;
  /** What is new in somebody's log after something was done. */
  const newFor = async (
    who: Uuid,
    done: () => Promise<unknown>,
    includeOwn = false,
  ): Promise<readonly Logged[]> => {
    const args = `first: 100, includeOwn: ${includeOwn}`;
    const before = (await mine(who, args)).map(({ entryId }) => entryId);
    await done();
    return (await mine(who, args)).filter(({ entryId }) => !before.includes(entryId));
  };
  /** While something is done, the log cannot be written. */
  const withoutLog = async <Result>(done: () => Promise<Result>): Promise<Result> => {
    await owner.query('REVOKE INSERT (purpose) ON access_log.entry FROM alongside_gateway');
    try {
      return await done();
    } finally {
      await owner.query('GRANT INSERT (purpose) ON access_log.entry TO alongside_gateway');
    }
  };

  /** Somebody who works for the trust alone, and what is on record of it. */
  const idsOfSomebody = async (): Promise<Readonly<Record<string, Uuid>>> => {
    const pool = openPool(program.database.projectorUrl, { name: 'spec', max: 1 });
    const { rows } = await pool.query<Record<string, Uuid>>(
      `SELECT e.person_id AS "personId", e.engagement_id AS "engagementId", e.engagement_id AS "recordId",
        e.post_id AS "postId", e.application_id AS "applicationId", s.supervision_id AS "supervisionId"
       FROM employment.engagement e
       JOIN supervision.arrangement s ON s.engagement_id = e.engagement_id AND s.ended_on IS NULL
       WHERE e.employing_organisation_id = $1 AND e.application_id IS NOT NULL AND NOT EXISTS (
         SELECT FROM employment.engagement o WHERE o.person_id = e.person_id AND o.employing_organisation_id <> $1)
       ORDER BY 1, 2, s.supervision_id LIMIT 1`,
      [organisationId],
    );
    await pool.end();
    return { organisationId, ...rows[0] };
  };

  beforeAll(async () => {
    program = await startProgram({
      extent: 'everything',
      people: 60,
      contexts: [...contextModules, PersonProbeModule],
    });
    owner = openPool(program.database.ownerUrl, { name: 'spec', max: 1 });
    const named = { givenName: 'Robin', familyName: 'Example', effectiveOn: today };
    await give(hr, 'registerPerson', { registeredBy: organisationId, ...named });
    await give(hr, 'linkLogin', {
      personId: worker,
      issuer: 'urn:alongside:development-realm',
      subject: demonstrationSubject(worker),
      effectiveOn: today,
    });
    await give(hr, 'beginEngagement', {
      personId: worker,
      employingOrganisationId: organisationId,
      localityId: localityIdOf('Sussex'),
      kind: 'volunteer',
      title: 'Volunteer',
      roleFamily: 'peerWorker',
      startsOn: today,
    });
    const arranged = { engagementId: engagement, kind: 'line', everyDays: 28, effectiveOn: today };
    await give(hr, 'assignSupervisor', { ...arranged, supervisorId: supervisor });
    await give(OPERATOR, 'grantRole', { personId: auditor, role: 'auditor', organisationId, from: today });
    await give(worker, 'grantDisclosure', {
      area: 'supervision',
      text: secret,
      sharedWithOrganisationId: organisationId,
      sharedWithRole: 'supervisor',
      effectiveOn: today,
    });
  }, 120_000);
  afterAll(async () => {
    await owner?.end();
    await program?.close();
  }, 30_000);

  const toMe = `query ($of: UUID!, $personId: UUID, $area: DisclosureArea) {
    disclosuresToMe(organisationId: $of, personId: $personId, area: $area, first: 10) {
      nodes { grantId personId displayName sharedWithRole area text from until } pageInfo { hasNextPage } } }`;
  const disclosedTo = async (who: Uuid, variables = {}) =>
    (await dataOf(who, toMe, { of: organisationId, ...variables })).disclosuresToMe.nodes;

  describe('of what a person discloses to a role', () => {
    it('is written when whoever holds the role reads it, and says so in words', async () => {
      const read = await newFor(worker, async () => {
        expect(await disclosedTo(supervisor)).toEqual([
          {
            grantId: disclosure,
            personId: worker,
            displayName: 'Robin Example',
            sharedWithRole: 'supervisor',
            area: 'supervision',
            text: secret,
            from: today,
            until: null,
          },
        ]);
      });
      expect(read).toMatchObject([
        {
          who: `a supervisor of ${rx2.name}`,
          what: 'your disclosure for supervision',
          kind: 'disclosure',
          dataClass: 'C3',
          why: 'supervision',
          basis: 'disclosure',
          basisId: disclosure,
        },
      ]);
      expect(read[0]!.inWords).toMatch(
        new RegExp(
          `^A supervisor of ${rx2.name} read your disclosure for supervision at .* on .*\\. Purpose: supervision\\. Grounds: it was shared with them\\.$`,
        ),
      );
    });

    it('holds nothing of others, to whom nothing is shown', async () => {
      const read = await newFor(worker, async () => {
        for (const who of [hr, lead, anotherSupervisor, charityLead, OPERATOR, auditor])
          expect(await disclosedTo(who)).toEqual([]);
        expect(await disclosedTo(supervisor, { area: 'training' })).toEqual([]);
        expect(await disclosedTo(supervisor, { personId: hr })).toEqual([]);
      });
      expect(read).toEqual([]);
    });

    it('is written of each role where it is shared with all, and of nobody once it is withdrawn', async () => {
      const grantId = idMadeBy(uuid5('access log: to all'), 'disclosure');
      const shared = { text: secret, area: 'training', sharedWithOrganisationId: organisationId };
      await give(worker, 'grantDisclosure', { ...shared, effectiveOn: today }, 'to all');
      const read = await newFor(worker, async () => {
        for (const who of [hr, lead, supervisor])
          expect(
            (await disclosedTo(who, { area: 'training' })).map((one: { grantId: Uuid }) => one.grantId),
          ).toEqual([grantId]);
        expect(await disclosedTo(anotherSupervisor, { area: 'training' })).toEqual([]);
      });
      expect(read.map(({ who }) => who)).toEqual(
        ['a supervisor', 'a lead', 'an HR officer'].map((role) => `${role} of ${rx2.name}`),
      );
      await give(worker, 'withdrawDisclosure', { grantId, effectiveOn: today });
      expect(await newFor(worker, () => disclosedTo(hr))).toEqual([]);
    });

    it('leaves out what one reads of oneself, unless that is asked for', async () => {
      const own = '{ myDisclosures(first: 10) { nodes { text } } }';
      expect(await newFor(worker, () => dataOf(worker, own))).toEqual([]);
      const read = await newFor(worker, () => dataOf(worker, own), true);
      expect(read.map(({ who, basis }) => [who, basis])).toEqual([
        ['you', 'self'],
        ['you', 'self'],
      ]);
    });

    it('is open to the person concerned and to auditors alone', async () => {
      for (const who of [hr, lead, supervisor, OPERATOR, staffOf(rw1).lead]) {
        expect((await mine(who)).filter(({ kind }) => kind === 'disclosure')).toEqual([]);
        expect(await audited(who)).toEqual([]);
      }
    });

    it('shows auditors who read what of whom, without values, words, or what people read of themselves', async () => {
      const entries = await audited(auditor, `, personId: "${worker}"`);
      expect(entries.length).toBe(4);
      expect(entries.at(-1)).toEqual({
        entryId: expect.any(String),
        readerId: supervisor,
        readerKind: 'person',
        readerName: null,
        role: 'supervisor',
        onBehalfOf: organisationId,
        organisationId,
        personId: worker,
        personName: null,
        dataClass: 'C3',
        kind: 'disclosure',
        purpose: 'supervision',
        basis: 'disclosure',
        basisId: disclosure,
      });
      expect(JSON.stringify(entries)).not.toContain(secret);
      expect(entries.filter(({ basis }: Logged) => basis === 'self')).toEqual([]);
      expect(await audited(auditor, '', rw1.organisationId)).toEqual([]);
      const daily = (from: number, to: number) =>
        audited(
          auditor,
          `, personId: "${worker}", from: "${addDays(today, from)}", to: "${addDays(today, to)}"`,
        );
      expect([(await daily(-1, 1)).length, (await daily(1, 2)).length, (await daily(-9, -2)).length]).toEqual(
        [4, 0, 0],
      );
    });

    it('is read page by page', async () => {
      const pages = async (query: string, who: Uuid) => {
        const found: string[] = [];
        for (let after: string | null = null, page = 0; page < 10; page += 1) {
          const [{ nodes, pageInfo }] = Object.values(await dataOf(who, query, { after })) as [
            { nodes: Logged[]; pageInfo: { hasNextPage: boolean; endCursor: string } },
          ];
          found.push(...nodes.map(({ entryId }) => entryId));
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor;
        }
        return found;
      };
      const rest = 'first: 1, after: $after) { nodes { entryId } pageInfo { hasNextPage endCursor } } }';
      const all = (await mine(worker)).map(({ entryId }) => entryId);
      expect(all.length).toBeGreaterThan(3);
      expect(await pages(`query ($after: String) { myAccessLog(${rest}`, worker)).toEqual(all);
      expect(
        await pages(
          `query ($after: String) { accessLog(organisationId: "${organisationId}", personId: "${worker}", ${rest}`,
          auditor,
        ),
      ).toEqual(all);
    });

    it('withholds all of it while the log cannot be written, and nothing else', async () => {
      const body = await withoutLog(() =>
        ask(supervisor, toMe.replace(/}$/, 'me { personId } }'), { of: organisationId }),
      );
      expect(body.data).toEqual({ disclosuresToMe: null, me: { personId: supervisor } });
      expect(body.errors).toEqual([
        {
          message:
            'This cannot be shown at the moment: that it is read could not be written down. Ask again in a while.',
          path: ['disclosuresToMe'],
          locations: expect.anything(),
          extensions: { code: 'UNAVAILABLE' },
        },
      ]);
      expect(JSON.stringify(body)).not.toContain(worker);
      expect(await disclosedTo(supervisor)).toHaveLength(1);
    });
  });

  describe('of the decision on criminal records', () => {
    let application: { readonly id: Uuid; readonly applicant: Uuid; readonly organisation: Uuid };
    let recruiter: Uuid;
    beforeAll(async () => {
      const pool = openPool(program.database.projectorUrl, { name: 'spec', max: 1 });
      const { rows } = await pool.query(
        `SELECT application_id AS id, person_id AS applicant, organisation_id AS organisation FROM recruitment.dbs_decision
         WHERE decision IS NOT NULL AND dbs_level IS NOT NULL ORDER BY 1 LIMIT 1`,
      );
      await pool.end();
      application = rows[0];
      recruiter = staffOf(partners.find((one) => one.organisationId === application.organisation)!).hr;
    });
    const asked = (who: Uuid, fields: string) =>
      ask(who, `query ($id: UUID!) { application(applicationId: $id) { applicationId ${fields} } }`, {
        id: application.id,
      });

    it('is written once for all that was read at once, and only where it was asked for', async () => {
      const { applicant } = application;
      expect(await newFor(applicant, () => asked(recruiter, 'status checks { check }'))).toEqual([]);
      const read = await newFor(applicant, async () => {
        const { data } = await asked(recruiter, 'dbsLevel dbsDecision dbsDecidedOn');
        expect(data.application).toMatchObject({
          dbsLevel: expect.any(String),
          dbsDecision: expect.any(String),
          dbsDecidedOn: expect.any(String),
        });
      });
      expect(read).toMatchObject([
        {
          what: 'the decision of your DBS check',
          kind: 'dbsDecision',
          dataClass: 'C4',
          why: 'employment checks: the decision alone',
          basis: 'role',
        },
      ]);
    });

    it('is written of the applicant’s own reading, for themselves', async () => {
      const { applicant } = application;
      const read = await newFor(applicant, () => asked(applicant, 'dbsDecision'), true);
      expect(read.map(({ who, kind, basis }) => [who, kind, basis])).toEqual([
        ['you', 'dbsDecision', 'self'],
      ]);
    });

    it('is withheld while the log cannot be written, and the rest of the application is shown', async () => {
      const { data: before } = await asked(recruiter, 'status dbsLevel dbsDecision dbsDecidedOn');
      const body = await withoutLog(() => asked(recruiter, 'status dbsLevel dbsDecision dbsDecidedOn'));
      expect(body.data.application).toEqual({
        ...before.application,
        dbsLevel: null,
        dbsDecision: null,
        dbsDecidedOn: null,
      });
      expect(
        body.errors.map(({ path, extensions }: { path: string[]; extensions: object }) => [path, extensions]),
      ).toEqual(
        ['dbsLevel', 'dbsDecision', 'dbsDecidedOn'].map((field) => [
          ['application', field],
          { code: 'UNAVAILABLE' },
        ]),
      );
    });
  });

  describe('in an emergency', () => {
    let glass: Uuid;
    beforeAll(async () => {
      glass = await give(OPERATOR, 'requestBreakGlass', {
        organisationId,
        personId: null,
        classes: ['C1', 'C2', 'C3'],
        reason: 'A safeguarding alert, and nobody of the trust can be reached.',
        hours: 2,
      });
      await give(lead, 'approveBreakGlass', { breakGlassId: glass });
    });
    const inEmergency = (query: string, variables = {}) =>
      ask(OPERATOR, query, variables, { 'break-glass': glass });
    const person = 'query ($id: UUID!) { person(personId: $id) { displayName } }';

    it('is written of everybody in an answer, whatever its class', async () => {
      const read = await newFor(worker, async () => {
        await eventually(async () => {
          const body = await inEmergency(person, { id: worker });
          expect(body.data.person).toEqual({ displayName: 'Robin Example' });
        });
      });
      expect(read[0]).toMatchObject({
        who: 'an operator',
        what: `your records at ${rx2.name} (the query “person”)`,
        dataClass: 'C3',
        basis: 'breakGlass',
        basisId: glass,
      });
    });

    it('is written also where an answer names nobody', async () => {
      const nobody = async () =>
        (await audited(auditor)).filter(
          ({ personId, basisId }: { personId: Uuid | null; basisId: Uuid }) =>
            personId === null && basisId === glass,
        ).length;
      const before = await nobody();
      await inEmergency(person, { id: uuid5('nobody at all') });
      expect(await nobody()).toBe(before + 1);
    });

    it('withholds the answer while it cannot be written, and nothing that is not read under it', async () => {
      const { data, errors } = await withoutLog(() => inEmergency(person, { id: worker }));
      expect([data.person, errors[0].extensions.code]).toEqual([null, 'UNAVAILABLE']);
      const { data: usual } = await withoutLog(() => ask(hr, person, { id: worker }));
      expect(usual.person).toEqual({ displayName: 'Robin Example' });
    });
  });

  describe('through an agreement', () => {
    const organisation = (id: Uuid) => ({ kind: 'organisation', id });
    const workforce =
      'query ($id: UUID!) { workforce(organisationId: $id, first: 100) { nodes { personId } } me { personId } }';
    beforeAll(async () => {
      const agreementId = await give(lead, 'drawUpAgreement', {
        localityId: localityIdOf('Sussex'),
        title: 'Working together in Sussex',
        reference: 'ISA 2026/20',
        disclosing: [organisationId],
        receiving: [organisation(capital.organisationId)],
        purposes: ['planningTheWorkforce', 'recognisingTraining', 'supervisingTogether', 'keepingBoundaries'],
        classes: ['C1', 'C2'],
        lawfulBasis: 'publicTask',
        specialCondition: 'healthOrSocialCare',
        effectiveOn: today,
      });
      await give(lead, 'signAgreement', { agreementId, party: organisation(organisationId) });
      const party = organisation(capital.organisationId);
      await give(charityLead, 'signAgreement', { agreementId, party }, 'second signature');
    });

    it('is written that another organisation learnt of somebody’s work', async () => {
      const read = await newFor(worker, async () => {
        await eventually(async () => {
          const shown = await dataOf(charityLead, workforce, { id: organisationId });
          expect(shown.workforce.nodes).toContainEqual({ personId: worker });
        });
      });
      expect(read).toMatchObject([
        {
          who: `a lead of ${capital.name}`,
          what: 'that you are a peer worker, and records of your work',
          kind: 'peerWorkerStatus',
          dataClass: 'C3',
          why: 'planning the workforce',
          basis: 'agreement',
          basisId: expect.any(String),
        },
      ]);
      const [entry] = await audited(auditor, `, personId: "${worker}"`);
      expect(entry).toMatchObject({
        readerId: charityLead,
        organisationId,
        onBehalfOf: capital.organisationId,
        kind: 'peerWorkerStatus',
      });
    });

    it('is written also where an answer does not say whose record of a person it is', async () => {
      const probe = 'query ($id: UUID!) { probeOfPerson(personId: $id) }';
      const read = await newFor(worker, () => dataOf(charityLead, probe, { id: worker }));
      expect(read).toMatchObject([{ kind: 'peerWorkerStatus', basis: 'agreement' }]);
      expect(await newFor(worker, () => dataOf(hr, probe, { id: worker }))).toEqual([]);
    });

    it('holds nothing of the people of one’s own organisation, or of who asks for nothing of theirs', async () => {
      const read = await newFor(worker, async () => {
        await dataOf(hr, workforce, { id: organisationId });
        await dataOf(charityLead, workforce, { id: capital.organisationId });
      });
      expect(read).toEqual([]);
    });

    it('withholds the answer while it cannot be written', async () => {
      const { data, errors } = await withoutLog(() => ask(charityLead, workforce, { id: organisationId }));
      expect([data, errors[0].extensions.code]).toEqual([null, 'UNAVAILABLE']);
      expect(JSON.stringify(errors)).not.toContain(worker);
    });

    it('is written of every query that shows anything of one person’s', async () => {
      const ids = await idsOfSomebody();
      const unknown = Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()]));
      const answer = async ({ document }: WholeQuery, given: Readonly<Record<string, Uuid>>) => {
        const common = { first: 20, on: today, task: 'carePlanEntries', localityId: localityIdOf('Sussex') };
        const body = await ask(charityLead, document, { ...common, ...given });
        return Object.entries(given).reduce(
          (text, [name, id]) => text.replaceAll(id, name),
          JSON.stringify(body),
        );
      };
      const logged = async (): Promise<number> => {
        const { rows } = await owner.query<{ count: number }>(
          `SELECT count(*) FROM access_log.entry WHERE person_id = $1 AND basis = 'agreement'`,
          [ids['personId']],
        );
        return rows[0]!.count;
      };
      const queries = wholeQueries(await graphOf(contextModules), ({ name }) => name === 'on');
      const outcome: Record<'logged' | 'unlogged', string[]> = { logged: [], unlogged: [] };
      for (const query of queries.filter((one) => one.arguments.some((name) => name in ids))) {
        const before = await logged();
        const shown = (await answer(query, ids)) !== (await answer(query, unknown));
        if (shown) outcome[(await logged()) > before ? 'logged' : 'unlogged'].push(query.name);
      }
      // What is said of an organisation, and of nobody in it.
      const ofNobody = [
        'applicableClauses',
        'organisation',
        'post',
        'posts',
        'readiness',
        'teams',
        'vacancy',
      ];
      expect(outcome.unlogged.filter((name) => !ofNobody.includes(name))).toEqual([]);
      expect(outcome.logged).toEqual(
        expect.arrayContaining([
          'boundary',
          'engagement',
          'sessions',
          'supervision',
          'trainingRecord',
          'workforce',
        ]),
      );
    }, 60_000);
  });
});
