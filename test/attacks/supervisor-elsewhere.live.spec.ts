import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localityIdOf, OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import { addDays, dayOf, idMadeBy, uuid5, type Uuid } from '@alongside/kernel';
import { demonstrationSubject } from '@alongside/identity/development-realm';
import { membershipIdOf } from '@alongside/localities/contracts';
import { supervisionIdOf } from '@alongside/supervision/contracts';
import { accepted, commanding } from '../support/commanding.js';
import { startProgram, type Program } from '../support/program.js';

const rx2 = partnerByOds('RX2');
const rw1 = partnerByOds('RW1');
const today = dayOf(new Date().toISOString());
const supervisor = staffOf(rx2).supervisors[0]!;
const hrHere = staffOf(rx2).hr;
const hrThere = staffOf(rw1).hr;

describe('who supervises somebody in one of two organisations that engage them', () => {
  let program: Program;
  const worker = idMadeBy(uuid5('supervised: registerPerson'), 'person');
  const here = idMadeBy(uuid5('supervised: here'), 'engagement');
  const there = idMadeBy(uuid5('supervised: there'), 'engagement');

  const command = commanding(() => program, 'supervised');
  const give = async (who: Uuid, name: string, input: object, id: string = name): Promise<void> => {
    await accepted(command(who, name, { commandId: uuid5(`supervised: ${id}`), ...input }));
    await program.caughtUp();
  };
  const ask = async (who: Uuid, field: string, id: Uuid) => {
    const { body } = await program.as(who)(`query ($id: UUID!) { ${field} }`, { id });
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return Object.values(body.data)[0];
  };

  beforeAll(async () => {
    program = await startProgram({ extent: 'everything' });
    const volunteering = (employing: typeof rx2) => ({
      personId: worker,
      employingOrganisationId: employing.organisationId,
      localityId: localityIdOf(employing.localities[0]!),
      kind: 'volunteer',
      title: 'Volunteer',
      roleFamily: 'peerWorker',
      startsOn: today,
    });
    const arranged = { kind: 'line', everyDays: 28, effectiveOn: today };
    await give(hrHere, 'registerPerson', {
      registeredBy: rx2.organisationId,
      givenName: 'Robin',
      familyName: 'Example',
      effectiveOn: today,
    });
    await give(hrHere, 'linkLogin', {
      personId: worker,
      issuer: 'urn:alongside:development-realm',
      subject: demonstrationSubject(worker),
      effectiveOn: today,
    });
    const appointed = { personId: worker, role: 'auditor', organisationId: rw1.organisationId, from: today };
    await give(OPERATOR, 'grantRole', appointed);
    await give(hrHere, 'beginEngagement', volunteering(rx2), 'here');
    await give(hrThere, 'beginEngagement', volunteering(rw1), 'there');
    await give(
      hrHere,
      'assignSupervisor',
      { ...arranged, engagementId: here, supervisorId: supervisor },
      'a',
    );
    const theirs = staffOf(rw1).supervisors[0]!;
    await give(hrThere, 'assignSupervisor', { ...arranged, engagementId: there, supervisorId: theirs }, 'b');
    const lines = [{ task: 'loneWorking', stance: 'never' }];
    await give(hrHere, 'proposeBoundary', { engagementId: here, lines }, 'c');
    await give(hrThere, 'proposeBoundary', { engagementId: there, lines }, 'd');
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  const line = (engagement: Uuid): Uuid => supervisionIdOf(engagement, 'line');
  const nothing: readonly unknown[] = [null, [], { nodes: [] }];

  it.each([
    ['the engagement', 'engagement(engagementId: $id) { title }', here, there],
    ['its history', 'history(recordId: $id, first: 5) { nodes { type } }', here, there],
    ['its supervision', 'supervision(engagementId: $id) { kind }', here, there],
    [
      'the history of its supervision',
      'history(recordId: $id, first: 5) { nodes { type } }',
      line(here),
      line(there),
    ],
    ['the boundary', 'boundary(engagementId: $id) { boundaryId }', here, there],
    ['what they may do', 'mayPerform(engagementId: $id, task: loneWorking) { sentence }', here, there],
  ] as const)('sees %s here, and nothing of the one there', async (_, field, ours, theirs) => {
    expect(nothing).not.toContainEqual(await ask(supervisor, field, ours));
    expect(nothing).toContainEqual(await ask(supervisor, field, theirs));
    // The worker and the other organisation see what the supervisor does not.
    expect(nothing).not.toContainEqual(await ask(worker, field, theirs));
    expect(nothing).not.toContainEqual(await ask(hrThere, field, theirs));
  });

  it('does not see that the worker withdrew what they had disclosed', async () => {
    await give(worker, 'grantDisclosure', {
      area: 'framework',
      text: 'What I went through.',
      sharedWithOrganisationId: rw1.organisationId,
      effectiveOn: today,
    });
    const grantId = idMadeBy(uuid5('supervised: grantDisclosure'), 'disclosure');
    await give(worker, 'withdrawDisclosure', { grantId, effectiveOn: today });
    const field = 'history(recordId: $id, first: 50) { nodes { type } }';
    expect(JSON.stringify(await ask(worker, field, worker))).toContain('DisclosureWithdrawn');
    expect(JSON.stringify(await ask(supervisor, field, worker))).not.toContain('Disclosure');
    expect(JSON.stringify(await ask(hrHere, field, worker))).not.toContain('Disclosure');
  });

  it('does not see what the other organisation recorded of their training, unless the worker shares it', async () => {
    const course = idMadeBy(uuid5('supervised: registerCourse'), 'course');
    const learnt = {
      kind: 'continuingDevelopment',
      provider: 'Somebody',
      hours: 3,
      outcome: 'attended',
      competences: [],
    };
    const kept = { title: 'Learnt elsewhere', organisationId: rw1.organisationId, effectiveOn: today };
    await give(hrThere, 'registerCourse', { ...learnt, ...kept });
    const completed = {
      personId: worker,
      courseId: course,
      organisationId: rw1.organisationId,
      how: 'attended',
    };
    await give(hrThere, 'completeCourse', { ...completed, effectiveOn: today });
    const field = 'trainingRecord(personId: $id, first: 50) { nodes { title } }';
    const shown = async (who: Uuid): Promise<string> => JSON.stringify(await ask(who, field, worker));
    expect(await shown(worker)).toContain('Learnt elsewhere');
    expect(await shown(supervisor)).not.toContain('Learnt elsewhere');
    await give(worker, 'sharePassport', {
      withOrganisationId: rx2.organisationId,
      until: addDays(today, 30),
    });
    expect(await shown(supervisor)).toContain('Learnt elsewhere');
  });

  it('sees nothing there either once somebody else is assigned to them there', async () => {
    const another = idMadeBy(uuid5('supervised: another'), 'person');
    const theirs = idMadeBy(uuid5('supervised: begins'), 'engagement');
    const registered = { givenName: 'Sam', familyName: 'Example', effectiveOn: today };
    await give(hrThere, 'registerPerson', { registeredBy: rw1.organisationId, ...registered }, 'another');
    const begun = { kind: 'volunteer', title: 'Volunteer', roleFamily: 'peerWorker', startsOn: today };
    const at = { employingOrganisationId: rw1.organisationId, localityId: localityIdOf(rw1.localities[0]!) };
    await give(hrThere, 'beginEngagement', { personId: another, ...at, ...begun }, 'begins');
    const arranged = { kind: 'line', everyDays: 28, effectiveOn: today };
    const assignment = { ...arranged, engagementId: theirs, supervisorId: supervisor };
    await give(hrThere, 'assignSupervisor', assignment, 'assigned there');
    const own = '{ mySupervision(first: 100) { nodes { engagementId } } }';
    expect(JSON.stringify((await program.as(supervisor)(own)).body)).toContain(theirs);
    for (const [field, id] of [
      ['engagement(engagementId: $id) { title }', there],
      ['history(recordId: $id, first: 5) { nodes { type } }', there],
      ['supervision(engagementId: $id) { kind }', there],
      ['history(recordId: $id, first: 5) { nodes { type } }', line(there)],
      ['boundary(engagementId: $id) { boundaryId }', there],
      ['mayPerform(engagementId: $id, task: loneWorking) { sentence }', there],
    ] as const)
      expect(nothing).toContainEqual(await ask(supervisor, field, id));
  });

  it('reads what is disclosed to supervisors where they supervise the person, and not elsewhere', async () => {
    const held = {
      personId: supervisor,
      role: 'supervisor',
      organisationId: rw1.organisationId,
      from: today,
    };
    await give(OPERATOR, 'grantRole', held, 'a role there');
    const disclosed = (to: typeof rx2) => ({
      area: 'supervision',
      text: `For the supervisors of ${to.name}.`,
      sharedWithOrganisationId: to.organisationId,
      sharedWithRole: 'supervisor',
      effectiveOn: today,
    });
    await give(worker, 'grantDisclosure', disclosed(rx2), 'to those here');
    await give(worker, 'grantDisclosure', disclosed(rw1), 'to those there');
    const toMe = 'disclosuresToMe(organisationId: $id, first: 5) { nodes { text } }';
    expect(await ask(supervisor, toMe, rx2.organisationId)).toEqual({
      nodes: [{ text: `For the supervisors of ${rx2.name}.` }],
    });
    expect(await ask(supervisor, toMe, rw1.organisationId)).toEqual({ nodes: [] });
    const membershipId = membershipIdOf(supervisor, 'supervisor', rw1.organisationId);
    await give(OPERATOR, 'endRole', { membershipId, effectiveOn: today }, 'no role there');
  });

  it('sees nobody whom they supervised, once they hold the role no more', async () => {
    const own = '{ mySupervision(first: 100) { nodes { supervisorId } } }';
    const supervised = async (): Promise<number> => {
      const { body } = await program.as(supervisor)(own);
      return body.data.mySupervision.nodes.length;
    };
    expect(await supervised()).toBeGreaterThan(0);
    const membershipId = membershipIdOf(supervisor, 'supervisor', rx2.organisationId);
    await give(staffOf(rx2).lead, 'endRole', { membershipId, effectiveOn: today });
    expect(await supervised()).toBe(0);
    expect(await ask(supervisor, 'supervision(engagementId: $id) { kind }', here)).toEqual([]);
  });
});
