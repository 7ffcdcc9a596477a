import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import { demonstrationSubject } from '@alongside/identity/development-realm';
import { dayOf, uuid5, type Uuid } from '@alongside/kernel';
import { startProgram, type Program } from '../support/program.js';

const rx2 = partnerByOds('RX2');
const rw1 = partnerByOds('RW1');
const { hr, lead } = staffOf(rx2);
const today = dayOf(new Date().toISOString());

describe('somebody who would be somebody else', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  const give = async (who: Uuid, name: string, input: object, headers = {}) => {
    const type = name[0]!.toUpperCase() + name.slice(1);
    const { body } = await program.as(who)(
      `mutation ($input: ${type}Input!) { ${name}(input: $input) {
        ... on ${type}Accepted { id } ... on ${type}Refused { code } } }`,
      { input },
      headers,
    );
    await program.caughtUp();
    return body.errors ? body.errors[0].extensions : body.data[name];
  };
  const login = (personId: Uuid, account: string) => ({
    personId,
    issuer: 'urn:alongside:development-realm',
    subject: demonstrationSubject(uuid5(account)),
    effectiveOn: today,
  });

  it('does not become their lead by taking the login away and linking one of their own', async () => {
    expect(await give(hr, 'unlinkLogin', { personId: lead, effectiveOn: today })).toHaveProperty('id', lead);
    expect(await give(hr, 'linkLogin', login(lead, 'of HR'))).toEqual({ code: 'OperatorNeeded' });
    expect(await give(staffOf(rw1).hr, 'linkLogin', login(lead, 'of HR'))).toEqual({ code: 'NotFound' });
    expect(await give(OPERATOR, 'linkLogin', login(lead, 'new'))).toHaveProperty('id', lead);
  });

  it('is not in the way of whoever chose the same words for an Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'monday' };
    const register = (who: Uuid, registeredBy: Uuid) =>
      give(
        who,
        'registerPerson',
        { registeredBy, givenName: 'Ada', familyName: 'Example', effectiveOn: today },
        headers,
      );
    const ours = await register(hr, rx2.organisationId);
    const theirs = await register(staffOf(rw1).hr, rw1.organisationId);
    expect([typeof ours.id, typeof theirs.id]).toEqual(['string', 'string']);
    expect(theirs.id).not.toBe(ours.id);
    expect(await register(hr, rx2.organisationId)).toEqual(ours);
  });

  it('is not in the way of another newcomer who chose the same words for an Idempotency-Key', async () => {
    const accepted = async (name: string) => {
      const registered = await give(hr, 'registerPerson', {
        registeredBy: rx2.organisationId,
        givenName: name,
        familyName: 'Newcomer',
        effectiveOn: today,
      });
      const { body } = await program.as(hr)(
        `mutation ($input: SendInvitationInput!) { sendInvitation(input: $input) {
          ... on SendInvitationAccepted { invitationCode } } }`,
        { input: { personId: registered.id, organisationId: rx2.organisationId } },
      );
      const { invitationCode: code } = body.data.sendInvitation;
      const answer = await give(
        uuid5(`newcomer ${name}`),
        'acceptInvitation',
        { code },
        { 'idempotency-key': 'accept' },
      );
      return [answer, registered];
    };
    for (const name of ['Dana', 'Eve']) {
      const [answer, registered] = await accepted(name);
      expect(answer).toEqual(registered);
    }
  });

  it('gives new commands by an Idempotency-Key without words', async () => {
    const register = (givenName: string) =>
      give(
        hr,
        'registerPerson',
        { registeredBy: rx2.organisationId, givenName, familyName: 'Example', effectiveOn: today },
        { 'idempotency-key': '' },
      );
    const [first, second] = [await register('Ben'), await register('Cleo')];
    expect([typeof first.id, typeof second.id]).toEqual(['string', 'string']);
    expect(second.id).not.toBe(first.id);
  });
});
