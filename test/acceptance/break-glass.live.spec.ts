import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import { execute } from '@alongside/event-store';
import { addHours, dayOf, uuid5, type Instant, type Uuid } from '@alongside/kernel';
import { breakGlassStream } from '@alongside/localities/contracts';
import { breakGlass, type BreakGlassCommand } from '@alongside/localities/domain';
import { openPool } from '@alongside/postgres';
import { commanding, type CommandAnswer } from '../support/commanding.js';
import { eventually } from '../support/eventually.js';
import { startProgram, type Program } from '../support/program.js';

const rx2 = partnerByOds('RX2');
const rdr = partnerByOds('RDR');
const { lead, hr, supervisors } = staffOf(rx2);
const [opened, touched] = supervisors as [Uuid, Uuid];
const stranger = staffOf(rdr).lead;
const secondOperator = staffOf(rdr).hr;
const organisationId = rx2.organisationId;
const now: Instant = new Date().toISOString();
const today = dayOf(now);
const reason = 'A safeguarding alert, and nobody of the trust can be reached.';

describe('breaking the glass', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
    const appointed = await give(OPERATOR, 'appointOperator', { personId: secondOperator, from: today });
    expect(appointed).toMatchObject({ id: secondOperator });
    // Rights are looked up anew within moments: then an operator is told that there is no such request.
    await eventually(async () =>
      expect(await answer(secondOperator, 'approve', uuid5('none'))).toMatchObject({ code: 'NotFound' }),
    );
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  let moments = 0;
  const command = commanding(() => program, 'break-glass');
  const give = async (who: Uuid, name: string, input: object): Promise<CommandAnswer> => {
    const answer = await command(who, name, input);
    await program.caughtUp();
    return answer;
  };
  const request = (changes: object = {}, who = OPERATOR) =>
    give(who, 'requestBreakGlass', {
      organisationId,
      personId: opened,
      classes: ['C2', 'C3'],
      reason,
      hours: 4,
      ...changes,
    });
  const requested = async (changes: object = {}): Promise<Uuid> => {
    const { id, code } = await request(changes);
    if (!id) throw new Error(`refused: ${code}`);
    return id;
  };
  const answer = (who: Uuid, name: 'approve' | 'refuse' | 'end', breakGlassId: Uuid, more: object = {}) =>
    give(who, `${name}BreakGlass`, { breakGlassId, ...more });

  const list = async (who: Uuid, args = ''): Promise<readonly Record<string, unknown>[]> => {
    const { body } = await program.as(who)(`{ breakGlasses(first: 100${args}) { nodes {
      breakGlassId requestedBy requestedByName organisationId personId classes reason hours status requestedAt answerBy
      decidedBy from until isOpen } } }`);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data.breakGlasses.nodes;
  };
  const shown = async (who: Uuid, breakGlassId: Uuid, args = '') =>
    (await list(who, args)).find((node) => node['breakGlassId'] === breakGlassId);
  const notices = async (who: Uuid, page = 'first: 100') => {
    const { body } = await program.as(
      who,
    )(`{ myNotices(${page}) { nodes { breakGlassId requestedBy requestedByName
      organisationName namedYou classes reason from until wasRead inWords } pageInfo { hasNextPage endCursor } } }`);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data.myNotices;
  };
  const notice = async (who: Uuid, breakGlassId: Uuid) =>
    (await notices(who)).nodes.find((one: { breakGlassId: Uuid }) => one.breakGlassId === breakGlassId);

  /** Records a fact as it would have been recorded at that moment. */
  const at = async (moment: Instant, breakGlassId: Uuid, command: BreakGlassCommand) => {
    const { store, codec } = program.foundation.writing;
    await execute(
      { store, codec, clock: () => moment },
      {
        decider: breakGlass,
        stream: breakGlassStream(breakGlassId),
        command,
        context: {
          actor: OPERATOR,
          organisation: organisationId,
          locality: null,
          client: 'spec',
          commandId: uuid5(`at ${(moments += 1)}`),
        },
      },
    );
    await program.caughtUp();
  };
  const requestedAt = async (moment: Instant, name: string): Promise<Uuid> => {
    const breakGlassId = uuid5(name);
    await at(moment, breakGlassId, {
      type: 'RequestBreakGlass',
      breakGlassId,
      requestedBy: OPERATOR,
      organisationId,
      personId: opened,
      classes: ['C2'],
      reason,
      hours: 1,
      effectiveOn: dayOf(moment),
    });
    return breakGlassId;
  };
  /** On one connection of the gateway's. */
  const inGateway = async <Value>(read: (gateway: ReturnType<typeof openPool>) => Promise<Value>) => {
    const gateway = openPool(program.database.gatewayUrl, { name: 'spec', max: 1 });
    return read(gateway).finally(() => gateway.end());
  };
  /** How many rows the gateway is shown under these settings alone. */
  const rowsUnder = (settings: Readonly<Record<string, string>>, text: string): Promise<number> =>
    inGateway(async (gateway) => {
      await gateway.query('BEGIN');
      for (const [name, value] of Object.entries(settings))
        await gateway.query('SELECT set_config($1, $2, true)', [`alongside.${name}`, value]);
      const { rowCount } = await gateway.query(text);
      await gateway.query('ROLLBACK');
      return rowCount!;
    });
  /** What the gateway does when something of somebody's is read under a break-glass. */
  const readUnder = (breakGlassId: Uuid, personId: Uuid) =>
    inGateway((gateway) =>
      gateway.query(
        `INSERT INTO access_log.entry (reader_id, reader_kind, organisation_id, person_id, class, what, purpose, basis, basis_id, correlation)
         VALUES ($1, 'person', $2, $3, 'C3', 'disclosure', 'emergency', 'breakGlass', $4, $4)`,
        [OPERATOR, organisationId, personId, breakGlassId],
      ),
    );

  describe('is asked for', () => {
    it('by an operator for themself, and opens nothing yet', async () => {
      const id = await requested();
      const found = await shown(OPERATOR, id);
      expect(found).toMatchObject({
        requestedBy: OPERATOR,
        organisationId,
        personId: opened,
        classes: ['C2', 'C3'],
        reason,
        hours: 4,
        status: 'requested',
        decidedBy: null,
        from: null,
        until: null,
        isOpen: false,
      });
      expect(found!['answerBy']).toBe(addHours(found!['requestedAt'] as Instant, 24));
    });
    it('by nobody else', async () => {
      expect(await request({}, lead)).toMatchObject({ code: 'NotFound' });
      expect(await request({}, stranger)).toMatchObject({ code: 'NotFound' });
      for (const who of [hr, opened]) expect(await request({}, who)).toMatchObject({ code: 'NOT_FOUND' });
    });
    it('of an organisation that there is', async () => {
      expect(await request({ organisationId: uuid5('nowhere') })).toMatchObject({ code: 'NotFound' });
    });
    it('for something, and for 1 to 24 hours', async () => {
      expect(await request({ classes: [] })).toMatchObject({ code: 'NoClasses' });
      expect(await request({ hours: 0 })).toMatchObject({ code: 'HoursOutOfRange' });
      expect(await request({ hours: 25 })).toMatchObject({ code: 'HoursOutOfRange' });
      expect(await request({ hours: 24 })).toHaveProperty('id');
    });
    it('with a reason', async () => {
      expect(await request({ reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    });
    it('once by the same command, which is another operator’s own where they send it', async () => {
      const commandId = uuid5('the same request');
      const first = await request({ commandId });
      expect(await request({ commandId })).toEqual(first);
      expect(await request({ commandId }, secondOperator)).toMatchObject({ code: 'COMMAND_ID_REUSED' });
    });
  });

  describe('is approved', () => {
    it('by another operator, for its hours from then', async () => {
      const id = await requested();
      const approval = { commandId: uuid5('an approval') };
      const first = await answer(secondOperator, 'approve', id, approval);
      expect(first).toMatchObject({ id, eventIds: [expect.any(String)] });
      expect(await answer(secondOperator, 'approve', id, approval)).toEqual(first);
      const found = await shown(OPERATOR, id);
      expect(found).toMatchObject({ status: 'approved', decidedBy: secondOperator, isOpen: true });
      expect(found!['until']).toBe(addHours(found!['from'] as Instant, 4));
      expect(found!['from']! >= now).toBe(true);
    });
    it('by the lead of the organisation', async () => {
      const id = await requested();
      expect(await answer(lead, 'approve', id)).toMatchObject({ id });
      expect(await shown(lead, id)).toMatchObject({ status: 'approved', decidedBy: lead });
    });
    it('never by the one who asked', async () => {
      const id = await requested();
      expect(await answer(OPERATOR, 'approve', id)).toMatchObject({ code: 'SelfApproval' });
      expect(await shown(OPERATOR, id)).toMatchObject({ status: 'requested', isOpen: false });
    });
    it('by nobody else, who cannot tell it from one that is not there', async () => {
      const id = await requested();
      for (const name of ['approve', 'refuse', 'end'] as const) {
        expect(await answer(stranger, name, id)).toMatchObject({ code: 'NotFound' });
        expect(await answer(stranger, name, uuid5('none'))).toMatchObject({ code: 'NotFound' });
        for (const who of [hr, opened])
          expect(await answer(who, name, id)).toMatchObject({ code: 'NOT_FOUND' });
      }
    });
    it('or refused, once', async () => {
      const [one, other] = [await requested(), await requested()];
      await answer(lead, 'approve', one);
      expect(await answer(lead, 'refuse', other)).toMatchObject({ id: other });
      expect(await shown(OPERATOR, other)).toMatchObject({ status: 'refused', decidedBy: lead, from: null });
      for (const id of [one, other])
        for (const name of ['approve', 'refuse'] as const)
          expect(await answer(secondOperator, name, id)).toMatchObject({ code: 'AlreadyAnswered' });
    });
    it('within 24 hours', async () => {
      const late = await requestedAt(addHours(now, -24), 'a request of yesterday');
      expect(await answer(lead, 'approve', late)).toMatchObject({ code: 'RequestLapsed' });
      expect(await answer(lead, 'refuse', late)).toMatchObject({ code: 'RequestLapsed' });
      const justInTime = await requestedAt(addHours(now, -23), 'a request of nearly yesterday');
      expect(await answer(lead, 'approve', justInTime)).toMatchObject({ id: justInTime });
    });
    it('not at all where it is taken back', async () => {
      const id = await requested();
      expect(await answer(OPERATOR, 'refuse', id)).toMatchObject({ id });
      expect(await answer(lead, 'approve', id)).toMatchObject({ code: 'AlreadyAnswered' });
    });
  });

  describe('is ended', () => {
    const approved = async (by: Uuid): Promise<Uuid> => {
      const id = await requested();
      expect(await answer(by, 'approve', id)).toMatchObject({ id });
      return id;
    };
    it('at once, by the one who asked, by the one who approved, and by the lead', async () => {
      for (const who of [OPERATOR, secondOperator, lead]) {
        const id = await approved(secondOperator);
        expect(await answer(who, 'end', id)).toMatchObject({ id });
        const found = await shown(OPERATOR, id);
        expect(found).toMatchObject({ status: 'ended', decidedBy: secondOperator, isOpen: false });
        expect(found!['until']! < addHours(found!['from'] as Instant, 4)).toBe(true);
      }
    });
    it('by no other operator', async () => {
      const id = await approved(lead);
      expect(await answer(secondOperator, 'end', id)).toMatchObject({ code: 'NotFound' });
      expect(await shown(OPERATOR, id)).toMatchObject({ status: 'approved', isOpen: true });
    });
    it('only while it is open', async () => {
      const waiting = await requested();
      expect(await answer(OPERATOR, 'end', waiting)).toMatchObject({ code: 'BreakGlassNotOpen' });
      const id = await approved(lead);
      await answer(lead, 'end', id);
      expect(await answer(lead, 'end', id)).toMatchObject({ code: 'BreakGlassNotOpen' });
      const [then, effectiveOn] = [addHours(now, -2), dayOf(addHours(now, -2))];
      const over = await requestedAt(then, 'a request whose time is over');
      await at(then, over, { type: 'ApproveBreakGlass', by: lead, at: then, effectiveOn });
      expect(await shown(OPERATOR, over)).toMatchObject({ status: 'approved', isOpen: false });
      expect(await answer(lead, 'end', over)).toMatchObject({ code: 'BreakGlassNotOpen' });
    });
  });

  describe('is seen', () => {
    it('by operators, the lead, and the person concerned; not by others of the organisation, nor elsewhere', async () => {
      const id = await requested();
      for (const who of [OPERATOR, secondOperator, lead, opened])
        expect(await shown(who, id)).toMatchObject({ breakGlassId: id, reason });
      for (const who of [hr, touched, stranger]) expect(await list(who)).toEqual([]);
    });
    it('by auditors of the organisation', async () => {
      const auditor = staffOf(rdr).supervisors[0]!;
      const id = await requested({ personId: null });
      expect(await shown(auditor, id)).toBeUndefined();
      expect(
        await give(OPERATOR, 'grantRole', {
          personId: auditor,
          role: 'auditor',
          organisationId,
          from: today,
        }),
      ).toHaveProperty('id');
      await eventually(async () => expect(await shown(auditor, id)).toBeDefined());
    });
    it('by whoever is one of everybody only as a notice', async () => {
      const id = await requested({ personId: null });
      expect(await shown(opened, id)).toBeUndefined();
    });
    it('with the name of who asked for whoever may know it', async () => {
      const id = await requested();
      expect(await shown(OPERATOR, id)).toMatchObject({ requestedByName: expect.any(String) });
      expect(await shown(opened, id)).toMatchObject({ requestedByName: null });
    });
    it('by organisation, by what became of it, and page by page', async () => {
      const id = await requested();
      expect(await shown(OPERATOR, id, ', status: requested')).toBeDefined();
      expect(await shown(OPERATOR, id, ', status: refused')).toBeUndefined();
      expect(await shown(OPERATOR, id, `, organisationId: "${organisationId}"`)).toBeDefined();
      expect(await list(OPERATOR, `, organisationId: "${rdr.organisationId}"`)).toEqual([]);
      const page = async (after: string) =>
        (
          await program.as(OPERATOR)(
            `{ breakGlasses(first: 1${after}) { nodes { breakGlassId } pageInfo { endCursor } } }`,
          )
        ).body.data.breakGlasses;
      const first = await page('');
      const second = await page(`, after: "${first.pageInfo.endCursor}"`);
      const ids = (await list(OPERATOR)).map(({ breakGlassId }) => breakGlassId);
      expect([first.nodes[0].breakGlassId, second.nodes[0].breakGlassId]).toEqual(ids.slice(0, 2));
    });
  });

  describe('is told', () => {
    it('to the person who was named, in plain words, whether or not anything was read', async () => {
      const id = await requested();
      expect(await notice(opened, id)).toBeUndefined();
      await answer(lead, 'approve', id);
      const told = await notice(opened, id);
      expect(told).toMatchObject({
        requestedBy: OPERATOR,
        requestedByName: null,
        organisationName: rx2.name,
        namedYou: true,
        classes: ['C2', 'C3'],
        reason,
        wasRead: false,
      });
      expect(told.until).toBe(addHours(told.from, 4));
      expect(told.inWords).toContain(
        `In an emergency your records at ${rx2.name} were open to an operator from `,
      );
      expect(told.inWords).toContain(`The reason given: “${reason}”`);
      await readUnder(id, opened);
      expect(await notice(opened, id)).toMatchObject({ wasRead: true });
    });
    it('not where it was refused', async () => {
      const id = await requested();
      await answer(lead, 'refuse', id);
      expect(await notice(opened, id)).toBeUndefined();
    });
    it('to whoever of everybody something was read about, with the reason, and to nobody else', async () => {
      const id = await requested({ personId: null });
      await answer(lead, 'approve', id);
      expect(await notice(touched, id)).toBeUndefined();
      await readUnder(id, touched);
      const told = await notice(touched, id);
      expect(told).toMatchObject({ namedYou: false, reason, wasRead: true });
      expect(told.inWords).toContain('everybody’s records, yours among them,');
      for (const who of [opened, hr, OPERATOR]) expect(await notice(who, id)).toBeUndefined();
    });
    it('latest first, page by page', async () => {
      const all = (await notices(opened)).nodes as { breakGlassId: Uuid; from: Instant }[];
      expect(all.length).toBeGreaterThan(1);
      expect(all.map(({ from }) => from)).toEqual(
        all
          .map(({ from }) => from)
          .toSorted()
          .toReversed(),
      );
      const first = await notices(opened, 'first: 1');
      const next = await notices(opened, `first: 1, after: "${first.pageInfo.endCursor}"`);
      expect([first.nodes[0].breakGlassId, next.nodes[0].breakGlassId]).toEqual(
        all.slice(0, 2).map(({ breakGlassId }) => breakGlassId),
      );
    });
    it('by the database to none but the person who reads', async () => {
      const told = (reader: Uuid, about: Uuid) =>
        rowsUnder({ person: reader }, `SELECT FROM localities.notices_for('${about}')`);
      expect(await told(opened, opened)).toBeGreaterThan(0);
      expect(await told(hr, opened)).toBe(0);
      expect(await told('', opened)).toBe(0);
    });
  });

  it('is kept in the database from whoever has nothing to do with it, whatever is asked of it', async () => {
    await requested();
    const seen = (settings: Readonly<Record<string, string>>) =>
      rowsUnder(settings, 'SELECT FROM localities.break_glass');
    expect(await seen({ operates: 'yes', person: secondOperator })).toBeGreaterThan(0);
    expect(await seen({ person: opened })).toBeGreaterThan(0);
    expect(await seen({ organisations_c2: organisationId, person: lead })).toBeGreaterThan(0);
    expect(await seen({ organisations_c2: rdr.organisationId, person: stranger })).toBe(0);
    expect(await seen({ organisations_c1: organisationId, person: stranger })).toBe(0);
    expect(await seen({ person: touched })).toBe(0);
    expect(await seen({})).toBe(0);
  });
});
