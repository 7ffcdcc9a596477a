import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import { execute } from '@alongside/event-store';
import { loginHash } from '@alongside/identity';
import { demonstrationSubject } from '@alongside/identity/development-realm';
import { addDays, dayOf, uuid5, type Uuid } from '@alongside/kernel';
import { invitationStream, loginIdOf } from '@alongside/people/contracts';
import { invitation } from '@alongside/people/domain';
import { openClient } from '@alongside/postgres';
import { eventually } from '../support/eventually.js';
import { startProgram, type Program } from '../support/program.js';

const rx2 = partnerByOds('RX2');
const rw1 = partnerByOds('RW1');
const { hr, lead } = staffOf(rx2);
const otherHr = staffOf(rw1).hr;
const today = dayOf(new Date().toISOString());
/** Logins of the realm that the record knows nobody by. */
const stranger = (name: string): Uuid => uuid5(`a stranger: ${name}`);

const contextOfSpec = (actor: Uuid) => ({
  actor,
  organisation: rx2.organisationId,
  locality: null,
  client: 'spec',
  commandId: randomUUID(),
});

interface Sent {
  readonly id: Uuid;
  readonly code: string;
  readonly expiresOn: string;
}

describe('somebody who was invited', () => {
  let program: Program;
  const told: string[] = [];
  beforeAll(async () => {
    program = await startProgram({
      extent: 'partners',
      logLevel: 'debug',
      logTo: { write: (line: string) => void told.push(line) },
    });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  const give = async (who: Uuid | null, name: string, input: object, also = '') => {
    const type = name[0]!.toUpperCase() + name.slice(1);
    const { body } = await program.as(who)(
      `mutation ($input: ${type}Input!) { ${name}(input: $input) {
        ... on ${type}Accepted { id eventIds ${also} } ... on ${type}Refused { reason message details } } }`,
      { input },
    );
    return body.errors ? body.errors[0].extensions : body.data[name];
  };
  const registered = async (registeredBy = rx2.organisationId, by = hr): Promise<Uuid> => {
    const { id } = await give(by, 'registerPerson', {
      registeredBy,
      givenName: 'Ama',
      familyName: 'Newcomer',
      effectiveOn: today,
    });
    return id;
  };
  const send = async (personId: Uuid, part: object = {}, by = hr): Promise<Sent & { reason?: string }> => {
    const input = { personId, organisationId: rx2.organisationId, ...part };
    const { invitationCode, ...rest } = await give(by, 'sendInvitation', input, 'invitationCode expiresOn');
    return { ...rest, code: invitationCode };
  };
  const accept = (who: Uuid | null, code: string, part: object = {}) =>
    give(who, 'acceptInvitation', { code, ...part });
  const me = async (who: Uuid): Promise<Uuid | undefined> => {
    const { body } = await program.as(who)('{ me { personId } }');
    return body.data?.me.personId;
  };
  const comesIn = async (who: Uuid, personId: Uuid) =>
    eventually(async () => expect(await me(who)).toBe(personId));
  const inDatabase = async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    const { adminUrl, database } = program.database;
    const client = await openClient(Object.assign(new URL(adminUrl), { pathname: database }).href, {
      name: 'spec',
    });
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  const listed = async (who: Uuid, organisationId = rx2.organisationId) => {
    await program.caughtUp();
    const { body } = await program.as(who)(
      `query ($organisationId: UUID!) { invitations(organisationId: $organisationId, first: 100) {
        nodes { invitationId personId displayName sentOn expiresOn status } } }`,
      { organisationId },
    );
    return body.data.invitations.nodes as readonly { readonly invitationId: Uuid; readonly status: string }[];
  };

  it('signs in, accepts, and is known from then on by that login alone', async () => {
    const personId = await registered();
    const { id, code, expiresOn } = await send(personId);
    expect([code, expiresOn]).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}\.[\w-]{22}$/),
      addDays(today, 14),
    ]);
    const ama = stranger('ama');
    expect(await me(ama)).toBeUndefined();

    expect(await accept(ama, ` ${code}\n`)).toEqual({ id: personId, eventIds: [expect.any(String)] });
    await comesIn(ama, personId);
    expect(await accept(ama, code)).toEqual({ id: personId, eventIds: [] });

    expect(await accept(stranger('somebody else'), code)).toMatchObject({ reason: 'InvitationAccepted' });
    expect(await me(stranger('somebody else'))).toBeUndefined();
    expect(await give(hr, 'withdrawInvitation', { invitationId: id })).toMatchObject({
      reason: 'InvitationAccepted',
    });
    const facts = await program.foundation.store.read(invitationStream(id));
    expect(facts.map(({ type, metadata }) => [type, metadata.actor])).toEqual([
      ['InvitationSent', hr],
      ['InvitationAccepted', personId],
    ]);
    await program.caughtUp();
    expect(await send(personId)).toMatchObject({ reason: 'PersonHasLogin' });
    expect(await listed(ama)).toEqual([]);
  });

  it('is told the same code again where the invitation is sent again by the same command', async () => {
    const personId = await registered();
    const commandId = randomUUID();
    const first = await send(personId, { commandId });
    expect(await send(personId, { commandId })).toEqual(first);
    expect(await send(personId, { commandId, expiresOn: today })).toMatchObject({ code: undefined });
    const another = await send(personId);
    expect([another.id === first.id, another.code === first.code]).toEqual([false, false]);
  });

  it('is told once more that they have accepted, where the answer was lost', async () => {
    const personId = await registered();
    const { code } = await send(personId);
    const commandId = randomUUID();
    const answer = await accept(stranger('lost'), code, { commandId });
    expect(answer.eventIds).toHaveLength(1);
    expect(await accept(stranger('lost'), code, { commandId })).toEqual(answer);
    await comesIn(stranger('lost'), personId);
    expect(await accept(stranger('lost'), code, { commandId })).toEqual(answer);
  });

  it('does not come in by an invitation that was withdrawn or is over', async () => {
    const personId = await registered();
    const { id, code } = await send(personId);
    expect(await give(lead, 'withdrawInvitation', { invitationId: id })).toHaveProperty('id', id);
    expect(await accept(stranger('late'), code)).toMatchObject({ reason: 'InvitationWithdrawn' });

    const over = await send(personId, { expiresOn: today });
    expect(over.expiresOn).toBe(today);
    expect(await send(personId, { expiresOn: addDays(today, -1) })).toMatchObject({
      reason: 'ExpiresTooEarly',
    });
    expect(await send(personId, { expiresOn: addDays(today, 61) })).toMatchObject({
      reason: 'ExpiresTooLate',
      details: { latest: addDays(today, 60) },
    });
    const statuses = new Map((await listed(hr)).map((one) => [one.invitationId, one.status]));
    expect([statuses.get(id), statuses.get(over.id)]).toEqual(['withdrawn', 'sent']);
  });

  it('is shown to HR as invited, with the day on which that ends', async () => {
    const personId = await registered();
    const { id } = await send(personId);
    await execute(program.foundation.writing, {
      decider: invitation,
      stream: invitationStream(uuid5('sent long ago')),
      command: {
        type: 'SendInvitation',
        invitationId: uuid5('sent long ago'),
        personId,
        organisationId: rx2.organisationId,
        codeHash: '00',
        expiresOn: null,
        loginOfPerson: null,
        byOperator: false,
        effectiveOn: addDays(today, -15),
      },
      context: contextOfSpec(hr),
    });
    const rows = await listed(hr);
    expect(rows.find(({ invitationId }) => invitationId === id)).toEqual({
      invitationId: id,
      personId,
      displayName: 'Ama Newcomer',
      sentOn: today,
      expiresOn: addDays(today, 14),
      status: 'sent',
    });
    expect(rows.find(({ invitationId }) => invitationId === uuid5('sent long ago'))?.status).toBe('expired');
    const days = (await listed(lead)).map((row) => (row as unknown as { sentOn: string }).sentOn);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('is nobody whom the record knows already', async () => {
    const { code } = await send(await registered());
    expect(await accept(hr, code)).toMatchObject({ reason: 'LoginOfSomebody' });
    expect(await send(lead)).toMatchObject({ reason: 'PersonHasLogin' });
  });

  it('gives a code that is one: whatever is wrong with it, the answer is the same', async () => {
    const { code } = await send(await registered());
    const flipped = code.slice(0, -2) + (code.at(-2) === 'A' ? 'B' : 'A') + code.at(-1)!;
    const elsewhere = `${'0123456789ab5def8123456789abcdef'}${code.slice(32)}`;
    const answers = [];
    for (const wrong of [flipped, elsewhere, 'hello'])
      answers.push(await accept(stranger(`who guesses ${wrong}`), wrong));
    expect(answers[0]).toMatchObject({
      reason: 'NotFound',
      message: expect.stringContaining('code'),
      details: null,
    });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('is given no more than ten wrong codes an hour', async () => {
    const { code } = await send(await registered());
    const guesser = stranger('guesser');
    for (let n = 0; n < 10; n += 1)
      expect(await accept(guesser, 'wrong')).toMatchObject({ reason: 'NotFound' });
    expect(await accept(guesser, code)).toMatchObject({ reason: 'TooManyWrongCodes' });
    expect(await accept(stranger('not the guesser'), code)).toHaveProperty('id');
  });

  it('has signed in', async () => {
    const { code } = await send(await registered());
    expect(await accept(null, code)).toEqual({ code: 'UNAUTHENTICATED' });
  });

  it('has not come through a system of an organisation', async () => {
    const { code } = await send(await registered());
    const somebody = demonstrationSubject(stranger('through a system'));
    await program.tokenOf(stranger('through a system'));
    const token = await program.realm.mint(somebody, { client: `hr-${rx2.organisationId}` });
    const { body } = await program.as(null)(
      'mutation ($code: ShortText!) { acceptInvitation(input: { code: $code }) { __typename } }',
      { code },
      { authorization: `Bearer ${token}` },
    );
    expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(await accept(stranger('through a system'), code)).toHaveProperty('id');
  });

  it('does nothing else before', async () => {
    const nobody = stranger('nobody');
    expect(
      await give(nobody, 'sendInvitation', { personId: hr, organisationId: rx2.organisationId }),
    ).toEqual({
      code: 'NOT_FOUND',
    });
    const { body } = await program.as(nobody)(
      `mutation ($input: AcceptInvitationInput!) {
        accept: acceptInvitation(input: $input) { __typename }
        send: sendInvitation(input: { personId: "${hr}", organisationId: "${rx2.organisationId}" }) { __typename } }`,
      { input: { code: 'wrong' } },
    );
    expect(body.errors).toMatchObject([{ path: ['send'], extensions: { code: 'NOT_FOUND' } }]);
  });

  describe('where it is not theirs to invite', () => {
    it('another organisation’s HR invites, withdraws and sees nothing', async () => {
      const personId = await registered();
      const { id } = await send(personId);
      await program.caughtUp();
      for (const organisationId of [rx2.organisationId, rw1.organisationId])
        expect(await send(personId, { organisationId }, otherHr)).toMatchObject({ reason: 'NotFound' });
      expect(await give(otherHr, 'withdrawInvitation', { invitationId: id })).toMatchObject({
        reason: 'NotFound',
      });
      expect(await listed(otherHr)).toEqual([]);
      expect(await listed(staffOf(rx2).supervisors[0]!)).toEqual([]);
      const byNone = await program.as(staffOf(rx2).supervisors[0]!)(
        'mutation ($input: SendInvitationInput!) { sendInvitation(input: $input) { __typename } }',
        { input: { personId, organisationId: rx2.organisationId } },
      );
      expect(byNone.body.errors[0].extensions.code).toBe('NOT_FOUND');
      expect(await send(uuid5('nobody at all'))).toMatchObject({ reason: 'NotFound' });
    });

    it('takes no code of another organisation by its command id', async () => {
      const commandId = randomUUID();
      await send(await registered(), { commandId });
      const theirs = await registered(rw1.organisationId, otherHr);
      const answer = await send(theirs, { commandId, organisationId: rw1.organisationId }, otherHr);
      expect(answer).toEqual({ code: undefined });
    });
  });

  describe('whose login was taken away', () => {
    const unlink = async (personId: Uuid) => {
      await program.caughtUp();
      expect(await give(hr, 'unlinkLogin', { personId, effectiveOn: today })).toHaveProperty('id');
      await program.caughtUp();
    };

    it('is invited again by an operator and by nobody else, and not by their old login', async () => {
      const personId = await registered();
      const [before, after] = [stranger('before'), stranger('after')];
      await accept(before, (await send(personId)).code);
      await comesIn(before, personId);
      await unlink(personId);
      expect(await send(personId)).toMatchObject({ reason: 'OperatorNeeded' });
      const { code } = await send(personId, {}, OPERATOR);
      expect(await accept(before, code)).toMatchObject({ reason: 'LoginUnlinked' });
      expect(await accept(after, code)).toHaveProperty('id', personId);
      await comesIn(after, personId);
    });

    it('is nobody whom HR can become by a code that they kept', async () => {
      const personId = await registered();
      const [theirs, kept] = [await send(personId), await send(personId)];
      await accept(stranger('the lead'), theirs.code);
      await comesIn(stranger('the lead'), personId);
      await program.caughtUp();
      expect(await accept(stranger('of HR'), kept.code)).toMatchObject({ reason: 'PersonHasLogin' });
      await unlink(personId);
      expect(await accept(stranger('of HR'), kept.code)).toMatchObject({ reason: 'InvitationOutdated' });
    });
  });

  it('stays without a login where the login was given to somebody else meanwhile, and that is on record', async () => {
    const [first, second] = [await registered(), await registered()];
    const both = stranger('both');
    await accept(both, (await send(first)).code);
    await comesIn(both, first);
    const { id } = await send(second);
    const stream = invitationStream(id);
    const [sent] = await program.foundation.store.read(stream);
    const hash = loginHash(
      'urn:alongside:development-realm',
      demonstrationSubject(both),
      program.foundation.loginKey,
    );
    await execute(program.foundation.writing, {
      decider: invitation,
      stream,
      command: {
        type: 'AcceptInvitation',
        codeHash: sent!.data['codeHash'] as string,
        loginId: loginIdOf(hash),
        login: 'nobody',
        loginOfPerson: null,
        effectiveOn: today,
      },
      context: contextOfSpec(second),
    });
    await eventually(async () =>
      expect(
        await inDatabase('SELECT stream, reason FROM runtime.process_manager_refusal WHERE manager LIKE $1', [
          '%link-accepted-invitation',
        ]),
      ).toEqual([{ stream, reason: 'LoginLinkedToAnother' }]),
    );
    expect(await me(both)).toBe(first);
  });

  it('had a code that stands nowhere: not in the log, the read models or what the program said', async () => {
    const personId = await registered();
    const { id, code } = await send(personId);
    await accept(stranger('of the search'), code);
    await accept(stranger('of the search'), `${code}x`);
    await program.caughtUp();
    const secret = code.slice(33);
    const tables = await inDatabase<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    let everything = '';
    for (const { name } of tables) {
      const rows = await inDatabase<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      everything += [name, ...rows.map(({ row }) => row)].join('\n');
    }
    expect(everything).toContain(id);
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(demonstrationSubject(stranger('of the search')));
    expect(told.length).toBeGreaterThan(10);
    expect(told.join('')).not.toContain(secret);
  });
});
