import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { frameworkLeadOf, localityIdOf, partnerByOds, partners, staffOf } from '@alongside/demonstration';
import { demonstrationSubject } from '@alongside/identity/development-realm';
import { addDays, addMonths, dayOf } from '@alongside/kernel';
import {
  callerWith,
  startRunningProgram,
  type Caller,
  type CommandAnswer,
  type RunningProgram,
} from '../support/running-program.js';

const today = dayOf(new Date().toISOString());
const before = (days: number): string => addDays(today, -days);

const sussex = localityIdOf('Sussex');
const rx2 = partnerByOds('RX2');
const capital = partners.find(({ name }) => name === 'CAPITAL Project Trust')!;
const rw1 = partnerByOds('RW1');
const supervisor = staffOf(rx2).supervisors[0]!;

/** People of the framework group, and whether they bring lived experience. */
const group = [
  [staffOf(capital).lead, true],
  [staffOf(capital).supervisors[0]!, true],
  [staffOf(capital).supervisors[1]!, true],
  [staffOf(rx2).lead, false],
] as const;

const clauses = [
  ['Mutuality', { kind: 'principle', alignments: [{ set: 'imroc', item: '1' }] }],
  [
    'Peer worker',
    {
      kind: 'roleProfile',
      roleFamily: 'peerWorker',
      engagementKinds: ['agendaForChange'],
      bands: { from: '3', to: '4' },
      criteria: ['Lived experience'],
    },
  ],
  [
    'Peer support training',
    {
      kind: 'trainingRequirement',
      roleFamily: 'peerWorker',
      subject: { of: 'course', courseKind: 'imroc40' },
      evidence: 'assessed',
      due: { by: 'months', months: 6 },
      refresherMonths: 24,
    },
  ],
  [
    'Line supervision',
    {
      kind: 'supervisionStandard',
      supervision: 'line',
      roleFamily: 'peerWorker',
      monthsInPost: { from: 0, before: null },
      everyDays: 28,
      peerShare: 0,
    },
  ],
  ['Physical restraint', { kind: 'boundary', task: 'physicalRestraint', stance: 'never', conditions: [] }],
  [
    'Shifts as a healthcare assistant',
    { kind: 'boundary', task: 'healthcareAssistantShifts', stance: 'notAgreed', conditions: [] },
  ],
  [
    'Recruitment',
    {
      kind: 'recruitmentStandard',
      panelShare: 0.5,
      checks: [
        {
          engagementKind: 'agendaForChange',
          checks: [
            'identity',
            'rightToWork',
            'registrationAndQualification',
            'historyAndReferences',
            'criminalRecord',
            'workHealth',
          ],
        },
      ],
    },
  ],
  [
    'Banding',
    { kind: 'bandingRule', roleFamily: 'peerWorker', bandFrom: '3', bandTo: '4', evaluationNeeded: true },
  ],
  ['A prepared team', { kind: 'readinessItem', for: 'organisation', reviewMonths: 24 }],
] as const;

const accepted = (answer: CommandAnswer): Required<Pick<CommandAnswer, 'id' | 'position' | 'eventIds'>> => {
  if (answer.id === undefined) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer as Required<Pick<CommandAnswer, 'id' | 'position' | 'eventIds'>>;
};

/** Asks until the answer satisfies, for what process managers do in their own time. */
const eventually = async <Value>(
  ask: () => Promise<Value>,
  satisfies: (value: Value) => boolean,
): Promise<Value> => {
  for (const end = Date.now() + 10_000; ;) {
    const value = await ask();
    if (satisfies(value)) return value;
    if (Date.now() > end) throw new Error(`It did not come to be: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('the story of a locality', () => {
  let program: RunningProgram;
  let lead: Caller, hr: Caller, chief: Caller, capitalLead: Caller, stranger: Caller;
  const made: Record<string, string> = {};

  beforeAll(async () => {
    program = await startRunningProgram();
    [lead, hr, chief, capitalLead, stranger] = (await Promise.all(
      [
        frameworkLeadOf('Sussex'),
        staffOf(rx2).hr,
        staffOf(rx2).lead,
        staffOf(capital).lead,
        staffOf(rw1).hr,
      ].map((person) => program.as(person)),
    )) as [Caller, Caller, Caller, Caller, Caller];
  }, 90_000);
  afterAll(() => program?.stop(), 30_000);

  const give = async (who: Caller, name: string, input: object) => accepted(await who.command(name, input));

  describe('1. a framework that partners make together', () => {
    const draft = async (
      number: number,
      members: readonly number[],
      proposed: typeof clauses | readonly (typeof clauses)[number][],
    ) => {
      const { id: versionId } = await give(lead, 'draftVersion', {
        frameworkId: made['framework'],
        number,
        effectiveOn: before(50),
      });
      let position = '';
      for (const [title, rule] of proposed)
        ({ position } = await give(lead, 'proposeClause', {
          versionId,
          title,
          wording: `${title}, as we agreed on it.`,
          rule,
          effectiveOn: before(50),
        }));
      await give(lead, 'openConsultation', { versionId, effectiveOn: before(40) });
      await give(lead, 'openVoting', { versionId, effectiveOn: before(2) });
      for (const member of members) {
        const voter = await program.as(group[member]![0]);
        await give(voter, 'castBallot', { versionId, choice: 'for' });
      }
      await give(lead, 'closeVoting', { versionId, effectiveOn: today });
      return { versionId, position };
    };

    it('is founded by the framework lead, with a group of members', async () => {
      const founded = await give(lead, 'foundFramework', {
        localityId: sussex,
        name: 'Sussex peer support framework',
        quorumShare: 0.75,
        effectiveOn: before(60),
      });
      made['framework'] = founded.id;
      for (const [personId, livedExperience] of group)
        await give(lead, 'admitGroupMember', {
          frameworkId: founded.id,
          personId,
          livedExperience,
          effectiveOn: before(60),
        });
    });

    it('is not ratified by too few votes of people with lived experience, and says why', async () => {
      const { versionId } = await draft(1, [0, 3], clauses.slice(0, 1));
      const refused = await lead.command('ratifyVersion', {
        versionId,
        inForceFrom: today,
        effectiveOn: today,
      });
      expect(refused.code).toBe('QuorumNotReached');
      expect(refused.details).toMatchObject({ tally: { for: 2, against: 0, abstain: 0 } });
      await give(lead, 'lapseVersion', { versionId, effectiveOn: today });
    });

    it('refuses a clause that a program could not evaluate, and names the fault', async () => {
      const { id: versionId } = await give(lead, 'draftVersion', {
        frameworkId: made['framework'],
        number: 2,
        effectiveOn: before(50),
      });
      const refused = await lead.command('proposeClause', {
        versionId,
        title: 'Restraint',
        wording: 'Some stance.',
        rule: { kind: 'boundary', task: 'physicalRestraint', stance: 'perhaps', conditions: [] },
        effectiveOn: before(50),
      });
      expect(refused.code).toBe('ClauseNotEvaluable');
      expect(JSON.stringify(refused.details)).toContain('stance');
      await give(lead, 'lapseVersion', { versionId, effectiveOn: today });
    });

    it('is ratified with the quorum, and holds a clause of every kind', async () => {
      const { versionId } = await draft(3, [0, 1, 2, 3], clauses);
      const { position } = await give(lead, 'ratifyVersion', {
        versionId,
        inForceFrom: today,
        effectiveOn: today,
      });
      made['version'] = versionId;
      const { data } = await lead.ask(
        `query ($versionId: UUID!, $atLeast: Position) { frameworkVersion(versionId: $versionId, atLeast: $atLeast) {
          status vote { for livedExperienceDeciding } clauses(first: 50) { nodes { clauseId kind title } } } }`,
        { versionId, atLeast: position },
      );
      expect(data['frameworkVersion'].status).toMatch(/ratified|inForce/);
      expect(data['frameworkVersion'].vote).toEqual({ for: 4, livedExperienceDeciding: 3 });
      const found = data['frameworkVersion'].clauses.nodes as {
        clauseId: string;
        kind: string;
        title: string;
      }[];
      expect(new Set(found.map(({ kind }) => kind)).size).toBe(8);
      made['readinessClause'] = found.find(({ kind }) => kind === 'readinessItem')!.clauseId;
    });

    it('is adopted by Sussex Partnership and by CAPITAL from a date', async () => {
      const versionId = made['version'];
      await give(chief, 'adoptVersion', {
        organisationId: rx2.organisationId,
        versionId,
        effectiveOn: today,
      });
      const { position } = await give(capitalLead, 'adoptVersion', {
        organisationId: capital.organisationId,
        versionId,
        effectiveOn: today,
      });
      const { data } = await lead.ask(
        `query ($frameworkId: UUID!, $atLeast: Position) { adoptions(frameworkId: $frameworkId, first: 10, atLeast: $atLeast) { nodes { organisationId } } }`,
        { frameworkId: made['framework'], atLeast: position },
      );
      expect(data['adoptions'].nodes).toHaveLength(2);
      expect(
        (
          await stranger.command('adoptVersion', {
            organisationId: rx2.organisationId,
            versionId,
            effectiveOn: today,
          })
        ).code,
      ).toBe('NotFound');
    });
  });

  describe('2. a post and its band', () => {
    it('is banded as far as the job evaluation reached, and no further', async () => {
      const { id: postId } = await give(hr, 'establishPost', {
        title: 'Peer Support Worker',
        roleFamily: 'peerWorker',
        employingOrganisationId: rx2.organisationId,
        localityId: sussex,
        team: 'Amber Ward',
        setting: 'inpatientWard',
        places: 1,
        hoursPerWeek: 30,
        effectiveOn: before(90),
      });
      made['post'] = postId;
      await give(hr, 'recordJobEvaluation', {
        postId,
        reference: 'JE-7',
        band: 'band3',
        evaluatedOn: before(80),
      });
      const refused = await hr.command('bandPost', {
        postId,
        band: 'band4',
        evaluation: 'JE-7',
        effectiveOn: before(80),
      });
      expect(refused.code).toBe('BandNotEvaluated');
      expect(refused.message).toContain('evaluation');
      const { position } = await give(hr, 'bandPost', {
        postId,
        band: 'band3',
        evaluation: 'JE-7',
        effectiveOn: before(80),
      });
      const { data } = await hr.ask(
        `query ($postId: UUID!, $atLeast: Position) { post(postId: $postId, atLeast: $atLeast) { band places placesHeld } }`,
        {
          postId,
          atLeast: position,
        },
      );
      expect(data['post']).toEqual({ band: 'band3', places: 1, placesHeld: 0 });
    });
  });

  describe('3. from a vacancy to an engagement', () => {
    const stages = [
      { id: 'shortlisting', kind: 'shortlisting', title: 'Shortlisting' },
      { id: 'interview', kind: 'interview', title: 'Interview' },
      { id: 'decision', kind: 'decision', title: 'Decision' },
    ];
    const vacancy = () => ({
      organisationId: rx2.organisationId,
      postId: made['post'],
      title: 'Peer Support Worker, Amber Ward',
      engagementKind: 'agendaForChange',
      roleFamily: 'peerWorker',
      places: 1,
      stages,
      closesOn: addDays(today, 30),
      effectiveOn: today,
    });
    const register = async (name: string): Promise<string> => {
      const { id } = await give(hr, 'registerPerson', {
        registeredBy: rx2.organisationId,
        givenName: name,
        familyName: 'Example',
        demonstration: true,
        effectiveOn: today,
      });
      await give(hr, 'linkLogin', {
        personId: id,
        issuer: 'urn:alongside:development-realm',
        subject: demonstrationSubject(id),
        effectiveOn: today,
      });
      return id;
    };
    const interviewed = async (personId: string): Promise<string> => {
      const applicant = await program.as(personId);
      const { id: applicationId } = await give(applicant, 'submitApplication', {
        vacancyId: made['vacancy'],
      });
      await give(hr, 'passStage', {
        applicationId,
        stageId: 'shortlisting',
        how: 'passed',
        effectiveOn: today,
      });
      const alone = await hr.command('holdInterview', {
        applicationId,
        panelSize: 3,
        panelLivedExperience: 1,
        outcome: 'appointable',
        effectiveOn: today,
      });
      expect(alone.code).toBe('PanelShareNotReached');
      await give(hr, 'holdInterview', {
        applicationId,
        panelSize: 4,
        panelLivedExperience: 2,
        outcome: 'appointable',
        effectiveOn: today,
      });
      return applicationId;
    };
    const checks = [
      'identity',
      'rightToWork',
      'registrationAndQualification',
      'historyAndReferences',
      'criminalRecord',
      'workHealth',
    ];
    const offered = async (applicationId: string): Promise<void> => {
      await give(hr, 'makeConditionalOffer', { applicationId, hoursPerWeek: 30, effectiveOn: today });
      await give(hr, 'decideDbsLevel', { applicationId, dbsLevel: 'enhanced', effectiveOn: today });
      for (const check of checks)
        await give(hr, 'moveCheck', {
          applicationId,
          check,
          status: 'requested',
          holder: 'candidate',
          effectiveOn: today,
        });
    };
    const checked = async (applicationId: string): Promise<void> => {
      for (const check of checks)
        await give(hr, 'moveCheck', {
          applicationId,
          check,
          status: 'succeeded',
          holder: 'employer',
          effectiveOn: today,
        });
    };

    it('does not open while a readiness item is neither met nor waived', async () => {
      const refused = await hr.command('openVacancy', vacancy());
      expect(refused.code).toBe('NotReady');
      expect(JSON.stringify(refused.details)).toContain('A prepared team');
      await give(chief, 'recordReadinessItemMet', {
        organisationId: rx2.organisationId,
        clauseId: made['readinessClause'],
        evidenceNote: 'Two preparation days were held with peers.',
        effectiveOn: today,
      });
      const opened = await eventually(
        () => hr.command('openVacancy', vacancy()),
        ({ code }) => code === undefined,
      );
      made['vacancy'] = accepted(opened).id;
      await hr.ask(
        `query ($vacancyId: UUID!, $atLeast: Position) { vacancy(vacancyId: $vacancyId, atLeast: $atLeast) { title } }`,
        {
          vacancyId: made['vacancy'],
          atLeast: opened.position,
        },
      );
    });

    it('asks nothing about health before a conditional offer', async () => {
      made['robin'] = await register('Robin');
      made['application'] = await interviewed(made['robin']);
      const refused = await hr.command('moveCheck', {
        applicationId: made['application'],
        check: 'workHealth',
        status: 'requested',
        holder: 'candidate',
        effectiveOn: today,
      });
      expect(refused.code).toBe('HealthBeforeConditionalOffer');
    });

    it('confirms the offer only when the required checks have succeeded, and says who holds the ball', async () => {
      const applicationId = made['application']!;
      await offered(applicationId);
      const refused = await hr.command('confirmOffer', {
        applicationId,
        startsOn: today,
        hoursPerWeek: 30,
        effectiveOn: today,
      });
      expect(refused.code).toBe('ChecksOutstanding');
      expect(refused.details.outstanding).toHaveLength(6);
      expect(refused.details.outstanding[0]).toMatchObject({ holder: 'candidate' });
      await checked(applicationId);
    });

    it('begins the engagement once, and answers a command sent again as the first time', async () => {
      const applicationId = made['application']!;
      const confirm = {
        commandId: '0190f3c2-7c1e-7000-8000-0000000000aa',
        applicationId,
        startsOn: today,
        hoursPerWeek: 30,
        effectiveOn: today,
      };
      made['second'] = await register('Sam');
      made['secondApplication'] = await interviewed(made['second']);
      await offered(made['secondApplication']);
      await checked(made['secondApplication']);
      const first = await give(hr, 'confirmOffer', confirm);
      expect(await give(hr, 'confirmOffer', confirm)).toEqual(first);
      const { data } = await eventually(
        () =>
          hr.ask(
            `query ($organisationId: UUID!) { workforce(organisationId: $organisationId, first: 10) { nodes { engagementId personId displayName band hoursPerWeek begunEventId } } }`,
            { organisationId: rx2.organisationId },
          ),
        (answer) => answer.data['workforce'].nodes.length > 0,
      );
      expect(data['workforce'].nodes).toHaveLength(1);
      expect(data['workforce'].nodes[0]).toMatchObject({
        personId: made['robin'],
        displayName: 'Robin Example',
        band: 'band3',
        hoursPerWeek: 30,
      });
      made['engagement'] = data['workforce'].nodes[0].engagementId;
      made['begunEvent'] = data['workforce'].nodes[0].begunEventId;
    });

    it('refuses a second person the same place', async () => {
      const refused = await eventually(
        () =>
          hr.command('confirmOffer', {
            applicationId: made['secondApplication'],
            startsOn: today,
            hoursPerWeek: 30,
            effectiveOn: today,
          }),
        ({ code }) => code !== undefined,
      );
      expect(refused.code).toBe('NoPlaceLeft');
    });
  });

  describe('4. training, supervision, role boundaries', () => {
    it('records a completion as assessed only by an assessor, with its expiry', async () => {
      const { id: courseId } = await give(chief, 'registerCourse', {
        title: 'Peer support training',
        kind: 'imroc40',
        provider: 'CAPITAL Project Trust',
        hours: 40,
        outcome: 'assessed',
        competences: ['hee1', 'hee2'],
        refresherMonths: 24,
        organisationId: rx2.organisationId,
        effectiveOn: before(100),
      });
      await give(chief, 'accreditCourse', { courseId, accreditor: 'ImROC', effectiveOn: before(90) });
      await give(hr, 'enrol', {
        personId: made['robin'],
        courseId,
        organisationId: rx2.organisationId,
        effectiveOn: today,
      });
      const completion = {
        personId: made['robin'],
        courseId,
        organisationId: rx2.organisationId,
        how: 'assessed',
        effectiveOn: today,
      };
      expect(
        (await hr.command('completeCourse', { ...completion, assessorId: made['robin'] })).code,
      ).toBeDefined();
      const { position } = await give(hr, 'completeCourse', { ...completion, assessorId: supervisor });
      const robin = await program.as(made['robin']!);
      const { data } = await robin.ask(
        `query ($atLeast: Position) { myTraining(first: 10, atLeast: $atLeast) { nodes { title how assessorId expiresOn standing } } }`,
        { atLeast: position },
      );
      expect(data['myTraining'].nodes).toEqual([
        {
          title: 'Peer support training',
          how: 'assessed',
          assessorId: supervisor,
          expiresOn: addMonths(today, 24),
          standing: 'current',
        },
      ]);
      expect((await robin.command('completeCourse', { ...completion, assessorId: supervisor })).code).toBe(
        'NotFound',
      );
    });

    it('assigns a supervisor, agrees a cadence, and records that a session was held', async () => {
      const { id: supervisionId } = await give(hr, 'assignSupervisor', {
        engagementId: made['engagement'],
        kind: 'line',
        supervisorId: supervisor,
        supervisorHasLivedExperience: true,
        everyDays: 28,
        effectiveOn: today,
      });
      const agreed = await give(hr, 'agreeCadence', { supervisionId, everyDays: 21, effectiveOn: today });
      await hr.ask(
        `query ($engagementId: UUID!, $atLeast: Position) { supervision(engagementId: $engagementId, atLeast: $atLeast) { kind } }`,
        { engagementId: made['engagement'], atLeast: agreed.position },
      );
      const held = {
        supervisionId,
        heldOn: today,
        lengthMinutes: 60,
        agreedActions: 2,
        earlierActionsDone: 0,
      };
      const { position } = await give(await program.as(supervisor), 'recordSession', held);
      const robin = await program.as(made['robin']!);
      const { data } = await robin.ask(
        `query ($atLeast: Position) { mySupervision(first: 5, atLeast: $atLeast) { nodes { kind everyDays lastHeldOn dueOn overdue } } }`,
        { atLeast: position },
      );
      expect(data['mySupervision'].nodes).toEqual([
        { kind: 'line', everyDays: 21, lastHeldOn: today, dueOn: addDays(today, 21), overdue: false },
      ]);
      const { errors } = await robin.ask(
        `mutation ($input: RecordSessionInput!) { recordSession(input: $input) { __typename } }`,
        { input: held },
      );
      expect(errors![0]!.extensions.code).toBe('NOT_FOUND');
    });

    it('puts a boundary in force when both have signed, and takes a question about a task', async () => {
      const engagementId = made['engagement'];
      const robin = await program.as(made['robin']!);
      const proposed = await give(hr, 'proposeBoundary', { engagementId, effectiveOn: today });
      const waiting = await hr.ask(
        `query ($engagementId: UUID!, $atLeast: Position) { boundary(engagementId: $engagementId, atLeast: $atLeast) { proposal { proposalId } lines { task } } }`,
        { engagementId, atLeast: proposed.position },
      );
      const proposalId = waiting.data['boundary'].proposal.proposalId;
      expect(waiting.data['boundary'].lines).toEqual([]);
      await give(hr, 'signBoundary', { engagementId, proposalId, by: 'manager', effectiveOn: today });
      expect(
        (await hr.command('signBoundary', { engagementId, proposalId, by: 'worker', effectiveOn: today }))
          .code,
      ).toBeDefined();
      const { position } = await give(robin, 'signBoundary', {
        engagementId,
        proposalId,
        by: 'worker',
        effectiveOn: today,
      });
      const { data } = await robin.ask(
        `query ($engagementId: UUID!, $atLeast: Position) {
        boundary(engagementId: $engagementId, atLeast: $atLeast) { lines { task stance } }
        restraint: mayPerform(engagementId: $engagementId, task: physicalRestraint, atLeast: $atLeast) { verdict }
        shifts: mayPerform(engagementId: $engagementId, task: healthcareAssistantShifts, atLeast: $atLeast) { verdict } }`,
        { engagementId, atLeast: position },
      );
      expect(data['boundary'].lines).toEqual(
        expect.arrayContaining([
          { task: 'physicalRestraint', stance: 'never' },
          { task: 'healthcareAssistantShifts', stance: 'notAgreed' },
        ]),
      );
      expect([data['restraint'].verdict, data['shifts'].verdict]).toEqual(['no', 'notAgreed']);
      await give(robin, 'queryTask', {
        engagementId,
        task: 'healthcareAssistantShifts',
        question: 'May I be asked to?',
        effectiveOn: today,
      });
    });
  });

  describe('5. what can be asked', () => {
    it('shows the worker their own pathway', async () => {
      const robin = await program.as(made['robin']!);
      const { data } = await robin.ask(
        '{ me { displayName } pathway(first: 20) { nodes { kind title effectiveOn } } }',
      );
      expect(data['me'].displayName).toBe('Robin Example');
      expect((data['pathway'].nodes as { kind: string }[]).length).toBeGreaterThanOrEqual(4);
    });

    it('pages and filters the workforce by a cursor', async () => {
      for (const [name, kind] of [
        ['Ada', 'volunteer'],
        ['Zoe', 'volunteer'],
      ] as const) {
        const { id: personId } = await give(hr, 'registerPerson', {
          registeredBy: rx2.organisationId,
          givenName: name,
          familyName: 'Example',
          demonstration: true,
          effectiveOn: today,
        });
        made['last'] = (
          await give(hr, 'beginEngagement', {
            personId,
            employingOrganisationId: rx2.organisationId,
            localityId: sussex,
            kind,
            title: 'Volunteer',
            roleFamily: 'peerWorker',
            startsOn: today,
          })
        ).position;
      }
      const list = `query ($organisationId: UUID!, $after: String, $kind: EngagementKind, $atLeast: Position) {
        workforce(organisationId: $organisationId, first: 2, after: $after, kind: $kind, atLeast: $atLeast) { nodes { displayName kind } pageInfo { hasNextPage endCursor } } }`;
      const organisationId = rx2.organisationId;
      const first = (await hr.ask(list, { organisationId, atLeast: made['last'] })).data['workforce'];
      expect(first.nodes.map((node: { displayName: string }) => node.displayName)).toEqual([
        'Ada Example',
        'Robin Example',
      ]);
      expect(first.pageInfo.hasNextPage).toBe(true);
      const second = (await hr.ask(list, { organisationId, after: first.pageInfo.endCursor })).data[
        'workforce'
      ];
      expect(second.nodes.map((node: { displayName: string }) => node.displayName)).toEqual(['Zoe Example']);
      const volunteers = (await hr.ask(list, { organisationId, kind: 'volunteer' })).data['workforce'];
      expect(volunteers.nodes).toHaveLength(2);
    });

    it('counts the locality by organisation, sector and band, giving nobody away', async () => {
      const ask = `query ($localityId: UUID!, $asAt: CalendarDate) { localitySummary(localityId: $localityId, asAt: $asAt) {
        countedOn total { people } byOrganisation { key people exact } bySector { key people } byBand { key people } } }`;
      const asAt = addMonths(today, 1);
      const seen = (await hr.ask(ask, { localityId: sussex, asAt })).data['localitySummary'];
      expect(seen.byOrganisation).toEqual([{ key: rx2.organisationId, people: 3, exact: true }]);
      expect(seen.total.people).toBeNull();
      const fromOutside = (await lead.ask(ask, { localityId: sussex, asAt })).data['localitySummary'];
      expect(fromOutside.byOrganisation).toEqual([{ key: rx2.organisationId, people: null, exact: false }]);
      expect((await stranger.ask(ask, { localityId: sussex, asAt })).data['localitySummary']).toBeNull();
    });

    it('keeps what was believed before a correction beside what is true now', async () => {
      const engagementId = made['engagement'];
      const believedAt = new Date().toISOString();
      const { position } = await give(hr, 'correctEngagementStart', {
        engagementId,
        eventId: made['begunEvent'],
        startsOn: addDays(today, 1),
        reason: 'wrongDate',
        note: 'The ward asked for a day of preparation first.',
      });
      const ask = `query ($engagementId: UUID!, $asKnownAt: Instant, $atLeast: Position) { engagement(engagementId: $engagementId, asAt: "${today}", asKnownAt: $asKnownAt, atLeast: $atLeast) { beginsOn inForce } }`;
      expect((await hr.ask(ask, { engagementId, atLeast: position })).data['engagement']).toEqual({
        beginsOn: addDays(today, 1),
        inForce: false,
      });
      expect((await hr.ask(ask, { engagementId, asKnownAt: believedAt })).data['engagement']).toEqual({
        beginsOn: today,
        inForce: true,
      });
      const { data } = await hr.ask(
        `query ($recordId: UUID!, $atLeast: Position) { history(recordId: $recordId, first: 20, atLeast: $atLeast) { nodes { eventId type recordedBy recordedByName corrects correctionReason correctedBy data } } }`,
        { recordId: engagementId, atLeast: position },
      );
      const nodes = data['history'].nodes as {
        eventId: string;
        type: string;
        recordedBy: string;
        corrects: string | null;
        correctionReason: string | null;
        correctedBy: string | null;
        data: { correctionNote?: string };
      }[];
      const wrong = nodes.find(({ eventId }) => eventId === made['begunEvent'])!;
      const right = nodes.find(({ corrects }) => corrects === made['begunEvent'])!;
      expect(wrong.correctedBy).toBe(right.eventId);
      expect(right).toMatchObject({
        correctionReason: 'wrongDate',
        recordedBy: staffOf(rx2).hr,
        data: { correctionNote: 'The ward asked for a day of preparation first.' },
      });
    });

    it('refuses a position that the record has not reached', async () => {
      const { errors } = await hr.ask(
        `{ localities(first: 1, atLeast: "99999999999999999999") { nodes { name } } }`,
      );
      expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    });
  });

  describe('6. somebody of another organisation', () => {
    const nothing: readonly (readonly [string, string])[] = [
      ['workforce', `workforce(organisationId: "${rx2.organisationId}", first: 100) { nodes { personId } }`],
      ['posts', `posts(organisationId: "${rx2.organisationId}", first: 100) { nodes { postId } }`],
      ['people', `people(organisationId: "${rx2.organisationId}", first: 100) { nodes { personId } }`],
      [
        'applications',
        `applications(organisationId: "${rx2.organisationId}", first: 100) { nodes { personId } }`,
      ],
    ];
    it.each(nothing)('gets nothing by list: %s', async (field, query) => {
      const { data, errors } = await stranger.ask(`{ ${query} }`);
      expect(errors).toBeUndefined();
      expect(data[field].nodes).toEqual([]);
    });

    it('gets nothing by id, the same as for an id that never was', async () => {
      const never = '00000000-0000-5000-8000-00000000dead';
      const asked = (id: { post: string; engagement: string; person: string; application: string }): string =>
        `{ post(postId: "${id.post}") { title } engagement(engagementId: "${id.engagement}") { title } person(personId: "${id.person}") { displayName }
           application(applicationId: "${id.application}") { status } history(recordId: "${id.engagement}", first: 10) { nodes { type } }
           trainingRecord(personId: "${id.person}", first: 10) { nodes { title } } pathway(personId: "${id.person}", first: 10) { nodes { title } } }`;
      const real = await stranger.ask(
        asked({
          post: made['post']!,
          engagement: made['engagement']!,
          person: made['robin']!,
          application: made['application']!,
        }),
      );
      const none = await stranger.ask(
        asked({ post: never, engagement: never, person: never, application: never }),
      );
      expect(real.errors).toBeUndefined();
      expect(real.data).toEqual(none.data);
    });

    it('gets the same refusal for what is there and what is not', async () => {
      const refusal = (postId: string) =>
        stranger.command('bandPost', { postId, band: 'band3', evaluation: 'JE-7', effectiveOn: today });
      expect(await refusal(made['post']!)).toEqual(await refusal('00000000-0000-5000-8000-00000000dead'));
      expect((await refusal(made['post']!)).code).toBe('NotFound');
    });

    it('gets nothing at all without a token', async () => {
      const { errors } = await callerWith(program.url).ask('{ me { displayName } }');
      expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    });
  });

  it('leaves a record that folds to exactly what the read models show', async () => {
    const { code, stdout } = await program.alongside('verify', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ differences: 0 });
    expect(code).toBe(0);
  }, 30_000);
});
