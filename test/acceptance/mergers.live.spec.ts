import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localityIdOf, partnerByOds, staffOf } from '@alongside/demonstration';
import { adoptionIdOf } from '@alongside/framework/contracts';
import { addDays, dayOf, uuid5, type CalendarDate, type Uuid } from '@alongside/kernel';
import {
  absorbed,
  DAY,
  foundSmallTrust,
  r1c,
  recordOf,
  rw1,
  small,
  SMALL_DAY,
} from '../support/absorbed-records.js';
import { talkWith, type Talk } from '../support/graph-talk.js';
import { startProgram, type Program } from '../support/program.js';

const EVE = addDays(DAY, -1);
const wessex = localityIdOf('Wessex');
const today = dayOf(new Date().toISOString());

/** Who answers for whose records, on either side of each merger. */
const answering: readonly (readonly [CalendarDate, Uuid, readonly Uuid[]])[] = [
  [addDays(SMALL_DAY, -1), small, [small]],
  [addDays(SMALL_DAY, -1), r1c, [r1c]],
  [addDays(SMALL_DAY, -1), rw1, [rw1]],
  [SMALL_DAY, small, []],
  [EVE, r1c, [small, r1c]],
  [EVE, rw1, [rw1]],
  [DAY, small, []],
  [DAY, r1c, []],
  [DAY, rw1, [small, r1c, rw1]],
];

/** Lists of an organisation with a day, and the id in each of their entries. */
const lists: Readonly<Record<string, string>> = {
  people: 'people(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: personId }',
  workforce:
    'workforce(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: engagementId }',
  posts: 'posts(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: postId }',
  'open posts':
    'posts(organisationId: $id, on: $on, openOnly: true, first: 100, after: $after) { nodes { id: postId }',
  vacancies: 'vacancies(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: vacancyId }',
  applications:
    'applications(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: applicationId }',
  supervisions:
    'supervisionsOf(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: supervisionId }',
  'overdue supervisions':
    'supervisionsOf(organisationId: $id, on: $on, overdueOnly: true, first: 100, after: $after) { nodes { id: supervisionId }',
  cohorts: 'cohorts(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: cohortId }',
  enrolments:
    'enrolments(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: enrolmentId }',
};

/** Lists of an organisation that are of today alone. */
const listsOfToday: Readonly<Record<string, string>> = {
  'shared training': 'sharedTraining(organisationId: $id, first: 100, after: $after) { nodes { id: eventId }',
};

describe('two organisations become one', () => {
  let program: Program;
  /** What the spec recorded of each organisation, by the list that shows it. */
  const made = new Map<Uuid, Readonly<Record<string, Uuid>>>();
  const hr = staffOf(partnerByOds('RW1')).hr;

  let give: Talk['give'], ask: Talk['ask'], listed: Talk['listed'];

  beforeAll(async () => {
    program = await startProgram({ extent: 'everything', people: 60, pointsPerMinute: 10_000_000 });
    const talk = talkWith(program, 'mergers');
    ({ give, ask, listed } = talk);
    await foundSmallTrust(talk);
    const courseId = await give(hr, 'registerCourse', {
      organisationId: rw1,
      title: 'Working as a peer',
      kind: 'imroc40',
      provider: 'Wessex peers',
      hours: 30,
      outcome: 'attended',
      competences: [],
      effectiveOn: '2020-01-01',
    });
    for (const organisationId of absorbed)
      made.set(organisationId, await recordOf(talk, organisationId, courseId));
  }, 240_000);
  afterAll(() => program?.close(), 30_000);

  describe.each(Object.keys(lists))('in the list of %s', (name) => {
    it.each(answering)('on %s it is with whoever answers for it then: %s', async (on, asked, owners) => {
      const ids = new Set([...made.values()].map((own) => own[name]));
      const found = (await listed(hr, lists[name]!, asked, on)).filter((id) => ids.has(id));
      expect([...found].sort()).toEqual(owners.map((owner) => made.get(owner)![name]!).sort());
    });
  });

  it.each(Object.keys(listsOfToday))('in the list of %s it is with the successor today', async (name) => {
    const expected = absorbed.map((owner) => made.get(owner)![name]!).sort();
    expect([...(await listed(hr, listsOfToday[name]!, rw1))].sort()).toEqual(expected);
    expect(await listed(hr, listsOfToday[name]!, r1c)).toEqual([]);
  });

  describe('in figures', () => {
    interface Count {
      readonly key: string;
      readonly label: string;
      readonly people: number | null;
      readonly exact: boolean;
    }
    const summary = async (who: Uuid, on: CalendarDate) =>
      (
        await ask(
          who,
          'localitySummary(localityId: $id, asAt: $on) { countedOn total { people } byOrganisation { key label people exact } bySector { key people } }',
          { id: wessex, on },
        )
      ).localitySummary as {
        readonly countedOn: CalendarDate;
        readonly byOrganisation: readonly Count[];
        readonly bySector: readonly { readonly key: string; readonly people: number | null }[];
      };
    const counted = async (who: Uuid, on: CalendarDate): Promise<ReadonlyMap<string, Count>> =>
      new Map((await summary(who, on)).byOrganisation.map((count) => [count.key, count]));
    const engagedIn = async (id: Uuid, on: CalendarDate): Promise<number> => {
      const list =
        'workforce(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: personId }';
      return new Set(await listed(hr, list, id, on)).size;
    };

    it.each(['2022-03-31', '2022-04-30', EVE, '2024-10-31'])(
      'the count of each organisation on %s is the length of its list',
      async (on) => {
        const counts = await counted(hr, on);
        for (const id of absorbed) {
          const engaged = await engagedIn(id, on);
          expect([id, counts.get(id)?.people ?? 0]).toEqual([id, engaged]);
        }
      },
    );

    it('the first days of a month count the day before, when they were still apart', async () => {
      expect((await summary(hr, DAY)).countedOn).toBe(EVE);
      expect((await counted(hr, DAY)).has(r1c)).toBe(true);
    });

    it('names each organisation as it was called on the day', async () => {
      expect((await counted(hr, EVE)).get(rw1)?.label).toBe('Southern Health NHS Foundation Trust');
      expect((await counted(hr, '2024-10-31')).get(rw1)?.label).toBe(
        'Hampshire and Isle of Wight Healthcare NHS Foundation Trust',
      );
    });

    it('counts whoever was absorbed in the sector of the successor', async () => {
      const vcse = async (on: CalendarDate) =>
        (await summary(hr, on)).bySector.some(({ key }) => key === 'vcse');
      expect([await vcse('2022-03-31'), await vcse('2022-04-30')]).toEqual([true, false]);
    });

    it('tells others the same rounded, and says nothing small of the absorbed one', async () => {
      const other = staffOf(partnerByOds('RHU')).hr;
      for (const on of [EVE, '2024-10-31']) {
        const [own, others] = [await counted(hr, on), await counted(other, on)];
        for (const id of [r1c, rw1]) {
          const exact = own.get(id)?.people ?? 0;
          const told = exact === 0 ? undefined : exact < 5 ? null : Math.round(exact / 5) * 5;
          expect([on, id, others.get(id)?.people]).toEqual([on, id, told]);
        }
      }
      expect((await counted(other, EVE)).get(r1c)?.people).toBeNull();
    });
  });

  describe('in what is public', () => {
    interface Named {
      readonly organisationId: Uuid;
      readonly name: string;
    }
    it('there are two organisations on the eve, and one under its new name on the day', async () => {
      const organisations = async (on: CalendarDate) => {
        const data = await ask(
          hr,
          'organisations(localityId: $id, asAt: $on, first: 100) { nodes { organisationId name } }',
          { id: wessex, on },
        );
        const nodes = data.organisations.nodes as readonly Named[];
        return nodes
          .filter(({ organisationId }) => absorbed.includes(organisationId))
          .map(({ name }) => name)
          .sort();
      };
      expect(await organisations(EVE)).toEqual(['Solent NHS Trust', 'Southern Health NHS Foundation Trust']);
      expect(await organisations(DAY)).toEqual([
        'Hampshire and Isle of Wight Healthcare NHS Foundation Trust',
      ]);
      const data = await ask(
        hr,
        'organisation(organisationId: $id) { predecessors { organisationId mergedOn } }',
        {
          id: rw1,
        },
      );
      // What the small trust had become was R1C's until R1C itself was absorbed.
      expect(data.organisation.predecessors).toEqual(
        [small, r1c].sort().map((organisationId) => ({ organisationId, mergedOn: DAY })),
      );
    });

    it('the absorbed one adopts nothing any more, and its people go by what its successor adopted', async () => {
      const framework = (await ask(hr, 'framework(localityId: $id) { frameworkId }', { id: wessex }))
        .framework;
      const adopters = async (on: CalendarDate) => {
        const data = await ask(
          hr,
          'adoptions(frameworkId: $id, asAt: $on, first: 100) { nodes { organisationId name: organisationName } }',
          { id: framework.frameworkId, on },
        );
        const nodes = data.adoptions.nodes as readonly Named[];
        return Object.fromEntries(nodes.map(({ organisationId, name }) => [organisationId, name]));
      };
      const [eve, day] = [await adopters(EVE), await adopters(DAY)];
      expect([eve[r1c], eve[rw1]]).toEqual(['Solent NHS Trust', 'Southern Health NHS Foundation Trust']);
      expect([day[r1c], day[rw1]]).toEqual([
        undefined,
        'Hampshire and Isle of Wight Healthcare NHS Foundation Trust',
      ]);
      const clauses = async (id: Uuid, on: CalendarDate) =>
        (
          await ask(
            hr,
            'applicableClauses(organisationId: $id, on: $on, first: 100) { nodes { clauseId versionId } }',
            { id, on },
          )
        ).applicableClauses.nodes as readonly object[];
      expect(await clauses(small, EVE)).toEqual(await clauses(r1c, EVE));
      expect((await clauses(r1c, EVE)).length).toBeGreaterThan(0);
      const tomorrow = addDays(today, 1);
      await give(staffOf(partnerByOds('RW1')).lead, 'endAdoption', {
        adoptionId: adoptionIdOf(framework.frameworkId, rw1),
        effectiveOn: tomorrow,
      });
      expect([await clauses(r1c, today), await clauses(r1c, tomorrow)]).toEqual([
        await clauses(rw1, today),
        [],
      ]);
    });

    it('teams, and what is in place in them, are with the successor', async () => {
      const teamsOf = (id: Uuid, on: CalendarDate) =>
        listed(
          hr,
          'teams(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: teamId }',
          id,
          on,
        );
      const [solent, southern] = [await teamsOf(r1c, EVE), await teamsOf(rw1, EVE)];
      expect(solent.length).toBeGreaterThan(0);
      expect([...(await teamsOf(rw1, DAY))].sort()).toEqual([...solent, ...southern].sort());
      expect(await teamsOf(r1c, DAY)).toEqual([]);
      const inPlace = async (id: Uuid, on: CalendarDate) =>
        (await ask(hr, 'readiness(organisationId: $id, on: $on) { items { eventId } }', { id, on })).readiness
          .items as readonly object[];
      expect(await inPlace(r1c, EVE)).not.toEqual(await inPlace(rw1, EVE));
      expect(await inPlace(r1c, DAY)).toEqual(await inPlace(rw1, DAY));
    });
  });

  describe('in roles and rights', () => {
    const former = staffOf(partnerByOds('R1C'));
    const rolesOf = async (id: Uuid, on: CalendarDate) => {
      const data = await ask(
        hr,
        'roles(organisationId: $id, on: $on, first: 100) { nodes { personId role until } }',
        { id, on },
      );
      return data.roles.nodes as readonly { personId: Uuid; role: string; until: CalendarDate | null }[];
    };

    it('the roles in the absorbed one end on the eve, and become none in the other', async () => {
      const roles = await rolesOf(r1c, EVE);
      expect(roles.map(({ role }) => role).sort()).toEqual([
        'hr',
        'organisationLead',
        'supervisor',
        'supervisor',
        'supervisor',
      ]);
      expect(new Set(roles.map(({ until }) => until))).toEqual(new Set([EVE]));
      expect(await rolesOf(r1c, DAY)).toEqual([]);
      const theirs = new Set(roles.map(({ personId }) => personId));
      expect((await rolesOf(rw1, DAY)).filter(({ personId }) => theirs.has(personId))).toEqual([]);
      expect((await ask(former.hr, 'me { roles { role scopeId } }')).me.roles).toEqual([]);
    });

    it.each(
      Object.entries({ ...lists, ...listsOfToday }).filter(([name]) => !/vacancies|cohorts/.test(name)),
    )('whoever worked for the absorbed one sees none of it in the list of %s', async (_, list) => {
      for (const who of [former.hr, former.lead, former.supervisors[0]!])
        for (const id of [r1c, rw1]) {
          expect(await listed(who, list, id)).toEqual([]);
          if (list.includes('$on')) expect(await listed(who, list, id, EVE)).toEqual([]);
        }
    });

    it.each([
      ['engagement', 'engagement(engagementId: $id, asAt: $on) { engagementId }', 'workforce'],
      ['supervision', 'supervision(engagementId: $id) { supervisionId }', 'workforce'],
      [
        'sessions',
        'sessions(supervisionId: $id, first: 5) { totalCount: nodes { eventId } }',
        'supervisions',
      ],
      ['person', 'person(personId: $id) { personId }', 'people'],
      ['pathway', 'pathway(personId: $id, first: 5) { nodes { eventId } }', 'people'],
      ['training', 'trainingRecord(personId: $id, first: 5) { nodes { eventId } }', 'people'],
      ['post', 'post(postId: $id) { postId }', 'posts'],
      ['application', 'application(applicationId: $id) { applicationId }', 'applications'],
      ['history of an engagement', 'history(recordId: $id, first: 5) { nodes { eventId } }', 'workforce'],
      ['history of a post', 'history(recordId: $id, first: 5) { nodes { eventId } }', 'posts'],
    ])('the successor reads each %s, and the former staff none', async (name, query, of) => {
      for (const owner of [small, r1c]) {
        const id = made.get(owner)![of]!;
        const shown = async (who: Uuid) => JSON.stringify(await ask(who, query, { id, on: EVE }));
        const unknown = JSON.stringify(await ask(hr, query, { id: uuid5('nothing'), on: EVE }));
        expect(await shown(former.hr)).toBe(unknown);
        if (name !== 'sessions') expect(await shown(hr)).not.toBe(unknown);
      }
    });

    it('what is told of the past is told with the names of the past', async () => {
      const { people } = made.get(rw1)!;
      const { pathway, trainingRecord } = await ask(
        hr,
        'pathway(personId: $id, first: 1) { nodes { organisationName } } trainingRecord(personId: $id, first: 1) { nodes { recordedByOrganisation } }',
        { id: people },
      );
      expect(pathway.nodes).toEqual([{ organisationName: 'Southern Health NHS Foundation Trust' }]);
      expect(trainingRecord.nodes).toEqual([
        { recordedByOrganisation: 'Southern Health NHS Foundation Trust' },
      ]);
    });

    it('a person learns that the successor keeps their record', async () => {
      const { people } = made.get(small)!;
      const keepers = (await ask(people!, 'whoCanSeeMe(first: 50) { nodes { ground holderId } }')).whoCanSeeMe
        .nodes as readonly { ground: string; holderId: Uuid }[];
      expect(keepers.filter(({ ground }) => ground === 'engagement').map(({ holderId }) => holderId)).toEqual(
        [rw1],
      );
    });
  });
});
