import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { frameworkLeadOf, localityIdOf, OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import { addDays, dayOf, uuid5, type Uuid } from '@alongside/kernel';
import { talkWith, type Talk } from '../support/graph-talk.js';
import { startProgram, type Program } from '../support/program.js';

const [sussex, wessex] = [localityIdOf('Sussex'), localityIdOf('Wessex')];
const today = dayOf(new Date().toISOString());
const yesterday = addDays(today, -1);
const of = (ods: string) => ({ ...partnerByOds(ods), ...staffOf(partnerByOds(ods)) });
const [rx2, rdr, rhm, r1c, icb] = [of('RX2'), of('RDR'), of('RHM'), of('R1C'), of('QNX')];

describe('what partners say of themselves', () => {
  let program: Program;
  let ask: Talk['ask'], tried: Talk['tried'], listed: Talk['listed'], give: Talk['give'];
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners', pointsPerMinute: 10_000_000 });
    ({ ask, tried, listed, give } = talkWith(program, 'partners'));
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  const code = (changes: object) => ({
    organisationId: rx2.organisationId,
    system: 'esr',
    value: '101',
    effectiveOn: '2020-01-01',
    ...changes,
  });

  describe('who may say it', () => {
    const { organisationId } = rdr;
    const said: readonly (readonly [string, object])[] = [
      ['renameOrganisation', { organisationId, name: 'Another', effectiveOn: today }],
      ['closeOrganisation', { organisationId, effectiveOn: today }],
      ['assignIdentifier', code({ organisationId })],
      ['endIdentifier', { organisationId, system: 'ods', value: 'RDR', effectiveOn: today }],
      ['joinLocality', { organisationId, localityId: wessex, effectiveOn: today }],
      ['leaveLocality', { organisationId, localityId: sussex, effectiveOn: today }],
      ['mergeOrganisation', { organisationId, intoOrganisationId: rx2.organisationId, effectiveOn: today }],
      [
        'reopenOrganisation',
        { organisationId, corrects: { eventId: uuid5('closing'), reason: 'wrongDate' } },
      ],
    ];
    it.each(said)('not whoever leads the framework around the organisation: %s', async (name, input) => {
      for (const locality of ['Sussex', 'Wessex'] as const)
        expect(await tried(frameworkLeadOf(locality), name, input)).toBe('NotFound');
    });
    it.each(said)('not the staff of another partner, nor its own employees: %s', async (name, input) => {
      expect(await tried(rx2.lead, name, input)).toBe('NotFound');
      expect(['NotFound', 'NOT_FOUND']).toContain(await tried(rdr.hr, name, input));
    });
    it('its own lead, and an operator', async () => {
      const renamed = (name: string, effectiveOn: string) => ({ organisationId, name, effectiveOn });
      expect(await tried(rdr.lead, 'renameOrganisation', renamed('Sussex Community', yesterday))).toBe(
        'accepted',
      );
      expect(await tried(OPERATOR, 'renameOrganisation', renamed('Sussex Community NHS', today))).toBe(
        'accepted',
      );
      expect(await tried(rdr.lead, 'assignIdentifier', code({ organisationId, value: '202' }))).toBe(
        'accepted',
      );
    });
  });

  describe('what is refused', () => {
    it('a second code of one register at one time, and a code that another holds then', async () => {
      const until2020 = code({ until: '2020-12-31' });
      expect(await tried(rx2.lead, 'assignIdentifier', until2020)).toBe('accepted');
      expect(
        await tried(rx2.lead, 'assignIdentifier', code({ value: '102', effectiveOn: '2020-12-31' })),
      ).toBe('IdentifierOverlaps');
      expect(
        await tried(rx2.lead, 'assignIdentifier', code({ value: '102', effectiveOn: '2021-01-01' })),
      ).toBe('accepted');
      const elsewhere = { organisationId: rhm.organisationId };
      expect(await tried(rhm.lead, 'assignIdentifier', code({ ...elsewhere, until: '2020-06-30' }))).toBe(
        'IdentifierHeldByAnother',
      );
      expect(
        await tried(rhm.lead, 'assignIdentifier', code({ ...elsewhere, effectiveOn: '2021-01-01' })),
      ).toBe('accepted');
    });
    it('a code that ends before it begins, is malformed, or is ended where it is not held', async () => {
      const charity = { system: 'charity', value: '1059080' };
      expect(await tried(rx2.lead, 'assignIdentifier', code({ ...charity, until: '2019-12-31' }))).toBe(
        'IdentifierEndsBeforeStart',
      );
      expect(await tried(rx2.lead, 'assignIdentifier', code({ ...charity, value: '12' }))).toBe(
        'IdentifierMalformed',
      );
      expect(await tried(rx2.lead, 'endIdentifier', code(charity))).toBe('IdentifierNotHeld');
    });
    it('to join a locality twice, before it was there, or one that is none', async () => {
      const joining = (localityId: Uuid, effectiveOn: string) => ({
        organisationId: rx2.organisationId,
        localityId,
        effectiveOn,
      });
      expect(await tried(rx2.lead, 'joinLocality', joining(sussex, today))).toBe('AlreadyInLocality');
      expect(await tried(rx2.lead, 'joinLocality', joining(wessex, '2015-03-31'))).toBe('BeforeRegistration');
      expect(await tried(rx2.lead, 'joinLocality', joining(uuid5('nowhere'), today))).toBe('LocalityUnknown');
    });
    it('to join as an organisation that is closed, to rename it, and to merge it again', async () => {
      const closed = { organisationId: r1c.organisationId, effectiveOn: today };
      expect(await tried(OPERATOR, 'joinLocality', { ...closed, localityId: sussex })).toBe(
        'OrganisationClosed',
      );
      expect(await tried(OPERATOR, 'renameOrganisation', { ...closed, name: 'Another' })).toBe(
        'OrganisationClosed',
      );
      const into = { ...closed, intoOrganisationId: rhm.organisationId };
      expect(await tried(OPERATOR, 'mergeOrganisation', into)).toBe('OrganisationClosed');
    });
    it('to merge into itself, into nobody, and into what is closed', async () => {
      const merging = (intoOrganisationId: Uuid) => ({
        organisationId: rhm.organisationId,
        intoOrganisationId,
        effectiveOn: today,
      });
      expect(await tried(rhm.lead, 'mergeOrganisation', merging(rhm.organisationId))).toBe(
        'MergerIntoItself',
      );
      expect(await tried(rhm.lead, 'mergeOrganisation', merging(uuid5('nobody')))).toBe('SuccessorUnknown');
      expect(await tried(rhm.lead, 'mergeOrganisation', merging(r1c.organisationId))).toBe(
        'SuccessorNotOpen',
      );
    });
    it('to leave, close or merge the host of a locality', async () => {
      const { organisationId } = icb;
      const leaving = { organisationId, effectiveOn: today };
      expect(await tried(icb.lead, 'leaveLocality', { ...leaving, localityId: sussex })).toBe(
        'HostsLocality',
      );
      expect(await tried(icb.lead, 'closeOrganisation', leaving)).toBe('HostsLocality');
      const into = { ...leaving, intoOrganisationId: rx2.organisationId };
      expect(await tried(icb.lead, 'mergeOrganisation', into)).toBe('HostsLocality');
    });
    it('to leave a locality that it is not in, and to close before a fact', async () => {
      const leaving = { organisationId: rx2.organisationId, localityId: wessex, effectiveOn: today };
      expect(await tried(rx2.lead, 'leaveLocality', leaving)).toBe('NotInLocality');
      expect(
        await tried(rx2.lead, 'closeOrganisation', {
          organisationId: rx2.organisationId,
          effectiveOn: '2021-01-01',
        }),
      ).toBe('FactsAfterClosing');
    });
  });

  describe('in two localities at once', () => {
    const { organisationId, hr, lead } = rhm;
    const inLocality = (id: Uuid, on: string) =>
      listed(
        hr,
        'organisations(localityId: $id, asAt: $on, first: 100, after: $after) { nodes { id: organisationId }',
        id,
        on,
      );
    const summaryOf = async (who: Uuid, id: Uuid) =>
      (await ask(who, 'localitySummary(localityId: $id) { localityId }', { id })).localitySummary;
    let before: readonly unknown[];
    beforeAll(async () => {
      before = [await summaryOf(hr, sussex), await summaryOf(hr, wessex)];
      await give(lead, 'joinLocality', { organisationId, localityId: sussex, effectiveOn: today });
    });

    it('is listed in both from the day on, and in one before', async () => {
      expect(await inLocality(sussex, yesterday)).not.toContain(organisationId);
      for (const locality of [sussex, wessex])
        expect(await inLocality(locality, today)).toContain(organisationId);
      const { nodes } = (
        await ask(
          hr,
          'organisations(asAt: $on, name: "University Hospital Southampton", first: 1) { nodes { localityIds } }',
          {
            on: today,
          },
        )
      ).organisations;
      expect(nodes).toEqual([{ localityIds: [sussex, wessex].sort() }]);
    });
    it('has its staff take part in both', async () => {
      expect(before).toEqual([null, { localityId: wessex }]);
      expect([await summaryOf(hr, sussex), await summaryOf(hr, wessex)]).toEqual([
        { localityId: sussex },
        { localityId: wessex },
      ]);
      expect((await ask(hr, 'me { roles { role scopeId } }')).me.roles).toEqual([
        { role: 'hr', scopeId: organisationId },
      ]);
    });
    it('works in either', async () => {
      const personId = await give(hr, 'registerPerson', {
        registeredBy: organisationId,
        givenName: 'Robin',
        familyName: 'Example',
        effectiveOn: today,
      });
      for (const localityId of [sussex, wessex])
        await give(hr, 'beginEngagement', {
          personId,
          employingOrganisationId: organisationId,
          localityId,
          kind: 'volunteer',
          title: 'Volunteer',
          roleFamily: 'peerWorker',
          startsOn: today,
        });
      const workforce = await listed(
        hr,
        'workforce(organisationId: $id, first: 100, after: $after) { nodes { id: localityId }',
        organisationId,
      );
      expect([...workforce].sort()).toEqual([sussex, wessex].sort());
    });
    it('leaves one of them, and stays in the other', async () => {
      const tomorrow = addDays(today, 1);
      const leaving = { organisationId, localityId: wessex, effectiveOn: tomorrow };
      expect(await tried(lead, 'leaveLocality', leaving)).toBe('accepted');
      expect(await inLocality(wessex, today)).toContain(organisationId);
      expect(await inLocality(wessex, tomorrow)).not.toContain(organisationId);
      expect(await inLocality(sussex, tomorrow)).toContain(organisationId);
      expect(await summaryOf(hr, wessex)).toEqual({ localityId: wessex });
    });
  });
});
