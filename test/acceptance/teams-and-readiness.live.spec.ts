import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localityIdOf, OPERATOR, partnerByOds, partners, staffOf } from '@alongside/demonstration';
import { addDays, addMonths, dayOf, uuid5, type Uuid } from '@alongside/kernel';
import { accepted, codeOf, mutationOf, type CommandAnswer } from '../support/commanding.js';
import { outcomeOf } from '../support/outcome.js';
import { startProgram, type Program, type ProgramAnswer } from '../support/program.js';

const rx2 = partnerByOds('RX2');
const rw1 = partnerByOds('RW1');
const r1c = partnerByOds('R1C');
const capital = partners.find(({ name }) => name === 'CAPITAL Project Trust')!;
const { lead, hr } = staffOf(rx2);
const successor = staffOf(rw1).lead;
const sussex = localityIdOf('Sussex');
const MERGER_DAY = '2024-10-01';
const today = dayOf(new Date().toISOString());
const before = (days: number): string => addDays(today, -days);

describe('teams, what they have in place, and the vacancies that wait for it', () => {
  let program: Program;
  /** The readiness item of the framework for organisations, and the one for teams. */
  let forOrganisation: Uuid, forTeam: Uuid;

  beforeAll(async () => {
    program = await startProgram({ extent: 'everything' });
    const { nodes } = await ask(
      lead,
      `query ($organisationId: UUID!) {
        applicableClauses(organisationId: $organisationId, first: 100) { nodes { clauseId kind rule } } }`,
      { organisationId: rx2.organisationId },
    );
    const clauses: readonly { clauseId: Uuid; kind: string; rule: { for: string } }[] = nodes;
    forOrganisation = clauses.find(({ rule }) => rule.for === 'organisation')!.clauseId;
    forTeam = clauses.find(({ rule }) => rule.for === 'team')!.clauseId;
  }, 120_000);
  afterAll(() => program?.close(), 30_000);

  let commands = 0;
  const send = (who: Uuid, name: string, input: object): Promise<ProgramAnswer> =>
    program.as(who)(mutationOf(name), {
      input: { commandId: uuid5(`teams ${(commands += 1)}`), ...input },
    });
  const give = async (who: Uuid, name: string, input: object): Promise<CommandAnswer> => {
    const { body } = await send(who, name, input);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    await program.caughtUp();
    return body.data[name];
  };
  const code = (who: Uuid, name: string, input: object): Promise<string> => codeOf(give(who, name, input));
  const made = (who: Uuid, name: string, input: object) => accepted(give(who, name, input));
  const ask = async (who: Uuid, query: string, variables: object) => {
    const { body } = await program.as(who)(query, variables);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read as JSON
    return Object.values(body.data)[0] as any;
  };

  let names = 0;
  const teamOf = (part: object = {}) => ({
    organisationId: rx2.organisationId,
    name: `Team ${(names += 1)}`,
    setting: 'communityTeam',
    effectiveOn: '2024-01-01',
    ...part,
  });
  const formed = async (part: object = {}, who = lead): Promise<Uuid> =>
    (await made(who, 'formTeam', teamOf(part))).id;

  const listed = async (organisationId: Uuid, on: string, who = hr): Promise<readonly Uuid[]> => {
    const { nodes } = await ask(
      who,
      `query ($organisationId: UUID!, $on: CalendarDate) {
        teams(organisationId: $organisationId, on: $on, first: 100) { nodes { teamId } } }`,
      { organisationId, on },
    );
    return nodes.map(({ teamId }: { teamId: Uuid }) => teamId);
  };
  const shown = (teamId: Uuid, on?: string) =>
    ask(
      hr,
      `query ($teamId: UUID!, $on: CalendarDate) { team(teamId: $teamId, on: $on) {
        name setting formedOn disbandedOn disbandedBy names { name from eventId } settings { setting eventId } } }`,
      { teamId, on },
    );

  describe('a team', () => {
    it('is told by the name and setting that it had on the day', async () => {
      const teamId = await formed({ name: 'Old name' });
      await made(lead, 'renameTeam', { teamId, name: 'New name', effectiveOn: '2025-01-01' });
      await made(lead, 'nameTeamSetting', { teamId, setting: 'secureWard', effectiveOn: '2025-06-01' });
      expect(await shown(teamId, '2024-12-31')).toMatchObject({ name: 'Old name', setting: 'communityTeam' });
      expect(await shown(teamId, '2025-01-01')).toMatchObject({ name: 'New name', setting: 'communityTeam' });
      expect(await shown(teamId)).toMatchObject({
        name: 'New name',
        setting: 'secureWard',
        formedOn: '2024-01-01',
        disbandedOn: null,
      });
      const list = (on: string) =>
        ask(
          hr,
          `query ($organisationId: UUID!, $on: CalendarDate) {
            teams(organisationId: $organisationId, on: $on, first: 100) { nodes { teamId name setting } } }`,
          { organisationId: rx2.organisationId, on },
        );
      expect((await list('2024-12-31')).nodes).toContainEqual({
        teamId,
        name: 'Old name',
        setting: 'communityTeam',
      });
      expect((await list(today)).nodes).toContainEqual({ teamId, name: 'New name', setting: 'secureWard' });
      expect(await listed(rx2.organisationId, '2023-12-31')).not.toContain(teamId);
    });

    it('is listed once on the pages of its organisation, by name', async () => {
      const page = (after: string | null) =>
        ask(
          hr,
          `query ($organisationId: UUID!, $after: String) {
            teams(organisationId: $organisationId, first: 2, after: $after) {
              nodes { teamId name } pageInfo { hasNextPage endCursor } } }`,
          { organisationId: rx2.organisationId, after },
        );
      const found: { teamId: Uuid; name: string }[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { nodes, pageInfo } = await page(after);
        found.push(...nodes);
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage && found.length < 50;
      }
      expect(found.map(({ teamId }) => teamId)).toEqual(await listed(rx2.organisationId, today));
      expect(new Set(found.map(({ teamId }) => teamId)).size).toBe(found.length);
      expect(found.length).toBeGreaterThan(4);
    });

    it('keeps both what was wrong and what it should have said', async () => {
      const teamId = await formed({ name: 'Rwoan Ward', effectiveOn: '2024-02-01' });
      const [forming] = (await shown(teamId)).names;
      const corrects = { eventId: forming.eventId, reason: 'enteredInError' };
      const right = { teamId, name: 'Rowan Ward', setting: 'inpatientWard', effectiveOn: '2024-01-15' };
      await made(lead, 'correctTeamFormation', { ...right, corrects });
      expect(await shown(teamId)).toMatchObject({
        name: 'Rowan Ward',
        setting: 'inpatientWard',
        formedOn: '2024-01-15',
      });
      expect(await code(lead, 'correctTeamFormation', { ...right, corrects })).toBe('NothingToCorrect');
      const { eventIds } = await made(lead, 'renameTeam', {
        teamId,
        name: 'Raven',
        effectiveOn: '2025-01-01',
      });
      await made(lead, 'renameTeam', {
        teamId,
        name: 'Raven Ward',
        effectiveOn: '2025-02-01',
        corrects: { eventId: eventIds[0], reason: 'wrongDate' },
      });
      expect(
        (await shown(teamId)).names.map(({ name, from }: { name: string; from: string }) => [name, from]),
      ).toEqual([
        ['Rowan Ward', '2024-01-15'],
        ['Raven Ward', '2025-02-01'],
      ]);
    });

    it('is there until it is disbanded, and again where it never was', async () => {
      const teamId = await formed();
      await made(lead, 'disbandTeam', { teamId, effectiveOn: '2025-03-01' });
      expect(await listed(rx2.organisationId, '2025-02-28')).toContain(teamId);
      expect(await listed(rx2.organisationId, '2025-03-01')).not.toContain(teamId);
      const renaming = { teamId, name: 'Another', effectiveOn: '2025-03-01' };
      expect(await give(lead, 'renameTeam', renaming)).toMatchObject({
        code: 'TeamDisbanded',
        details: { disbandedOn: '2025-03-01' },
      });
      const { disbandedBy, disbandedOn } = await shown(teamId);
      expect(disbandedOn).toBe('2025-03-01');
      const corrects = { eventId: disbandedBy, reason: 'enteredInError' };
      await made(lead, 'reinstateTeam', { teamId, corrects });
      expect(await code(lead, 'renameTeam', renaming)).toBe('accepted');
      expect(await listed(rx2.organisationId, today)).toContain(teamId);
      expect(await code(lead, 'reinstateTeam', { teamId, corrects })).toBe('NothingToCorrect');
    });

    it('does not end before it began, or before what is on record of it', async () => {
      const teamId = await formed();
      expect(await give(lead, 'disbandTeam', { teamId, effectiveOn: '2023-12-31' })).toMatchObject({
        code: 'BeforeTeamFormed',
        details: { formedOn: '2024-01-01' },
      });
      await made(lead, 'renameTeam', { teamId, name: 'Later', effectiveOn: '2025-01-01' });
      expect(await give(lead, 'disbandTeam', { teamId, effectiveOn: '2025-01-01' })).toMatchObject({
        code: 'FactsAfterDisbanding',
        details: { fact: '2025-01-01' },
      });
    });

    it('has a name of its own on each day, and a setting that the framework knows', async () => {
      const teamId = await formed();
      await made(lead, 'renameTeam', { teamId, name: 'Later', effectiveOn: '2025-01-01' });
      const other = { teamId, name: 'Other', effectiveOn: '2025-01-01' };
      expect(await code(lead, 'renameTeam', other)).toBe('NameHeldFromThatDay');
      await made(lead, 'nameTeamSetting', { teamId, setting: 'remote', effectiveOn: '2025-01-01' });
      const elsewhere = { teamId, setting: 'publicPlace', effectiveOn: '2025-01-01' };
      expect(await code(lead, 'nameTeamSetting', elsewhere)).toBe('SettingHeldFromThatDay');
      const unknown = await send(lead, 'formTeam', teamOf({ setting: 'submarine' }));
      expect(outcomeOf(unknown)).toEqual([400, 'BAD_USER_INPUT']);
    });

    it('is formed, renamed and disbanded by the lead of its organisation and by an operator alone', async () => {
      const teamId = await formed();
      for (const stranger of [staffOf(capital).lead, successor]) {
        expect(await code(stranger, 'formTeam', teamOf())).toBe('NotFound');
        expect(await code(stranger, 'renameTeam', { teamId, name: 'Mine', effectiveOn: today })).toBe(
          'NotFound',
        );
        expect(await code(stranger, 'disbandTeam', { teamId, effectiveOn: today })).toBe('NotFound');
      }
      expect(await code(OPERATOR, 'renameTeam', { teamId, name: 'Named', effectiveOn: today })).toBe(
        'accepted',
      );
      expect(await code(OPERATOR, 'formTeam', teamOf({ organisationId: uuid5('nobody') }))).toBe(
        'OrganisationUnknown',
      );
    });
  });

  describe('a team of an organisation that merged into another', () => {
    const ofSolent = (part: object = {}) => teamOf({ organisationId: r1c.organisationId, ...part });
    let teamId: Uuid;
    beforeAll(async () => {
      teamId = await formed(ofSolent(), successor);
    });

    it('is formed only on a day on which its organisation was open', async () => {
      expect(await give(successor, 'formTeam', ofSolent({ effectiveOn: MERGER_DAY }))).toMatchObject({
        code: 'OrganisationNotOpen',
        details: { closedOn: MERGER_DAY },
      });
      expect(await code(successor, 'formTeam', ofSolent({ effectiveOn: '2024-09-30' }))).toBe('accepted');
      expect(await code(OPERATOR, 'formTeam', ofSolent({ effectiveOn: today }))).toBe('OrganisationNotOpen');
    });

    it('is its successor’s from the day of the merger', async () => {
      expect(await listed(rw1.organisationId, addDays(MERGER_DAY, -1))).not.toContain(teamId);
      expect(await listed(rw1.organisationId, MERGER_DAY)).toContain(teamId);
      const renaming = { teamId, name: 'Of the successor', effectiveOn: MERGER_DAY };
      expect(await code(successor, 'renameTeam', renaming)).toBe('accepted');
    });

    it('says through its successor what it has in place', async () => {
      const met = { teamId, clauseId: forTeam, evidenceNote: 'Seen there.', effectiveOn: MERGER_DAY };
      const organisationId = rw1.organisationId;
      expect(await code(successor, 'recordReadinessItemMet', { ...met, organisationId })).toBe('accepted');
      expect(await standing(organisationId, teamId)).toMatchObject([{ clauseId: forTeam, status: 'met' }]);
      expect(await standing(organisationId, teamId, addDays(MERGER_DAY, -1))).toEqual([]);
      expect(await evidenceSeenBy(successor, organisationId, teamId)).toEqual(['Seen there.']);
      const another = { ...met, organisationId: capital.organisationId };
      expect(await code(successor, 'recordReadinessItemMet', another)).toBe('NotFound');
    });
  });

  const standing = async (organisationId: Uuid, teamId: Uuid | null, on?: string, who = hr) => {
    const { items } = await ask(
      who,
      `query ($organisationId: UUID!, $teamId: UUID, $on: CalendarDate) {
        readiness(organisationId: $organisationId, teamId: $teamId, on: $on) {
          items { clauseId status until waivedBy waivedByName reason eventId } } }`,
      { organisationId, teamId, on },
    );
    return items;
  };
  const evidenceSeenBy = async (who: Uuid, organisationId: Uuid, teamId: Uuid | null) => {
    const { nodes } = await ask(
      who,
      `query ($organisationId: UUID!, $teamId: UUID) {
        readinessEvidence(organisationId: $organisationId, teamId: $teamId, first: 10) { nodes { evidenceNote } } }`,
      { organisationId, teamId },
    );
    return nodes.map(({ evidenceNote }: { evidenceNote: string }) => evidenceNote);
  };
  const item = (teamId: Uuid | null, part: object = {}) => ({
    organisationId: rx2.organisationId,
    teamId,
    clauseId: forTeam,
    effectiveOn: before(60),
    ...part,
  });
  const meeting = (teamId: Uuid | null, part: object = {}) =>
    item(teamId, { evidenceNote: 'Two days were held.', ...part });
  const waiving = (teamId: Uuid | null, part: object = {}) =>
    item(teamId, { reason: 'Preparation is planned.', expiresOn: addDays(today, 30), ...part });

  describe('what a team has in place', () => {
    it('is its own, and neither its organisation’s nor another team’s', async () => {
      const [teamId, other] = [await formed(), await formed()];
      await made(lead, 'recordReadinessItemMet', meeting(teamId));
      expect(await standing(rx2.organisationId, teamId)).toMatchObject([
        { clauseId: forTeam, status: 'met', until: null, waivedBy: null, reason: null },
      ]);
      expect(await standing(rx2.organisationId, other)).toEqual([]);
      const ofOrganisation = await standing(rx2.organisationId, null);
      expect(ofOrganisation).toMatchObject([{ clauseId: forOrganisation }]);
      expect(await standing(capital.organisationId, teamId)).toEqual([]);
    });

    it('is said by the lead of its organisation, and of no other organisation’s team', async () => {
      const teamId = await formed();
      for (const [name, input] of [
        ['recordReadinessItemMet', meeting],
        ['waiveReadinessItem', waiving],
      ] as const) {
        expect(await code(staffOf(capital).lead, name, input(teamId))).toBe('NotFound');
        expect(await code(lead, name, input(capital.teams[0]!.teamId))).toBe('NotFound');
        const under = { organisationId: capital.organisationId };
        expect(await code(lead, name, input(teamId, under))).toBe('NotFound');
      }
      expect(await code(lead, 'lapseReadinessItem', item(capital.teams[0]!.teamId))).toBe('NotFound');
      expect(await standing(rx2.organisationId, teamId)).toEqual([]);
    });

    it('shows its evidence to the lead of the organisation alone', async () => {
      const teamId = await formed();
      await made(lead, 'recordReadinessItemMet', meeting(teamId, { evidenceNote: 'In the minutes.' }));
      expect(await evidenceSeenBy(lead, rx2.organisationId, teamId)).toEqual(['In the minutes.']);
      expect(await evidenceSeenBy(lead, rx2.organisationId, null)).toEqual(['Three supervisors are named.']);
      for (const other of [hr, staffOf(rx2).supervisors[0]!, staffOf(capital).lead, OPERATOR]) {
        expect(await evidenceSeenBy(other, rx2.organisationId, teamId)).toEqual([]);
        expect(await evidenceSeenBy(other, rx2.organisationId, null)).toEqual([]);
      }
      const { eventIds } = await made(lead, 'recordReadinessItemMet', meeting(teamId));
      const stored = await program.foundation.store.read(`team-${teamId}`);
      const { data } = stored.find(({ id }) => id === eventIds[0])!;
      expect(JSON.stringify(data)).not.toContain('Two days were held.');
      expect(data['evidenceNote']).toMatchObject({ sealed: 1, class: 'C2' });
    });

    it('is waived in public, with a reason and by somebody', async () => {
      const teamId = await formed();
      await made(lead, 'waiveReadinessItem', waiving(teamId));
      const waived = {
        clauseId: forTeam,
        status: 'waived',
        until: addDays(today, 30),
        waivedBy: lead,
        reason: 'Preparation is planned.',
      };
      const [seenInside] = await standing(rx2.organisationId, teamId);
      expect(seenInside).toMatchObject(waived);
      expect(seenInside.waivedByName).toEqual(expect.any(String));
      const [seenOutside] = await standing(rx2.organisationId, teamId, today, staffOf(rw1).hr);
      expect(seenOutside).toMatchObject({ ...waived, waivedByName: null });
    });

    it('counts no more once it has expired, ended or lapsed', async () => {
      const [waived, ended, lapsed] = [await formed(), await formed(), await formed()];
      await made(lead, 'waiveReadinessItem', waiving(waived, { expiresOn: before(1) }));
      await made(lead, 'recordReadinessItemMet', meeting(ended, { until: before(1) }));
      await made(lead, 'recordReadinessItemMet', meeting(lapsed));
      await made(lead, 'lapseReadinessItem', item(lapsed, { effectiveOn: today }));
      for (const teamId of [waived, ended, lapsed]) {
        expect(await standing(rx2.organisationId, teamId, before(1))).toHaveLength(1);
        expect(await standing(rx2.organisationId, teamId, today)).toEqual([]);
      }
    });

    it('is refused where it would be no promise', async () => {
      const teamId = await formed();
      const refused = async (name: string, input: object) => give(lead, name, input);
      const start = before(60);
      expect(
        await refused('waiveReadinessItem', waiving(teamId, { expiresOn: addDays(addMonths(start, 12), 1) })),
      ).toMatchObject({ code: 'WaiverTooLong', details: { latest: addMonths(start, 12) } });
      expect(await refused('waiveReadinessItem', waiving(teamId, { expiresOn: before(61) }))).toMatchObject({
        code: 'WaiverEndsBeforeStart',
      });
      for (const [name, input] of [
        ['waiveReadinessItem', waiving(teamId, { reason: '   ' })],
        ['waiveReadinessItem', waiving(teamId, { expiresOn: null })],
        ['recordReadinessItemMet', meeting(teamId, { evidenceNote: '   ' })],
      ] as const)
        expect(outcomeOf(await send(lead, name, input))).toEqual([400, 'BAD_USER_INPUT']);
      expect(await refused('recordReadinessItemMet', meeting(teamId, { until: before(61) }))).toMatchObject({
        code: 'ReadinessEndsBeforeStart',
      });
      expect(await refused('lapseReadinessItem', item(teamId))).toMatchObject({
        code: 'ReadinessItemNotInPlace',
      });
      await made(lead, 'recordReadinessItemMet', meeting(teamId));
      expect(await refused('waiveReadinessItem', waiving(teamId))).toMatchObject({
        code: 'ReadinessItemAlreadyMet',
      });
      const early = meeting(teamId, { effectiveOn: '2023-12-31' });
      expect(await refused('recordReadinessItemMet', early)).toMatchObject({ code: 'BeforeTeamFormed' });
    });
  });

  const post = (part: object = {}) => ({
    title: 'Peer Support Worker',
    roleFamily: 'peerWorker',
    employingOrganisationId: rx2.organisationId,
    localityId: sussex,
    places: 1,
    effectiveOn: before(30),
    ...part,
  });

  describe('a post in a team', () => {
    it('takes the team’s name and setting, and is found by the team', async () => {
      const teamId = await formed({ name: 'Harbour Team', setting: 'crisisService' });
      const { id: postId } = await made(hr, 'establishPost', post({ teamId }));
      await made(hr, 'establishPost', post({ team: 'Harbour Team', setting: 'crisisService' }));
      const { nodes } = await ask(
        hr,
        `query ($organisationId: UUID!, $teamId: UUID) {
          posts(organisationId: $organisationId, teamId: $teamId, first: 10) { nodes { postId teamId team setting } } }`,
        { organisationId: rx2.organisationId, teamId },
      );
      expect(nodes).toEqual([{ postId, teamId, team: 'Harbour Team', setting: 'crisisService' }]);
    });

    it('may be in a team of the organisation that hosts it', async () => {
      const hosted = post({
        employingOrganisationId: capital.organisationId,
        hostOrganisationId: rx2.organisationId,
      });
      const employer = staffOf(capital).hr;
      const inHost = { ...hosted, teamId: rx2.teams[0]!.teamId };
      expect(await code(employer, 'establishPost', inHost)).toBe('accepted');
      const ofEmployer = { ...hosted, teamId: capital.teams[0]!.teamId };
      expect(await code(employer, 'establishPost', ofEmployer)).toBe('accepted');
      const ofNeither = { ...hosted, teamId: rw1.teams[0]!.teamId };
      expect(await code(employer, 'establishPost', ofNeither)).toBe('TeamNotThere');
    });

    it('is refused where the team is not there on that day, or nothing is said of any', async () => {
      const teamId = await formed({ effectiveOn: before(29) });
      expect(await give(hr, 'establishPost', post({ teamId }))).toMatchObject({
        code: 'TeamNotThere',
        details: { teamId },
      });
      const gone = await formed();
      await made(lead, 'disbandTeam', { teamId: gone, effectiveOn: before(30) });
      expect(await code(hr, 'establishPost', post({ teamId: gone }))).toBe('TeamNotThere');
      expect(await code(hr, 'establishPost', post({ setting: 'remote' }))).toBe('TeamMissing');
      expect(await code(hr, 'establishPost', post({ team: 'Some team' }))).toBe('SettingMissing');
    });
  });

  describe('a vacancy for a post in a team', () => {
    const vacancy = (postId: Uuid, part: object = {}) => ({
      organisationId: rx2.organisationId,
      postId,
      title: 'Peer Support Worker',
      engagementKind: 'agendaForChange',
      roleFamily: 'peerWorker',
      places: 1,
      stages: [{ id: 'interview', kind: 'interview', title: 'Interview' }],
      effectiveOn: today,
      ...part,
    });
    const postIn = async (teamId: Uuid): Promise<Uuid> =>
      (await made(hr, 'establishPost', post({ teamId }))).id;

    it('opens once the team has in place what the framework asks of teams', async () => {
      const teamId = await formed();
      const postId = await postIn(teamId);
      const refused = await give(hr, 'openVacancy', vacancy(postId));
      expect(refused.code).toBe('NotReady');
      expect(refused.details.items).toEqual([
        {
          clauseId: forTeam,
          title: 'A prepared team',
          organisationId: rx2.organisationId,
          teamId,
        },
      ]);
      await made(lead, 'recordReadinessItemMet', meeting(teamId));
      const { id: vacancyId } = await made(hr, 'openVacancy', vacancy(postId));
      const { readiness } = await ask(
        hr,
        'query ($vacancyId: UUID!) { vacancy(vacancyId: $vacancyId) { readiness { clauseId status teamId } } }',
        { vacancyId },
      );
      expect(readiness).toHaveLength(2);
      expect(readiness).toEqual(
        expect.arrayContaining([
          { clauseId: forTeam, status: 'met', teamId },
          { clauseId: forOrganisation, status: 'met', teamId: null },
        ]),
      );
    });

    it('names what is outstanding in the organisation and in the team', async () => {
      const teamId = await formed();
      const postId = await postIn(teamId);
      const lapsed = { clauseId: forOrganisation, effectiveOn: today };
      await made(lead, 'lapseReadinessItem', item(null, lapsed));
      const { details } = await give(hr, 'openVacancy', vacancy(postId));
      expect(details.items).toHaveLength(2);
      expect(details.items).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ clauseId: forTeam, teamId }),
          expect.objectContaining({ clauseId: forOrganisation, teamId: null }),
        ]),
      );
      await made(
        lead,
        'recordReadinessItemMet',
        meeting(null, { clauseId: forOrganisation, effectiveOn: today }),
      );
    });

    it('does not open by what another team or the organisation has in place, or by what has expired', async () => {
      const teamId = await formed();
      const postId = await postIn(teamId);
      await made(lead, 'recordReadinessItemMet', meeting(await formed()));
      await made(lead, 'recordReadinessItemMet', meeting(null));
      await made(lead, 'waiveReadinessItem', waiving(teamId, { expiresOn: before(1) }));
      expect(await code(hr, 'openVacancy', vacancy(postId))).toBe('NotReady');
      await made(lead, 'waiveReadinessItem', waiving(teamId, { effectiveOn: today }));
      expect(await code(hr, 'openVacancy', vacancy(postId))).toBe('accepted');
    });

    it('does not open once the team is disbanded', async () => {
      const teamId = await formed();
      const postId = await postIn(teamId);
      await made(lead, 'disbandTeam', { teamId, effectiveOn: today });
      expect(await give(hr, 'openVacancy', vacancy(postId))).toMatchObject({
        code: 'TeamNotThere',
        details: { teamId },
      });
    });

    it('waits for the team of the host, where the post is in that', async () => {
      const teamId = await formed();
      const employer = staffOf(capital).hr;
      const { id: postId } = await made(
        employer,
        'establishPost',
        post({
          employingOrganisationId: capital.organisationId,
          hostOrganisationId: rx2.organisationId,
          teamId,
        }),
      );
      const offered = vacancy(postId, {
        organisationId: capital.organisationId,
        engagementKind: 'otherEmployment',
      });
      const { details } = await give(employer, 'openVacancy', offered);
      expect(details.items).toMatchObject([
        { clauseId: forTeam, organisationId: rx2.organisationId, teamId },
      ]);
      await made(lead, 'recordReadinessItemMet', meeting(teamId));
      expect(await code(employer, 'openVacancy', offered)).toBe('accepted');
    });
  });

  it('has its organisation answer for items of a team, where the post is in none', async () => {
    const { id: postId } = await made(
      staffOf(capital).hr,
      'establishPost',
      post({
        employingOrganisationId: capital.organisationId,
        team: 'No team on record',
        setting: 'voluntarySectorService',
      }),
    );
    const { code: reason, details } = await give(staffOf(capital).hr, 'openVacancy', {
      organisationId: capital.organisationId,
      postId,
      title: 'Peer Support Worker',
      engagementKind: 'otherEmployment',
      roleFamily: 'peerWorker',
      places: 1,
      stages: [{ id: 'interview', kind: 'interview', title: 'Interview' }],
      effectiveOn: today,
    });
    expect(reason).toBe('NotReady');
    expect(details.items).toMatchObject([
      { clauseId: forTeam, organisationId: capital.organisationId, teamId: null },
    ]);
  });
});
