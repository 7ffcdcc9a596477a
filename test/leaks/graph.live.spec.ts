import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { contextModules, projections } from '@alongside/deployment';
import { graphOf } from '../../apps/gateway/src/graph.js';
import { maySee } from '../support/access-oracle.js';
import { chooser, foreignTo } from '../support/chosen-ids.js';
import { commandsOf, documentOf, questionsOf } from '../support/graph-questions.js';
import { readKnownWords, type KnownWords } from '../support/known-words.js';
import { askingAs, leakCheck, type AskAs, type LeakCheck } from '../support/leak-check.js';
import { openedValues, wasTheirs } from '../support/opened-values.js';
import { startProgram, type Program } from '../support/program.js';
import { readersOf, type Reader } from '../support/readers.js';
import { organisations, shareRecords } from '../support/shared-records/index.js';
import { subscribe } from '../support/subscribing.js';
import { eventually } from '../support/eventually.js';
import { wholeQueries } from '../support/whole-queries.js';

const documents = Number(process.env['ALONGSIDE_LEAKS'] ?? 500);
const seed = Number(process.env['ALONGSIDE_SEED'] ?? Date.now() % 1_000_000_000);
const AT_ONCE = 4;

/** What is public is looked at before who asks: the reason tells nothing that is not known, and comes too early. */
const tooEarly = [
  'completeCourse NoSuchCourse',
  'correctCompletion NoSuchCourse',
  'enrol NoSuchCourse',
  'establishPost OrganisationClosed',
  'planCohort CourseNotOpen',
];

/** Commands that everybody may give, about what is their own. */
const aboutOneself = [
  'acceptInvitation',
  'contestCompletion',
  'contestFact',
  'endAdjustment',
  'endPassportShare',
  'grantDisclosure',
  'recordAdjustment',
  'shareAdjustment',
  'sharePassport',
  'submitApplication',
  'unshareAdjustment',
  'withdrawDisclosure',
];

describe(`the graph, asked anything by anybody (ALONGSIDE_SEED=${seed})`, () => {
  let program: Program;
  let schema: GraphQLSchema;
  let readers: readonly Reader[];
  let words: KnownWords;
  let ask: AskAs;
  let check: LeakCheck;

  beforeAll(async () => {
    schema = await graphOf(contextModules);
    program = await startProgram({ extent: 'everything', people: 60, pointsPerMinute: 1e9 });
    const shared = await shareRecords(program);
    readers = (await readersOf(program, shared)).filter(
      ({ actor, token, headers }) => token && (!headers || actor!.brokenGlass),
    );
    words = await readKnownWords(program);
    ask = askingAs(program);
    check = leakCheck(program, words);
  }, 120_000);
  afterAll(() => program?.close(), 30_000);

  const called = (name: string): Reader => readers.find((reader) => reader.name === name)!;

  /** Of lists that others were given: to be handed in where they do not belong. */
  const cursorsOf = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    const lists = wholeQueries(schema, () => false).filter(({ isConnection }) => isConnection);
    const cursors = new Map<string, readonly string[]>();
    for (const reader of ['lead of trust', 'supervisor 0 of trust', 'lead of successor', 'peer'].map(called))
      for (const { name, arguments: given } of lists) {
        const organisation = reader.actor!.grants[0]?.scope.id ?? reader.actor!.id;
        const args = given.map((one) => `${one}: ${one === 'first' ? 5 : JSON.stringify(organisation)}`);
        const { body } = await ask(reader, `{ ${name}(${args.join(', ')}) { edges { cursor } } }`);
        const edges: readonly { cursor: string }[] = body.data?.[name]?.edges ?? [];
        cursors.set(name, [...(cursors.get(name) ?? []), ...edges.map(({ cursor }) => cursor)]);
      }
    return cursors;
  };

  it(
    `tells nobody an id, a name or a word that the rules do not open to them, in ${documents} documents`,
    async () => {
      const choose = chooser(words, await cursorsOf());
      let asked = 0;
      const asking = fc.record({
        nth: fc.noBias(fc.nat(readers.length - 1)),
        question: questionsOf(schema),
      });
      const property = fc.asyncProperty(asking, async ({ nth, question }) => {
        asked += 1;
        const reader = readers[nth]!;
        const document = documentOf(question, choose(reader));
        const { faults } = await check(reader, document);
        if (faults.length > 0) throw new Error(`${reader.name} asked\n${document}\n${faults.join('\n')}`);
      });
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, index) =>
          fc.assert(property, { seed: seed + index, numRuns: Math.ceil(documents / AT_ONCE) }),
        ),
      );
      expect(asked).toBeGreaterThanOrEqual(documents);
    },
    60_000 + documents * 100,
  );

  it('has opened values of class C3 and C4 to those alone to whom somebody or some rule opens them', async () => {
    const entries = await openedValues(program);
    const wrong = entries.filter((entry) => !readers.some((reader) => wasTheirs(words, reader, entry)));
    expect(wrong).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
  });

  it('says exact numbers of people to those alone who may see whom they are', async () => {
    const engagements = projections.find(({ name }) => name === 'engagement')!;
    let [counted, exactly] = [0, 0];
    for (const reader of readers)
      for (const localityId of words.ids('localities.locality', 'locality_id')) {
        const count = '{ key people exact }';
        const { body } = await ask(
          reader,
          `{ localitySummary(localityId: "${localityId}") {
            total ${count} byBand ${count} bySector ${count} byOrganisation ${count} } }`,
        );
        const { total, byBand, bySector, byOrganisation } = body.data?.localitySummary ?? {};
        if (!total) continue;
        for (const { people, exact } of [total, ...byBand, ...bySector]) {
          expect([exact, (people ?? 0) % 5]).toEqual([false, 0]);
          counted += 1;
        }
        for (const { key, people, exact } of byOrganisation) {
          const row = { employing_organisation_id: key };
          if (exact) expect([key, maySee(reader.actor, engagements, row)]).toEqual([key, true]);
          else expect((people ?? 0) % 5).toBe(0);
          exactly += exact ? 1 : 0;
        }
      }
    expect([counted > 100, exactly > 10]).toEqual([true, true]);
  });

  const notFound = ['NotFound', 'NOT_FOUND', 'BAD_USER_INPUT'];
  const commands = () => commandsOf(schema).filter(([name]) => !aboutOneself.includes(name));

  it.each(['lead of southampton', 'hr of community', 'peer', 'narrow client'])(
    'tells the %s nothing of what is not theirs to act on, whatever shall be done with it',
    async (name) => {
      const reader = called(name);
      const choose = foreignTo(words, reader);
      const faults: string[] = [];
      for (const [command, arbitrary] of commands())
        for (const root of fc.sample(arbitrary, { seed, numRuns: Math.ceil(documents / 500) })) {
          const document = documentOf({ roots: [root], inFragment: false }, choose, 'mutation');
          const checked = await check(reader, document);
          const { body } = checked;
          const code: string = body.errors?.[0].extensions.code ?? body.data.a0.code ?? 'accepted';
          if (!notFound.includes(code) && !tooEarly.includes(`${command} ${code}`))
            faults.push(`${command} ${code}: ${document}`);
          faults.push(...checked.faults);
        }
      expect(faults).toEqual([]);
    },
    30_000 + documents * 100,
  );

  it.failing('answers whoever may not act before it looks at a course: planCohort does not yet', async () => {
    const [courseId] = words.ids('training.course', 'course_id');
    const { body } = await ask(
      called('peer'),
      `mutation { planCohort(input: { courseId: "${courseId}", organisationId: "${organisations.hospital.organisationId}"
        seats: 1, startsOn: "2010-01-02", endsOn: "2010-01-03", effectiveOn: "2010-01-01" })
        { ... on PlanCohortRefused { code } } }`,
    );
    expect(body.data.planCohort).toEqual({ code: 'NotFound' });
  });

  it('lets nobody listen to the record of an organisation that they may not read', async () => {
    const reader = called('lead of southampton');
    const token = await reader.token!();
    const codes: string[] = [];
    for (const { organisationId } of [organisations.trust, organisations.community, organisations.charity]) {
      const heard = subscribe(
        program.url,
        token,
        'subscription ($id: UUID!) { recordChanges(organisationId: $id) { position } }',
        { id: organisationId },
      );
      await eventually(async () => expect(heard.over() || heard.codes.length > 0).toBe(true));
      codes.push(...heard.codes);
      expect(heard.data).toEqual([]);
      await heard.stop();
    }
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});
