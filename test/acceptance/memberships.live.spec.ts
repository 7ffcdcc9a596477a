import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  frameworkLeadOf,
  localityIdOf,
  OPERATOR,
  partnerByOds,
  type Partner,
  staffOf,
} from '@alongside/demonstration';
import { demonstrationSubject } from '@alongside/identity/development-realm';
import { addDays, addMonths, dayOf, idMadeBy, uuid5, type Uuid } from '@alongside/kernel';
import { OPERATORS } from '@alongside/localities/contracts';
import { DEVELOPMENT_ISSUER } from '../../apps/cli/src/demonstration.js';
import { codeOf as codeIn, commanding, type CommandAnswer } from '../support/commanding.js';
import { startProgram, type Program } from '../support/program.js';

const [rx2, rw1, r1c] = ['RX2', 'RW1', 'R1C'].map(partnerByOds) as [Partner, Partner, Partner];
const [lead, hr, [deputy, colleague, supervisor]] = [
  staffOf(rx2).lead,
  staffOf(rx2).hr,
  staffOf(rx2).supervisors as [Uuid, Uuid, Uuid],
];
const sussex = localityIdOf('Sussex');
const frameworkLead = frameworkLeadOf('Sussex');
const stranger = staffOf(rw1).lead;
const today = dayOf(new Date().toISOString());
const inDays = (days: number): string => addDays(today, days);
const trust = { organisationId: rx2.organisationId };

interface Listed {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('who holds, lends and borrows a role', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  const command = commanding(() => program, 'memberships');
  const give = async (who: Uuid, name: string, input: object): Promise<CommandAnswer> => {
    await program.caughtUp();
    return command(who, name, input);
  };
  const codeOf = (who: Uuid, name: string, input: object): Promise<string> => codeIn(give(who, name, input));
  const ask = async (who: Uuid, query: string, variables: object = {}) => {
    await program.caughtUp();
    const { body } = await program.as(who)(query, variables);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };

  const lending = (changes: object = {}) => ({
    role: 'organisationLead',
    ...trust,
    delegateId: deputy,
    from: today,
    until: inDays(30),
    ...changes,
  });
  const lend = async (who: Uuid, changes: object = {}) => {
    const { id, eventIds, code } = await give(who, 'delegateRole', lending(changes));
    if (code) throw new Error(code);
    return { membershipId: id!, delegationId: eventIds![0]! };
  };
  let renamings = 0;
  /** What an organisation's lead may do, and neither its supervisors nor its HR. */
  const renaming = () => ({ ...trust, name: `Sussex ${(renamings += 1)}`, effectiveOn: inDays(renamings) });
  const mayLead = async (who: Uuid): Promise<boolean> =>
    (await codeOf(who, 'renameOrganisation', renaming())) === 'accepted';
  const register = async (organisationId: Uuid, who: Uuid, name: string): Promise<Uuid> => {
    const commandId = uuid5(`memberships person ${name}`);
    const registered = await codeOf(who, 'registerPerson', {
      commandId,
      registeredBy: organisationId,
      givenName: name,
      familyName: 'Example',
      effectiveOn: today,
    });
    expect(registered).toBe('accepted');
    return idMadeBy(commandId, 'person');
  };

  const signsIn = async (personId: Uuid): Promise<void> => {
    const { code } = await give(OPERATOR, 'linkLogin', {
      personId,
      issuer: DEVELOPMENT_ISSUER,
      subject: demonstrationSubject(personId),
      effectiveOn: today,
    });
    expect(code).toBeUndefined();
  };

  describe('a role that is lent', () => {
    it('lets the delegate act beside the lead, until it is ended and not a day longer', async () => {
      expect(await mayLead(deputy)).toBe(false);
      const lent = await lend(lead);
      expect(await mayLead(deputy)).toBe(true);
      expect(await mayLead(lead)).toBe(true);
      expect(await codeOf(lead, 'endDelegation', { ...lent, effectiveOn: today })).toBe('accepted');
      expect(await mayLead(deputy)).toBe(false);
      expect(await mayLead(lead)).toBe(true);
    });

    it('opens nothing before its first day, nor after its last', async () => {
      const later = await lend(lead, { from: inDays(1) });
      const before = await lend(lead, { from: inDays(-30), until: inDays(-1) });
      expect(await mayLead(deputy)).toBe(false);
      expect(await codeOf(lead, 'endDelegation', { ...later, effectiveOn: inDays(1) })).toBe('accepted');
      const corrects = { eventId: before.delegationId, reason: 'enteredInError' };
      expect(await codeOf(lead, 'endDelegation', { ...before, effectiveOn: today, corrects })).toBe(
        'accepted',
      );
    });

    it('is not lent on, and gives no roles away', async () => {
      const lent = await lend(lead);
      expect(await mayLead(deputy)).toBe(true);
      expect(await codeOf(deputy, 'delegateRole', lending({ delegateId: colleague }))).toBe('NotFound');
      const kept = { personId: deputy, role: 'organisationLead', ...trust, from: today };
      expect(await codeOf(deputy, 'grantRole', kept)).toBe('AuthorityBorrowed');
      const ousted = { membershipId: lent.membershipId, effectiveOn: today };
      expect(await codeOf(deputy, 'endRole', ousted)).toBe('AuthorityBorrowed');
      expect(await codeOf(lead, 'endDelegation', { ...lent, effectiveOn: today })).toBe('accepted');
    });

    it('is refused with the reason', async () => {
      const refusals: Record<string, object> = {};
      const refusedBy = async (who: Uuid, changes: object): Promise<void> => {
        const { code = 'accepted', details } = await give(who, 'delegateRole', lending(changes));
        refusals[code] = { ...((details as object | null) ?? {}) };
      };
      const untilThen = inDays(20);
      const forATime = { personId: colleague, role: 'auditor', ...trust, from: today, until: untilThen };
      expect(await codeOf(lead, 'grantRole', forATime)).toBe('accepted');
      await lend(hr, { role: 'hr', delegateId: colleague });
      const stillKnown = await register(rw1.organisationId, staffOf(rw1).hr, 'Nell');
      await refusedBy(lead, { delegateId: lead });
      await refusedBy(lead, { delegateId: stillKnown });
      await refusedBy(lead, { until: inDays(-1) });
      await refusedBy(lead, { until: addDays(addMonths(today, 12), 1) });
      await refusedBy(colleague, { role: 'auditor', delegateId: deputy, until: inDays(21) });
      await refusedBy(hr, { role: 'hr', delegateId: colleague });
      await refusedBy(OPERATOR, { role: 'operator', organisationId: null });
      await refusedBy(lead, { corrects: { eventId: uuid5('nothing'), reason: 'wrongDate' } });
      await refusedBy(staffOf(r1c).lead, {
        organisationId: r1c.organisationId,
        delegateId: staffOf(r1c).hr,
      });
      await refusedBy(deputy, { role: 'hr', delegateId: lead });
      expect(refusals).toEqual({
        DelegationToOneself: {},
        DelegateUnknown: {},
        DelegationEndsBeforeStart: {},
        DelegationTooLong: { latest: addMonths(today, 12) },
        RoleNotHeldThroughout: { latest: untilThen },
        DelegateHoldsRole: {},
        RoleCannotBeLent: { role: 'operator' },
        NothingToCorrect: {},
        OrganisationClosed: { closedOn: '2024-10-01' },
        NotFound: {},
      });
    });

    it('refuses a delegate who has it from somebody else, or holds it', async () => {
      const [second, borrower] = [
        await register(rx2.organisationId, hr, 'Second'),
        await register(rx2.organisationId, hr, 'Borrower'),
      ];
      await signsIn(second);
      expect(await codeOf(lead, 'grantRole', { personId: second, role: 'hr', ...trust, from: today })).toBe(
        'accepted',
      );
      expect(await codeOf(hr, 'delegateRole', lending({ role: 'hr', delegateId: second }))).toBe(
        'DelegateHoldsRole',
      );
      await lend(hr, { role: 'hr', delegateId: borrower });
      const lent = lending({ role: 'hr', delegateId: borrower });
      expect(await codeOf(second, 'delegateRole', lent)).toBe('DelegateHoldsRole');
      const afterwards = { from: inDays(31), until: inDays(40) };
      expect(await codeOf(second, 'delegateRole', { ...lent, ...afterwards })).toBe('accepted');
    });

    it('ends by whoever lent or borrows it, and the lead of the organisation, and nobody else', async () => {
      const byHr = { role: 'hr', delegateId: supervisor };
      const end = async (who: Uuid, lent: object, effectiveOn = today) =>
        codeOf(who, 'endDelegation', { ...lent, effectiveOn });
      const first = await lend(hr, byHr);
      for (const other of [deputy, stranger, frameworkLead, OPERATOR])
        expect(await end(other, first)).not.toBe('accepted');
      expect(await end(hr, first, inDays(-1))).toBe('DelegationEndsBeforeStart');
      expect(await end(hr, first, inDays(31))).toBe('DelegationNotInForce');
      expect(await end(hr, { ...first, delegationId: uuid5('none') })).toBe('NotFound');
      expect(await end(hr, first)).toBe('accepted');
      expect(await end(hr, first)).toBe('DelegationNotInForce');
      expect(await end(supervisor, await lend(hr, byHr))).toBe('accepted');
      expect(await end(lead, await lend(hr, byHr))).toBe('accepted');
    });

    it('ends with the role from which it comes', async () => {
      const acting = await register(rx2.organisationId, hr, 'Acting');
      await signsIn(acting);
      const { id: membershipId } = await give(OPERATOR, 'grantRole', {
        personId: acting,
        role: 'organisationLead',
        ...trust,
        from: today,
      });
      const lent = await lend(acting, { delegateId: supervisor });
      expect(await mayLead(supervisor)).toBe(true);
      const ended = await give(lead, 'endRole', { membershipId, effectiveOn: today });
      expect(ended.eventIds).toHaveLength(2);
      expect(await mayLead(supervisor)).toBe(false);
      expect(await codeOf(acting, 'endDelegation', { ...lent, effectiveOn: today })).toBe(
        'DelegationNotInForce',
      );
    });

    describe('in lists', () => {
      const fields = `nodes { delegationId membershipId role lenderId lenderName delegateId delegateName
        organisationId localityId from until } pageInfo { hasNextPage endCursor }`;
      const inPlace = `query ($organisationId: UUID, $localityId: UUID, $first: Int!, $after: String) {
        page: delegations(organisationId: $organisationId, localityId: $localityId, first: $first, after: $after) { ${fields} } }`;
      const own = `query ($first: Int!, $after: String) { page: myDelegations(first: $first, after: $after) { ${fields} } }`;
      const listed = async (who: Uuid, query: string, place: object = {}) =>
        (await ask(who, query, { first: 50, ...place })).page.nodes as readonly {
          readonly delegationId: Uuid;
          readonly lenderName: string | null;
          readonly delegateName: string | null;
        }[];
      const find = async (id: Uuid, who: Uuid, query: string, place: object = {}) =>
        (await listed(who, query, place)).find(({ delegationId }) => delegationId === id);

      it('is shown with names to those who read them there, and to nobody elsewhere', async () => {
        const { delegationId, membershipId } = await lend(supervisor, {
          role: 'supervisor',
          delegateId: hr,
        });
        const name = expect.stringMatching(/\w+ \w+/);
        for (const who of [lead, hr])
          expect(await find(delegationId, who, inPlace, trust)).toEqual({
            delegationId,
            membershipId,
            role: 'supervisor',
            lenderId: supervisor,
            lenderName: name,
            delegateId: hr,
            delegateName: name,
            organisationId: rx2.organisationId,
            localityId: null,
            from: today,
            until: inDays(30),
          });
        for (const who of [deputy, stranger, frameworkLead, OPERATOR])
          expect(await listed(who, inPlace, trust)).toEqual([]);

        expect(await find(delegationId, supervisor, own)).toMatchObject({
          lenderName: name,
          delegateId: hr,
          delegateName: null,
        });
        expect(await find(delegationId, hr, own)).toMatchObject({ lenderName: name, delegateName: name });
        expect(await listed(stranger, own)).toEqual([]);
      });

      it('of a locality is for whoever leads the framework there', async () => {
        const { delegationId } = await lend(frameworkLead, {
          role: 'frameworkLead',
          organisationId: null,
          localityId: sussex,
          delegateId: deputy,
        });
        const place = { localityId: sussex };
        expect(await find(delegationId, frameworkLead, inPlace, place)).toMatchObject({
          lenderId: frameworkLead,
          delegateId: deputy,
          organisationId: null,
          localityId: sussex,
        });
        expect(await listed(frameworkLeadOf('Wessex'), inPlace, place)).toEqual([]);
        for (const who of [frameworkLead, deputy])
          expect(await find(delegationId, who, own)).toMatchObject({ delegateId: deputy });
        expect(
          await codeOf(frameworkLead, 'delegateRole', {
            ...lending({ role: 'frameworkLead', organisationId: null, localityId: sussex }),
            delegateId: staffOf(rw1).hr,
          }),
        ).toBe('DelegateUnknown');
      });

      it('comes page after page as at once', async () => {
        await lend(lead, { from: inDays(40), until: inDays(50) });
        await lend(lead, { from: inDays(40), until: inDays(50), delegateId: supervisor });
        const whole = await listed(hr, inPlace, trust);
        expect(whole.length).toBeGreaterThan(2);
        const pages: unknown[] = [];
        for (let after: string | null = null, page = 0; page < 20; page += 1) {
          const answered = await ask(hr, inPlace, { ...trust, first: 1, after });
          const { nodes, pageInfo }: Listed = answered.page;
          pages.push(...nodes);
          after = pageInfo.endCursor;
          if (!pageInfo.hasNextPage) break;
        }
        expect(pages).toEqual(whole);
      });
    });
  });

  describe('a role that is given', () => {
    const grant = (changes: object = {}) => ({
      personId: deputy,
      role: 'auditor',
      ...trust,
      from: today,
      ...changes,
    });

    it('is refused in an organisation on days on which it is closed', async () => {
      const closed = { organisationId: r1c.organisationId, personId: staffOf(r1c).hr };
      expect(await give(OPERATOR, 'grantRole', grant(closed))).toMatchObject({
        code: 'OrganisationClosed',
        details: { closedOn: '2024-10-01' },
      });
      expect(await give(OPERATOR, 'grantRole', grant({ ...closed, from: '2024-09-01' }))).toMatchObject({
        code: 'OrganisationClosed',
        details: { closedOn: '2024-10-01', latest: '2024-09-30' },
      });
      const before = { ...closed, from: '2024-09-01', until: '2024-09-30' };
      expect(await codeOf(OPERATOR, 'grantRole', grant(before))).toBe('accepted');
    });

    it('is refused before there was what it would be held in', async () => {
      const early = { from: '2015-03-31' };
      expect(await give(lead, 'grantRole', grant(early))).toMatchObject({
        code: 'OrganisationNotRegistered',
        details: { earliest: '2015-04-01' },
      });
      const inLocality = { ...early, organisationId: null, localityId: sussex };
      expect(await codeOf(frameworkLead, 'grantRole', grant(inLocality))).toBe('LocalityNotEstablished');
    });

    it('is never that of a system or of an operator', async () => {
      expect(await codeOf(lead, 'grantRole', grant({ role: 'integration' }))).toBe('RoleOfSystems');
      const operating = grant({ role: 'operator', organisationId: null });
      expect(await codeOf(OPERATOR, 'grantRole', operating)).toBe('OperatorsAppointedApart');
      const forThemself = grant({ personId: OPERATOR, role: 'organisationLead' });
      expect(await codeOf(OPERATOR, 'grantRole', forThemself)).toBe('RoleForOneself');
      expect(await codeOf(lead, 'grantRole', operating)).toBe('NotFound');
    });
  });

  describe('operators', () => {
    it('are always one at least, whoever asks', async () => {
      const appoint = (personId: Uuid, part: object = {}) => ({ personId, from: today, ...part });
      const dismiss = (personId: Uuid, effectiveOn = today) => ({ personId, effectiveOn });
      const pass = 'accepted';

      for (const who of [lead, frameworkLead, hr])
        expect(await codeOf(who, 'appointOperator', appoint(deputy))).not.toBe(pass);
      expect(await codeOf(deputy, 'appointOperator', appoint(deputy))).not.toBe(pass);
      expect(await codeOf(OPERATOR, 'appointOperator', appoint(uuid5('nobody')))).toBe('NotFound');
      expect(await codeOf(OPERATOR, 'dismissOperator', dismiss(OPERATOR))).toBe('LastOperator');
      expect(await codeOf(OPERATOR, 'dismissOperator', dismiss(deputy))).toBe('NotOperator');
      const around = { membershipId: OPERATORS, effectiveOn: today };
      expect(await codeOf(OPERATOR, 'endRole', around)).toBe('OperatorsAppointedApart');

      const forATime = appoint(deputy, { until: inDays(90) });
      expect(await codeOf(OPERATOR, 'appointOperator', { ...forATime, until: inDays(-1) })).toBe(
        'OperatorEndsBeforeStart',
      );
      const { id, eventIds } = await give(OPERATOR, 'appointOperator', forATime);
      expect(id).toBe(deputy);
      expect(await codeOf(OPERATOR, 'appointOperator', appoint(deputy))).toBe('AlreadyOperator');
      expect(await codeOf(OPERATOR, 'dismissOperator', dismiss(OPERATOR))).toBe('LastOperator');

      const corrects = { eventId: eventIds![0], reason: 'wrongDate' };
      expect(await codeOf(OPERATOR, 'appointOperator', appoint(deputy, { corrects }))).toBe(pass);
      expect(await codeOf(OPERATOR, 'appointOperator', appoint(deputy, { corrects }))).toBe(
        'NothingToCorrect',
      );
      // The new one may do what operators may, and dismiss the one by whom they were appointed.
      expect(await codeOf(deputy, 'dismissOperator', dismiss(OPERATOR))).toBe(pass);
      expect(await codeOf(deputy, 'dismissOperator', dismiss(deputy))).toBe('LastOperator');
      expect(await codeOf(OPERATOR, 'appointOperator', appoint(colleague))).not.toBe(pass);

      expect(await codeOf(deputy, 'appointOperator', appoint(OPERATOR))).toBe(pass);
      const listed = async (who: Uuid, page: string) => {
        const { body } = await program.as(who)(
          `{ operators(${page}) { nodes { personId until } pageInfo { endCursor hasNextPage } } }`,
        );
        return body.data.operators;
      };
      const whole = await listed(deputy, 'first: 10');
      expect(whole.nodes.map(({ personId }: { personId: Uuid }) => personId).toSorted()).toEqual(
        [deputy, OPERATOR].toSorted(),
      );
      const first = await listed(deputy, 'first: 1');
      const second = await listed(deputy, `first: 1, after: "${first.pageInfo.endCursor}"`);
      expect([...first.nodes, ...second.nodes]).toEqual(whole.nodes);
      expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
      for (const who of [lead, frameworkLead]) expect((await listed(who, 'first: 10')).nodes).toEqual([]);
      expect(await codeOf(deputy, 'dismissOperator', dismiss(deputy))).toBe(pass);
      expect(await codeOf(deputy, 'appointOperator', appoint(deputy))).not.toBe(pass);
    });
  });
});
