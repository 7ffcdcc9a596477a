import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { frameworkLeadOf, localityIdOf, partnerByOds, partners, staffOf } from '@alongside/demonstration';
import { dayOf, idMadeBy, uuid5, type Uuid } from '@alongside/kernel';
import { codeOf, commanding } from '../support/commanding.js';
import { startProgram, type Program } from '../support/program.js';

const sussex = localityIdOf('Sussex');
const wessex = localityIdOf('Wessex');
const rx2 = partnerByOds('RX2');
const rw1 = partnerByOds('RW1');
const capital = partners.find(({ name }) => name === 'CAPITAL Project Trust')!;
const today = dayOf(new Date().toISOString());

/** Somebody of a Sussex partner, of whom nobody in Wessex has heard. */
const theirs: Uuid = staffOf(capital).supervisors[0]!;

describe('an organisation that knows the id of somebody else’s person', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  const command = commanding(() => program, 'attack');
  const give = (who: Uuid, name: string, input: object): Promise<string> => codeOf(command(who, name, input));
  const nameAsSeenBy = async (who: Uuid): Promise<unknown> => {
    await program.caughtUp();
    const { body } = await program.as(who)(
      'query ($personId: UUID!) { person(personId: $personId) { displayName } }',
      { personId: theirs },
    );
    return body.data.person;
  };
  const volunteering = (changes: object) => ({
    personId: theirs,
    employingOrganisationId: rw1.organisationId,
    localityId: wessex,
    kind: 'volunteer',
    title: 'Volunteer',
    roleFamily: 'peerWorker',
    startsOn: today,
    ...changes,
  });

  it('sees no name by beginning an engagement for them', async () => {
    const stranger = staffOf(rw1).hr;
    expect(await nameAsSeenBy(stranger)).toBeNull();
    expect(await give(stranger, 'beginEngagement', volunteering({}))).toBe('NotFound');
    expect(await nameAsSeenBy(stranger)).toBeNull();
  });

  it('sees no name by giving them a role', async () => {
    const grant = { personId: theirs, role: 'hr', organisationId: rw1.organisationId, from: today };
    expect(await give(staffOf(rw1).lead, 'grantRole', grant)).toBe('NotFound');
    expect(await nameAsSeenBy(staffOf(rw1).lead)).toBeNull();
  });

  it('answers for a person whom nobody registered as for one of somebody else', async () => {
    const nobody = volunteering({ personId: uuid5('nobody') });
    expect(await give(staffOf(rw1).hr, 'beginEngagement', nobody)).toBe('NotFound');
  });

  it('engages and appoints the people it registered, at once', async () => {
    const commandId = uuid5('registration of their own');
    const personId = idMadeBy(commandId, 'person');
    const registration = {
      commandId,
      registeredBy: rw1.organisationId,
      givenName: 'Ada',
      familyName: 'Example',
      effectiveOn: today,
    };
    expect(await give(staffOf(rw1).hr, 'registerPerson', registration)).toBe('accepted');
    expect(await give(staffOf(rw1).hr, 'beginEngagement', volunteering({ personId }))).toBe('accepted');
    const grant = { personId, role: 'hr', organisationId: rw1.organisationId, from: today };
    expect(await give(staffOf(rw1).lead, 'grantRole', grant)).toBe('accepted');
  });

  describe('or of another organisation', () => {
    const post = {
      employingOrganisationId: rw1.organisationId,
      localityId: wessex,
      title: 'Planted',
      roleFamily: 'peerWorker',
      team: 'Team',
      setting: 'inpatient',
      places: 1,
      effectiveOn: today,
    };

    it('puts nothing into its lists, nor into a locality in which it is no partner', async () => {
      const own = staffOf(rw1).hr;
      for (const where of [
        { hostOrganisationId: capital.organisationId },
        { hostOrganisationId: capital.organisationId, localityId: sussex },
        { localityId: sussex },
        { localityId: uuid5('nowhere') },
        { hostOrganisationId: uuid5('nobody') },
      ]) {
        expect(await give(own, 'establishPost', { ...post, ...where })).toBe('NotFound');
        expect(await give(own, 'beginEngagement', volunteering({ personId: own, ...where }))).toBe(
          'NotFound',
        );
      }
      await program.caughtUp();
      const { body } = await program.as(staffOf(capital).lead)(
        'query ($organisationId: UUID!) { posts(organisationId: $organisationId, first: 10) { nodes { title } } }',
        { organisationId: capital.organisationId },
      );
      expect(body.data.posts.nodes).toEqual([]);
    });

    it('has a post hosted by a partner of its locality', async () => {
      const hosted = {
        ...post,
        employingOrganisationId: capital.organisationId,
        hostOrganisationId: rx2.organisationId,
        localityId: sussex,
      };
      expect(await give(staffOf(capital).lead, 'establishPost', hosted)).toBe('accepted');
    });

    it('is not let in by the lead of a framework', async () => {
      const lead = frameworkLeadOf('Sussex');
      const grant = { personId: lead, role: 'hr', organisationId: rx2.organisationId, from: today };
      expect(await give(lead, 'grantRole', grant)).toBe('NotFound');
    });
  });
});
