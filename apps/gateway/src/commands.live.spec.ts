import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localityIdOf, OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import { startProgram, type Ask, type Program } from '../../../test/support/program.js';

const register = `mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) {
  ... on RegisterOrganisationAccepted { id position eventIds } ... on RegisterOrganisationRefused { reason message } } }`;
const organisation = (given: object = {}) => ({
  input: { name: 'Havens Befriending', sector: 'vcse', effectiveOn: '2026-03-01', ...given },
});
const codeOf = (answer: { body: { errors?: { extensions: { code: string } }[] } }) =>
  answer.body.errors?.[0]?.extensions.code;

describe('a command through the gateway', () => {
  let program: Program;
  let operator: Ask;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
    operator = program.as(OPERATOR);
  }, 60_000);
  afterAll(() => program?.close());
  const head = () => program.foundation.store.head();

  it('is answered with what it made, and whoever gave it reads that at once', async () => {
    const { body } = await operator(register, organisation());
    const { id, position, eventIds } = body.data.registerOrganisation;
    expect(eventIds).toHaveLength(1);
    const read = await operator(
      `{ organisation(organisationId: "${id}", atLeast: "${position}") { organisationId name } }`,
    );
    expect(read.body).toEqual({ data: { organisation: { organisationId: id, name: 'Havens Befriending' } } });
  });

  it('sent again with its id is answered as the first time and records nothing', async () => {
    const command = organisation({ commandId: randomUUID() });
    const first = await operator(register, command);
    const before = await head();
    const again = await operator(register, command);
    expect(again.body).toEqual(first.body);
    expect(await head()).toBe(before);
  });

  it('is refused where its id came before with another content', async () => {
    const commandId = randomUUID();
    await operator(register, organisation({ commandId }));
    const before = await head();
    const other = await operator(register, organisation({ commandId, name: 'Another name' }));
    expect([codeOf(other), other.body.data]).toEqual(['COMMAND_ID_REUSED', null]);
    expect(await head()).toBe(before);
  });

  it('is another one where the same content is given to another mutation', async () => {
    const { organisationId } = partnerByOds('RYR');
    const lead = program.as(staffOf(partnerByOds('RYR')).lead);
    const input = {
      commandId: randomUUID(),
      organisationId,
      localityId: localityIdOf('Wessex'),
      effectiveOn: '2026-03-01',
    };
    const give = (name: string) => {
      const type = name[0]!.toUpperCase() + name.slice(1);
      return lead(`mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename } }`, { input });
    };
    expect((await give('joinLocality')).body.data.joinLocality.__typename).toBe('JoinLocalityAccepted');
    expect(codeOf(await give('leaveLocality'))).toBe('COMMAND_ID_REUSED');
  });

  describe('with an Idempotency-Key', () => {
    const keyed = (key: string) => ({ 'idempotency-key': key });

    it.each([
      ['of any text', `retry ${randomUUID()}`],
      ['that is an id', randomUUID()],
    ])('%s is carried out once', async (_, key) => {
      const first = await operator(register, organisation(), keyed(key));
      const before = await head();
      const again = await operator(register, organisation(), keyed(key));
      expect(first.body.data.registerOrganisation.id).toBeDefined();
      expect(again.body).toEqual(first.body);
      expect(await head()).toBe(before);
      expect(codeOf(await operator(register, organisation({ name: 'Other' }), keyed(key)))).toBe(
        'COMMAND_ID_REUSED',
      );
    });

    it.each([
      [
        'side by side',
        `mutation ($input: RegisterOrganisationInput!) { a: registerOrganisation(input: $input) { __typename } b: registerOrganisation(input: $input) { __typename } }`,
      ],
      [
        'in a fragment',
        `mutation ($input: RegisterOrganisationInput!) { ...Both } fragment Both on Mutation { a: registerOrganisation(input: $input) { __typename } b: registerOrganisation(input: $input) { __typename } }`,
      ],
    ])('is refused for two mutations %s, and neither is carried out', async (_, query) => {
      const before = await head();
      const answer = await operator(query, organisation(), keyed(randomUUID()));
      expect([codeOf(answer), answer.body.data]).toEqual(['BAD_USER_INPUT', null]);
      expect(await head()).toBe(before);
    });

    it('is refused where the key is longer than any should be', async () => {
      expect(codeOf(await operator(register, organisation(), keyed('x'.repeat(201))))).toBe('BAD_USER_INPUT');
    });
  });

  it('is refused in words, and not with an error, where the rules refuse it', async () => {
    const { organisationId } = partnerByOds('RYR');
    const answer = await program.as(staffOf(partnerByOds('RYR')).lead)(
      `mutation { joinLocality(input: { organisationId: "${organisationId}", localityId: "${randomUUID()}", effectiveOn: "2026-03-01" }) {
        ... on Refusal { code message } ... on JoinLocalityRefused { reason } } }`,
    );
    const { code, message, reason } = answer.body.data.joinLocality;
    expect(reason).toBe(code);
    expect(message.length).toBeGreaterThan(20);
  });

  it('carries the request’s correlation and trace into the record, and no other header', async () => {
    const correlation = randomUUID();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const recorded = async (headers: Record<string, string>) => {
      const { body } = await operator(register, organisation(), headers);
      const [event] = await program.foundation.store.read(
        `organisation-${body.data.registerOrganisation.id}`,
      );
      return event!.metadata;
    };
    expect(await recorded({ 'x-correlation-id': correlation, traceparent })).toMatchObject({
      correlation,
      traceparent,
      actor: OPERATOR,
    });
    expect(await recorded({ traceparent: 'ana@example.org' })).not.toHaveProperty('traceparent');
  });
});
