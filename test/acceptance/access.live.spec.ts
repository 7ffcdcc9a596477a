import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  frameworkLeadOf,
  localityIdOf,
  OPERATOR,
  partnerByOds,
  partners,
  staffOf,
} from '@alongside/demonstration';
import { demonstrationSubject } from '@alongside/identity/development-realm';
import { addDays, dayOf, uuid5, type Uuid } from '@alongside/kernel';
import { membershipIdOf } from '@alongside/localities/contracts';
import { openPool } from '@alongside/postgres';
import { accepted, commanding, type CommandAnswer } from '../support/commanding.js';
import { eventually } from '../support/eventually.js';
import { startProgram, type Program } from '../support/program.js';
import { subscribe } from '../support/subscribing.js';

const today = dayOf(new Date().toISOString());
const rx2 = partnerByOds('RX2');
const rdr = partnerByOds('RDR');
const capital = partners.find(({ name }) => name === 'CAPITAL Project Trust')!;
const [trust, charity] = [staffOf(rx2), staffOf(capital)];
const frameworkLead = frameworkLeadOf('Sussex');
const sussex = localityIdOf('Sussex');

let program: Program;
let commands = 0;
const id = (name: string): Uuid => uuid5(`access: ${name}`);

const command = commanding(() => program, 'access');
const give = async (who: Uuid, name: string, input: object): Promise<CommandAnswer> => {
  const answer = await command(who, name, { commandId: id(`command ${(commands += 1)}`), ...input });
  await program.caughtUp();
  return answer;
};
const given = async (who: Uuid, name: string, input: object): Promise<Uuid> =>
  (await accepted(give(who, name, input))).id;
const ask = async (who: Uuid, query: string, headers: Record<string, string> = {}) => {
  const { body } = await program.as(who)(query, {}, headers);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as JSON
  return body as { data: any; errors?: { extensions: { code: string } }[] };
};
const nodes = async (who: Uuid, field: string, headers: Record<string, string> = {}) => {
  const { data, errors } = await ask(who, `{ ${field} }`, headers);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values<{ nodes: Record<string, unknown>[] }>(data)[0]!.nodes;
};
const workforce = (of: Uuid) =>
  `workforce(organisationId: "${of}", first: 100) { nodes { personId displayName employingOrganisationId } }`;

/** Somebody who works for the trust and whom somebody there supervises. */
let worker: {
  personId: Uuid;
  engagementId: Uuid;
  supervisorId: Uuid;
  supervisionId: Uuid;
  loginless: boolean;
};

beforeAll(async () => {
  program = await startProgram({ extent: 'everything' });
  const pool = openPool(program.database.projectorUrl, { name: 'spec', max: 1 });
  const { rows } = await pool.query<typeof worker>(
    `SELECT e.person_id AS "personId", e.engagement_id AS "engagementId", a.supervisor_id AS "supervisorId",
       a.supervision_id AS "supervisionId"
     FROM employment.engagement e JOIN supervision.arrangement a USING (engagement_id)
     WHERE e.employing_organisation_id = $1 AND e.host_organisation_id = $1 AND e.ends_on IS NULL AND a.ended_on IS NULL
     ORDER BY e.engagement_id LIMIT 1`,
    [rx2.organisationId],
  );
  await pool.end();
  worker = rows[0]!;
}, 120_000);
afterAll(() => program?.close(), 30_000);

describe('what organisations share by agreement', () => {
  const terms = {
    localityId: sussex,
    title: 'Peer workers across the trust and CAPITAL',
    reference: 'ISA 2026/21',
    disclosing: [rx2.organisationId],
    receiving: [
      { kind: 'organisation', id: capital.organisationId },
      { kind: 'locality', id: sussex },
    ],
    purposes: ['recognisingTraining', 'planningTheWorkforce'],
    classes: ['C1', 'C2'],
    lawfulBasis: 'publicTask',
    specialCondition: 'healthOrSocialCare',
    effectiveOn: addDays(today, -30),
  };
  const party = { kind: 'organisation', id: capital.organisationId };
  let agreementId: Uuid;
  const record = () =>
    `trainingRecord(personId: "${worker.personId}", first: 50) { nodes { title recordedByOrganisationId } }`;
  const opensNothing = async (who: Uuid): Promise<void> => {
    expect(await nodes(who, workforce(rx2.organisationId))).toEqual([]);
    expect(await nodes(who, record())).toEqual([]);
    expect(
      (await ask(who, `{ engagement(engagementId: "${worker.engagementId}") { title } }`)).data.engagement,
    ).toBeNull();
  };

  it('is nothing before each of the two has signed', async () => {
    agreementId = await given(trust.lead, 'drawUpAgreement', terms);
    await opensNothing(charity.hr);
    await given(trust.lead, 'signAgreement', {
      agreementId,
      party: { kind: 'organisation', id: rx2.organisationId },
    });
    await opensNothing(charity.hr);
  });

  it('is what the agreement names, to those who hold a role that needs it', async () => {
    const own = await nodes(trust.hr, workforce(rx2.organisationId));
    const training = await nodes(trust.hr, record());
    await given(charity.lead, 'signAgreement', { agreementId, party });
    for (const who of [charity.hr, charity.lead]) {
      const seen = await nodes(who, workforce(rx2.organisationId));
      expect(seen.map(({ personId }) => personId)).toEqual(
        own
          .filter(({ employingOrganisationId }) => employingOrganisationId === rx2.organisationId)
          .map(({ personId }) => personId),
      );
      expect(seen.every(({ displayName }) => typeof displayName === 'string')).toBe(true);
      expect(await nodes(who, record())).toEqual(
        training.filter(({ recordedByOrganisationId }) => recordedByOrganisationId === rx2.organisationId),
      );
    }
    expect(training.length).toBeGreaterThan(0);
    for (const who of [charity.supervisors[0]!, frameworkLead, staffOf(rdr).hr]) await opensNothing(who);
  });

  it('is nothing of other areas, and nothing that people said or shared themselves', async () => {
    const asked = [
      `supervisionsOf(organisationId: "${rx2.organisationId}", first: 5) { nodes { supervisionId } }`,
      `applications(organisationId: "${rx2.organisationId}", first: 5) { nodes { applicationId } }`,
      `people(organisationId: "${rx2.organisationId}", first: 5) { nodes { personId } }`,
      `roles(organisationId: "${rx2.organisationId}", first: 5) { nodes { personId } }`,
      `history(recordId: "${worker.engagementId}", first: 5) { nodes { type } }`,
      `history(recordId: "${worker.personId}", first: 5) { nodes { type } }`,
    ];
    for (const field of asked) {
      const { data, errors } = await ask(charity.hr, `{ ${field} }`);
      expect([field, errors ? [] : Object.values<{ nodes: unknown[] }>(data)[0]!.nodes]).toEqual([field, []]);
    }
    expect(
      (await ask(charity.hr, `{ person(personId: "${worker.personId}") { displayName } }`)).data.person,
    ).toBeNull();
  });

  it('lets nobody act on it', async () => {
    const hours = { engagementId: worker.engagementId, hoursPerWeek: 10, effectiveOn: today };
    expect(await give(charity.hr, 'agreeHours', hours)).toMatchObject({ code: 'NotFound' });
  });

  it('shows those who lead the framework competence and no names, where the locality receives', async () => {
    await given(frameworkLead, 'signAgreement', { agreementId, party: { kind: 'locality', id: sussex } });
    expect((await nodes(frameworkLead, record())).length).toBeGreaterThan(0);
    expect(await nodes(frameworkLead, workforce(rx2.organisationId))).toEqual([]);
    const enrolled = `enrolments(organisationId: "${rx2.organisationId}", first: 50) { nodes { personId displayName } }`;
    for (const { displayName } of await nodes(frameworkLead, enrolled)) expect(displayName).toBeNull();
  });

  it('is seen by those it is about: who could look, and who did', async () => {
    const { data } = await ask(
      worker.personId,
      '{ whoCanSeeMe(first: 100) { nodes { ground inWords holderName eventIds } } }',
    );
    const shared = data.whoCanSeeMe.nodes.filter(({ ground }: { ground: string }) => ground === 'agreement');
    expect(shared.map(({ holderName }: { holderName: string }) => holderName)).toEqual(
      expect.arrayContaining(['CAPITAL Project Trust', 'Sussex']),
    );
    const looked = await nodes(worker.personId, 'myAccessLog(first: 50) { nodes { inWords } }');
    expect(
      looked.map(({ inWords }) => inWords as string).filter((words) => /CAPITAL/.test(words)),
    ).not.toEqual([]);
  });

  it('stands in the review of the trust’s lead, with the facts that opened it', async () => {
    const review = await nodes(
      trust.lead,
      `accessReview(organisationId: "${rx2.organisationId}", first: 100) { nodes { ground holderName inWords eventIds } }`,
    );
    const opened = review.filter(({ ground }) => ground === 'agreement');
    expect(opened.map(({ holderName }) => holderName).toSorted()).toEqual([
      'CAPITAL Project Trust',
      'Sussex',
    ]);
    for (const { eventIds } of opened) expect((eventIds as string[]).length).toBeGreaterThanOrEqual(3);
    expect(review.filter(({ ground }) => ground === 'role').map(({ inWords }) => inWords as string)).toEqual(
      expect.arrayContaining([expect.stringMatching(/ is HR of Sussex Partnership/)]),
    );
    expect(review.some(({ ground }) => ground === 'assignment')).toBe(true);
    for (const who of [trust.hr, charity.lead, frameworkLead])
      expect(
        await nodes(
          who,
          `accessReview(organisationId: "${rx2.organisationId}", first: 5) { nodes { ground } }`,
        ),
      ).toEqual([]);
  });

  it('is over within a second once either suspends it, with whoever listens', async () => {
    const listening = subscribe(
      program.url,
      await program.tokenOf(charity.hr),
      `subscription { recordChanges(organisationId: "${rx2.organisationId}") { position parts } }`,
    );
    await eventually(async () => {
      await given(trust.hr, 'agreeHours', {
        engagementId: worker.engagementId,
        hoursPerWeek: 20 + (commands % 7),
        effectiveOn: today,
      });
      expect(listening.data.at(-1)?.recordChanges.parts).toEqual(['employment']);
    });
    await given(trust.lead, 'suspendAgreement', {
      agreementId,
      party: { kind: 'organisation', id: rx2.organisationId },
      reason: 'A question of the data-protection officer.',
    });
    await eventually(async () => expect(listening.over()).toBe(true), 1_000);
    expect(listening.codes).toEqual(['ACCESS_ENDED']);
    await opensNothing(charity.hr);
    expect(await nodes(frameworkLead, record())).toEqual([]);
    await listening.stop();
  });

  it('is open again when it is resumed, and over for good when one leaves', async () => {
    const our = { kind: 'organisation', id: rx2.organisationId };
    await given(trust.lead, 'resumeAgreement', { agreementId, party: our });
    await eventually(async () =>
      expect(await nodes(charity.hr, workforce(rx2.organisationId))).not.toEqual([]),
    );
    await given(charity.lead, 'leaveAgreement', { agreementId, party });
    await eventually(() => opensNothing(charity.hr));
    expect((await nodes(frameworkLead, record())).length).toBeGreaterThan(0);
  });
});

describe('listening to a record', () => {
  const changes = (of?: Uuid): string =>
    `subscription { recordChanges${of ? `(organisationId: "${of}")` : ''} { position parts } }`;

  it('tells people of what is recorded about them, and nothing of others', async () => {
    const mine = subscribe(program.url, await program.tokenOf(worker.personId), changes());
    const theirs = subscribe(program.url, await program.tokenOf(charity.supervisors[0]!), changes());
    await eventually(async () => {
      await given(trust.hr, 'agreeHours', {
        engagementId: worker.engagementId,
        hoursPerWeek: 20 + (commands % 7),
        effectiveOn: today,
      });
      expect(mine.data.at(-1)?.recordChanges.parts).toContain('employment');
    });
    expect(theirs.data).toEqual([]);
    await Promise.all([mine.stop(), theirs.stop()]);
  });

  it.each([
    [
      'an organisation that is not theirs',
      () => subscribeAs(charity.hr, changes(rdr.organisationId)),
      'NOT_FOUND',
    ],
    ['an organisation that there is none', () => subscribeAs(charity.hr, changes(id('none'))), 'NOT_FOUND'],
    ['a query over the socket', () => subscribeAs(charity.hr, '{ me { personId } }'), 'BAD_USER_INPUT'],
    [
      'a field that there is none',
      () => subscribeAs(charity.hr, 'subscription { nothing }'),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['text that is no document', () => subscribeAs(charity.hr, 'subscription {'), 'GRAPHQL_PARSE_FAILED'],
    ['no token', async () => subscribe(program.url, null, changes()), '4403'],
    ['a bad token', async () => subscribe(program.url, 'nonsense', changes()), '4403'],
  ] as const)('refuses %s', async (_, open, code) => {
    const refused = await open();
    await eventually(async () => expect(refused.codes).toEqual([code]));
    await refused.stop();
  });
  const subscribeAs = async (who: Uuid, query: string) =>
    subscribe(program.url, await program.tokenOf(who), query);

  it('is kept to a few subscriptions for each person', async () => {
    const token = await program.tokenOf(charity.hr);
    const open = Array.from({ length: 21 }, () =>
      subscribe(program.url, token, changes(capital.organisationId)),
    );
    await eventually(async () => expect(open.flatMap(({ codes }) => codes)).toEqual(['RATE_LIMITED']));
    await Promise.all(open.map(({ stop }) => stop()));
    const again = subscribe(program.url, token, changes(capital.organisationId));
    await eventually(async () => {
      await given(charity.lead, 'formTeam', {
        organisationId: capital.organisationId,
        name: `Team ${commands}`,
        setting: 'communityTeam',
        effectiveOn: today,
      });
      expect(again.data.length + again.codes.length).toBeGreaterThan(0);
    });
    expect(again.codes).toEqual([]);
    await again.stop();
  });

  it('ends when the token is no longer good', async () => {
    const short = await program.realm.mint(demonstrationSubject(trust.hr), { lifetimeSeconds: 3 });
    const listening = subscribe(program.url, short, changes(rx2.organisationId));
    await eventually(async () => expect(listening.codes).toEqual(['UNAUTHENTICATED']), 15_000);
    expect(listening.over()).toBe(true);
  });
});

describe('somebody who leaves', () => {
  it('sees nothing from the moment their role is ended, and hears nothing more', async () => {
    const leaver = id('leaver');
    const personId = await given(trust.hr, 'registerPerson', {
      registeredBy: rx2.organisationId,
      givenName: 'Lee',
      familyName: 'Example',
      effectiveOn: today,
    });
    expect(personId).not.toBe(leaver);
    await given(trust.hr, 'linkLogin', {
      personId,
      issuer: 'urn:alongside:development-realm',
      subject: demonstrationSubject(personId),
      effectiveOn: today,
    });
    await given(trust.lead, 'grantRole', {
      personId,
      role: 'hr',
      organisationId: rx2.organisationId,
      from: today,
    });
    await eventually(async () =>
      expect(await nodes(personId, workforce(rx2.organisationId))).not.toEqual([]),
    );
    const listening = subscribe(
      program.url,
      await program.tokenOf(personId),
      `subscription { recordChanges(organisationId: "${rx2.organisationId}") { position } }`,
    );
    await eventually(async () => {
      await given(trust.hr, 'agreeHours', {
        engagementId: worker.engagementId,
        hoursPerWeek: 10 + (commands % 9),
        effectiveOn: today,
      });
      expect(listening.data.length).toBeGreaterThan(0);
    });
    await given(trust.lead, 'endRole', {
      membershipId: membershipIdOf(personId, 'hr', rx2.organisationId),
      effectiveOn: today,
    });
    await eventually(async () => expect(listening.codes).toEqual(['ACCESS_ENDED']), 1_000);
    expect(await nodes(personId, workforce(rx2.organisationId))).toEqual([]);
    await listening.stop();
  });
});

describe('what is broken open', () => {
  const field = (): string => `engagement(engagementId: "${worker.engagementId}") { title personId }`;
  let glass: Record<string, string>;

  it('is open to the operator under its name, about the one person, once another has agreed', async () => {
    const breakGlassId = await given(OPERATOR, 'requestBreakGlass', {
      organisationId: rx2.organisationId,
      personId: worker.personId,
      classes: ['C2'],
      reason: 'A safeguarding alert out of hours.',
      hours: 2,
    });
    glass = { 'break-glass': breakGlassId };
    const closed = await ask(OPERATOR, `{ ${field()} }`, glass);
    expect(closed.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await given(trust.lead, 'approveBreakGlass', { breakGlassId });
    await eventually(async () =>
      expect((await ask(OPERATOR, `{ ${field()} }`, glass)).data?.engagement).toMatchObject({
        personId: worker.personId,
      }),
    );
    expect((await ask(OPERATOR, `{ ${field()} }`)).data.engagement).toBeNull();
    const people = await nodes(OPERATOR, workforce(rx2.organisationId), glass);
    expect([...new Set(people.map(({ personId }) => personId))]).toEqual([worker.personId]);
    expect((await ask(trust.hr, `{ ${field()} }`, glass)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ask(OPERATOR, `{ ${field()} }`, { 'break-glass': 'x' })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
  });

  it('is told to the person: that it was open, why, and what was read', async () => {
    const [notice] = await nodes(worker.personId, 'myNotices(first: 5) { nodes { wasRead inWords } }');
    expect(notice).toMatchObject({ wasRead: true, inWords: expect.stringContaining('safeguarding alert') });
    const looked = await nodes(worker.personId, 'myAccessLog(first: 5) { nodes { basis inWords } }');
    expect(looked.map(({ basis }) => basis)).toContain('breakGlass');
  });

  it('is closed at once when it is ended', async () => {
    await given(trust.lead, 'endBreakGlass', { breakGlassId: glass['break-glass'] });
    await eventually(async () =>
      expect((await ask(OPERATOR, `{ ${field()} }`, glass)).errors?.[0]?.extensions.code).toBe('NOT_FOUND'),
    );
  });
});

describe('a role that is lent', () => {
  it('lets its borrower do what its holder may, and no longer than the holder', async () => {
    const borrower = trust.supervisors[2]!;
    const rename = (name: string) =>
      give(borrower, 'formTeam', {
        organisationId: rx2.organisationId,
        name,
        setting: 'inpatientWard',
        effectiveOn: today,
      });
    expect(await rename('Before')).toEqual({ code: 'NOT_FOUND' });
    await given(trust.lead, 'delegateRole', {
      role: 'organisationLead',
      organisationId: rx2.organisationId,
      delegateId: borrower,
      from: today,
      until: addDays(today, 14),
    });
    await eventually(async () => expect(await rename('While')).toHaveProperty('id'));
    await given(OPERATOR, 'endRole', {
      membershipId: membershipIdOf(trust.lead, 'organisationLead', rx2.organisationId),
      effectiveOn: today,
    });
    await eventually(async () => expect(await rename('After')).toHaveProperty('code'));
  });
});

describe('while the read models stand still', () => {
  it('nobody keeps a role that was ended, beyond what was known of their token', async () => {
    const reads = async (): Promise<unknown> => {
      const token = await program.realm.mint(demonstrationSubject(trust.hr), { lifetimeSeconds: 60 });
      const response = await fetch(`${program.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: `{ ${workforce(rx2.organisationId)} }` }),
      });
      const { data } = (await response.json()) as { data: { workforce: { nodes: readonly unknown[] } } };
      return data.workforce.nodes.length > 0;
    };
    expect(await reads()).toBe(true);
    await program.projector.close();
    const { body } = await program.as(OPERATOR)(
      `mutation ($input: EndRoleInput!) { endRole(input: $input) { ... on EndRoleAccepted { id } } }`,
      {
        input: { membershipId: membershipIdOf(trust.hr, 'hr', rx2.organisationId), effectiveOn: today },
      },
    );
    expect(body.data.endRole.id).toBeDefined();
    expect(await reads()).toBe(false);
  });
});
