import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  frameworkLeadOf,
  localityIdOf,
  OPERATOR,
  partnerByOds,
  partners,
  staffOf,
} from '@alongside/demonstration';
import { clientToken, demonstrationSubject } from '@alongside/identity/development-realm';
import { dayOf, idMadeBy, uuid5, type Uuid } from '@alongside/kernel';
import { clientNameOf, integrationClientIdOf } from '@alongside/localities/contracts';
import { answerOf, mutationOf, type CommandAnswer } from '../support/commanding.js';
import { eventually } from '../support/eventually.js';
import { startProgram, type Program, type ProgramAnswer } from '../support/program.js';

const rx2 = partnerByOds('RX2');
const rdr = partnerByOds('RDR');
const capital = partners.find(({ name }) => name === 'CAPITAL Project Trust')!;
const { lead, hr } = staffOf(rx2);
const organisationId = rx2.organisationId;
const client = clientNameOf(organisationId);
const today = dayOf(new Date().toISOString());

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' });
const pemOf = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' }) as string;
const [first, second, third] = [pair(), generateKeyPairSync('ec', { namedCurve: 'P-256' }), pair()];
const scopes = { mutations: ['registerPerson'], classes: ['C0', 'C1', 'C2'] };

describe('an organisation’s own system', () => {
  let program: Program;
  let logged = '';
  beforeAll(async () => {
    const logTo = new Writable({
      write: (line: Buffer, _, done) => {
        logged += line.toString();
        done();
      },
    });
    program = await startProgram({ extent: 'partners', logLevel: 'debug', logTo });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  let commands = 0;
  const bodyOf = (name: string, input: object) => ({
    query: mutationOf(name),
    variables: { input: { commandId: uuid5(`integration ${(commands += 1)}`), ...input } },
  });
  const give = async (who: Uuid, name: string, input: object): Promise<CommandAnswer> => {
    const { query, variables } = bodyOf(name, { organisationId, ...input });
    const answer = answerOf(await program.as(who)(query, variables), name);
    await program.caughtUp();
    return answer;
  };
  const codeOf = async (who: Uuid, name: string, input: object = {}): Promise<string> =>
    (await give(who, name, input)).code ?? 'accepted';

  /** Asks the graph with a token, as a client does. */
  const ask = async (token: string, query: string, variables: object = {}): Promise<ProgramAnswer> => {
    const answer = await fetch(`${program.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  };
  const clientGives = async (token: string, name: string, input: object): Promise<string> => {
    const { query, variables } = bodyOf(name, input);
    return answerOf(await ask(token, query, variables), name).code ?? 'accepted';
  };
  const tokenBy = (key: KeyObject, keyId: string, name = client): Promise<string> =>
    clientToken({ issuer: program.issuer, client: name, privateKey: pemOf(key), keyId });
  const keysOf = async (name: string) => {
    const answer = await fetch(`${program.url}/clients/${name}/jwks.json`);
    return { status: answer.status, cache: answer.headers.get('cache-control'), body: await answer.json() };
  };
  const kidsOf = async (name: string): Promise<readonly string[]> => {
    const { body } = await keysOf(name);
    return (body as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
  };

  /** The people of an organisation whose names the token opens; the code of an error. */
  const peopleSeen = async (token: string, of = organisationId): Promise<readonly string[]> => {
    const { body } = await ask(
      token,
      'query ($of: UUID!) { roles(organisationId: $of, first: 100) { nodes { personId displayName } } }',
      { of },
    );
    if (body.errors) return [body.errors[0].extensions.code];
    return body.data.roles.nodes.flatMap(({ personId, displayName }: Record<string, string | null>) =>
      displayName === null ? [] : [personId],
    );
  };
  const registration = (registeredBy = organisationId) => ({
    registeredBy,
    givenName: 'Ada',
    familyName: 'Example',
    effectiveOn: today,
  });

  describe('is registered', () => {
    it('by nobody but the organisation’s lead and operators', async () => {
      for (const other of [hr, staffOf(rdr).lead, frameworkLeadOf('Sussex')])
        expect(['NotFound', 'NOT_FOUND']).toContain(
          await codeOf(other, 'registerIntegrationClient', { name: 'ESR', ...scopes }),
        );
      expect(
        await codeOf(lead, 'addIntegrationKey', { keyId: 'k1', publicKey: jwkOf(first.publicKey) }),
      ).toBe('NotFound');
    });

    it('with mutations that there are, and that are not for people alone', async () => {
      const asked = { name: 'ESR', classes: [] };
      const unknown = await give(lead, 'registerIntegrationClient', {
        ...asked,
        mutations: ['registerPerson', 'updatePerson', '__proto__'],
      });
      expect(unknown).toMatchObject({
        code: 'MutationUnknown',
        details: { mutations: ['__proto__', 'updatePerson'] },
      });
      const refused = await give(lead, 'registerIntegrationClient', {
        ...asked,
        mutations: ['registerPerson', 'grantRole', 'addIntegrationKey'],
      });
      expect(refused).toMatchObject({
        code: 'MutationNotGrantable',
        details: { mutations: ['addIntegrationKey', 'grantRole'] },
      });
      const { query } = bodyOf('registerIntegrationClient', {});
      const { body } = await program.as(lead)(query, {
        input: { organisationId, ...asked, mutations: [], classes: ['C3'] },
      });
      expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    });

    it('once', async () => {
      expect(await give(lead, 'registerIntegrationClient', { name: 'ESR', ...scopes })).toMatchObject({
        id: integrationClientIdOf(organisationId),
      });
      expect(await codeOf(lead, 'registerIntegrationClient', { name: 'Another', ...scopes })).toBe(
        'ClientAlreadyRegistered',
      );
    });

    it('and seen by its lead and operators, with its scopes', async () => {
      const query = `query ($organisationId: UUID!) { integrationClient(organisationId: $organisationId) {
        client name mutations classes registeredOn disabledOn keys { keyId } } }`;
      const seenBy = async (who: Uuid) =>
        (await program.as(who)(query, { organisationId })).body.data.integrationClient;
      for (const who of [lead, OPERATOR])
        expect(await seenBy(who)).toEqual({
          client,
          name: 'ESR',
          ...scopes,
          registeredOn: today,
          disabledOn: null,
          keys: [],
        });
      for (const who of [hr, staffOf(rdr).lead, frameworkLeadOf('Sussex')])
        expect(await seenBy(who)).toBeNull();
    });
  });

  describe('has keys', () => {
    const add = (keyId: string, publicKey: unknown) =>
      codeOf(lead, 'addIntegrationKey', { keyId, publicKey });

    it('of which nothing secret is ever taken, kept or said', async () => {
      const head = await program.foundation.store.head();
      const secret = jwkOf(first.privateKey);
      const given = { keyId: 'k1', publicKey: secret };
      const { query, variables } = bodyOf('addIntegrationKey', { organisationId, ...given });
      const answers = [
        await program.as(lead)(query, variables),
        // In the document itself, where a value stands in clear for whoever logs documents.
        await program.as(lead)(
          `mutation { addIntegrationKey(input: { organisationId: "${organisationId}", keyId: "k1", publicKey: {
            kty: "RSA", n: "${secret.n}", e: "AQAB", d: "${secret.d}" } }) { ... on AddIntegrationKeyRefused { code message } } }`,
        ),
        await program.as(lead)(query, {
          input: { organisationId, keyId: 'k1', publicKey: pemOf(first.privateKey) },
        }),
      ];
      for (const answer of answers) {
        expect(answer.body.data.addIntegrationKey.code).toBe('PrivateKeyGiven');
        expect(JSON.stringify(answer.body)).not.toContain(secret.d!.slice(0, 20));
      }
      expect(await program.foundation.store.head()).toBe(head);
      expect(logged).toContain('/graphql');
      expect(logged).not.toContain(secret.d!.slice(0, 20));
      expect(logged).not.toContain('PRIVATE KEY');
    });

    it('that are strong, fit, and called by a proper name', async () => {
      const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
      expect(await add('k1', jwkOf(weak.publicKey))).toBe('KeyTooWeak');
      const point = jwkOf(second.publicKey);
      for (const unfit of [null, 'key', {}, { ...point, x: point.y, y: point.x }, { ...point, kid: 'k9' }])
        expect([unfit, await add('k1', unfit)]).toEqual([
          unfit,
          unfit === null ? 'BAD_USER_INPUT' : 'KeyUnfit',
        ]);
      expect(await add('k 1', jwkOf(first.publicKey))).toBe('KeyIdUnfit');
    });

    it('that the gateway publishes to whoever asks', async () => {
      const before = await keysOf(client);
      expect([before.status, before.cache]).toEqual([404, 'no-store']);
      expect(await add('k1', { ...jwkOf(first.publicKey), 'x5t#S256': 'ours' })).toBe('accepted');
      const { n } = jwkOf(first.publicKey);
      expect(await keysOf(client)).toEqual({
        status: 200,
        cache: 'max-age=60',
        body: { keys: [{ kty: 'RSA', n, e: 'AQAB', alg: 'RS256', use: 'sig', kid: 'k1' }] },
      });
    });

    it('and says the same of every name that has none', async () => {
      const nobody = await keysOf(clientNameOf(rdr.organisationId));
      for (const name of [
        client.toUpperCase(),
        'hr-',
        'alongside-web',
        `${client}%27`,
        '%00',
        'x'.repeat(90),
      ])
        expect([name, await keysOf(name)]).toEqual([name, nobody]);
      expect(nobody).toEqual({ status: 404, cache: 'no-store', body: { error: 'not_found' } });
      expect((await keysOf('x'.repeat(5_000))).status).toBe(404);
    });

    it('each once, under one name', async () => {
      expect(await add('k1', jwkOf(third.publicKey))).toBe('KeyIdTaken');
      expect(await add('k2', jwkOf(first.publicKey))).toBe('KeyUsedBefore');
      expect(await codeOf(lead, 'retireIntegrationKey', { keyId: 'k2' })).toBe('KeyUnknown');
      expect(await codeOf(lead, 'retireIntegrationKey', { keyId: 'k1' })).toBe('LastKey');
    });
  });

  describe('acts for its organisation', () => {
    let token: string;
    beforeAll(async () => {
      token = await tokenBy(first.privateKey, 'k1');
    });

    it('with a token that it gets by its key', async () => {
      const { body } = await ask(token, '{ me { displayName roles { role scopeId } } }');
      expect(body.data.me).toEqual({
        displayName: null,
        roles: [{ role: 'integration', scopeId: organisationId }],
      });
    });

    it('and sees the organisation’s people, and nobody else’s', async () => {
      expect(await peopleSeen(token)).toEqual(expect.arrayContaining([lead, hr]));
      for (const other of [rdr, capital]) expect(await peopleSeen(token, other.organisationId)).toEqual([]);
      const { body } = await ask(token, 'query ($id: UUID!) { person(personId: $id) { personId } }', {
        id: staffOf(rdr).lead,
      });
      expect(body.data.person).toBeNull();
    });

    it('and gives the commands that it was given, in its organisation alone', async () => {
      expect(await clientGives(token, 'registerPerson', registration())).toBe('accepted');
      expect(await clientGives(token, 'registerPerson', registration(rdr.organisationId))).toBe('NotFound');
    });

    it('and no others, until they are agreed', async () => {
      const commandId = uuid5('a person of the system’s');
      expect(await clientGives(token, 'registerPerson', { ...registration(), commandId })).toBe('accepted');
      const engagement = {
        personId: idMadeBy(commandId, 'person'),
        employingOrganisationId: organisationId,
        localityId: localityIdOf('Sussex'),
        kind: 'volunteer',
        title: 'Volunteer',
        roleFamily: 'peerWorker',
        startsOn: today,
      };
      await program.caughtUp();
      expect(await clientGives(token, 'beginEngagement', engagement)).toBe('NOT_FOUND');
      const wider = { ...scopes, mutations: ['beginEngagement', 'registerPerson'] };
      expect(await codeOf(lead, 'agreeIntegrationScopes', wider)).toBe('accepted');
      await eventually(async () =>
        expect(await clientGives(token, 'beginEngagement', engagement)).toBe('accepted'),
      );
    });

    it('and agrees to nothing for itself', async () => {
      for (const [name, input] of [
        ['agreeIntegrationScopes', scopes],
        ['addIntegrationKey', { keyId: 'k7', publicKey: jwkOf(third.publicKey) }],
        ['disableIntegrationClient', {}],
      ] as const)
        expect(await clientGives(token, name, { organisationId, ...input })).toBe('NOT_FOUND');
      const { body } = await ask(
        token,
        `{ integrationClient(organisationId: "${organisationId}") { client } }`,
      );
      expect(body.data.integrationClient).toBeNull();
    });

    it('and reads no class that it was not given', async () => {
      const narrow = { mutations: ['registerPerson'], classes: ['C0'] };
      expect(await codeOf(lead, 'agreeIntegrationScopes', narrow)).toBe('accepted');
      await eventually(async () => expect(await peopleSeen(token)).toEqual(['NOT_FOUND']));
      const refused = await ask(
        token,
        `{ roles(organisationId: "${organisationId}", first: 1) { nodes { role } } }`,
      );
      expect(refused.body.errors[0].message).toContain('class C1');
      const { body } = await ask(token, '{ localities(first: 5) { nodes { name } } }');
      expect(body.data.localities.nodes.length).toBeGreaterThan(1);
      expect(await codeOf(lead, 'agreeIntegrationScopes', scopes)).toBe('accepted');
      await eventually(async () => expect(await peopleSeen(token)).toContain(lead));
    });

    it('and is refused mutations that there are not when scopes are agreed anew', async () => {
      const asked = { classes: [], mutations: ['nothing'] };
      expect(await codeOf(lead, 'agreeIntegrationScopes', asked)).toBe('MutationUnknown');
      expect(await codeOf(lead, 'agreeIntegrationScopes', { ...asked, mutations: ['grantRole'] })).toBe(
        'MutationNotGrantable',
      );
    });

    it('and nobody acts through it: a person’s token of its name is none', async () => {
      const asPerson = await program.realm.mint(demonstrationSubject(lead), { client });
      const answer = await ask(asPerson, '{ me { personId } }');
      expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    });
  });

  describe('of another organisation', () => {
    const theirs = clientNameOf(capital.organisationId);
    it('is registered by an operator too, and sees what is its own', async () => {
      const own = { organisationId: capital.organisationId };
      expect(await codeOf(OPERATOR, 'registerIntegrationClient', { ...own, name: 'HR', ...scopes })).toBe(
        'accepted',
      );
      expect(
        await codeOf(OPERATOR, 'addIntegrationKey', {
          ...own,
          keyId: 'k1',
          publicKey: jwkOf(third.publicKey),
        }),
      ).toBe('accepted');
      const token = await tokenBy(third.privateKey, 'k1', theirs);
      expect(await peopleSeen(token, capital.organisationId)).toContain(staffOf(capital).lead);
      expect(await peopleSeen(token)).toEqual([]);
    });
    it('gets no token under the name of this one, nor this one under its', async () => {
      await expect(tokenBy(third.privateKey, 'k1', client)).rejects.toThrow('401 invalid_client');
      await expect(tokenBy(first.privateKey, 'k1', theirs)).rejects.toThrow('401 invalid_client');
      await expect(tokenBy(first.privateKey, 'k1', clientNameOf(rdr.organisationId))).rejects.toThrow(
        '401 invalid_client',
      );
    });
  });

  describe('changes its key without a pause', () => {
    it('by both while the next one takes over', async () => {
      const next = { keyId: 'k2', publicKey: jwkOf(second.publicKey) };
      expect(await codeOf(lead, 'addIntegrationKey', next)).toBe('accepted');
      expect(await kidsOf(client)).toEqual(['k1', 'k2']);
      for (const [key, keyId] of [
        [first.privateKey, 'k1'],
        [second.privateKey, 'k2'],
      ] as const)
        expect(await peopleSeen(await tokenBy(key, keyId))).toContain(lead);
      const one = { keyId: 'k3', publicKey: jwkOf(third.publicKey) };
      expect(await give(lead, 'addIntegrationKey', one)).toMatchObject({
        code: 'TooManyKeys',
        details: { keyIds: ['k1', 'k2'] },
      });
    });
    it('and by the last one no more once it is retired', async () => {
      expect(await codeOf(lead, 'retireIntegrationKey', { keyId: 'k1' })).toBe('accepted');
      expect(await kidsOf(client)).toEqual(['k2']);
      await expect(tokenBy(first.privateKey, 'k1')).rejects.toThrow('401 invalid_client');
      expect(await peopleSeen(await tokenBy(second.privateKey, 'k2'))).toContain(lead);
      const again = { keyId: 'k1', publicKey: jwkOf(first.publicKey) };
      expect(await codeOf(lead, 'addIntegrationKey', again)).toBe('KeyIdTaken');
    });
    it('as its lead sees by their thumbprints', async () => {
      const { body } = await program.as(lead)(
        `{ integrationClient(organisationId: "${organisationId}") { keys { keyId thumbprint addedOn publicKey } } }`,
      );
      const { x, y } = jwkOf(second.publicKey);
      expect(body.data.integrationClient.keys).toEqual([
        {
          keyId: 'k2',
          thumbprint: expect.stringMatching(/^[\w-]{43}$/),
          addedOn: today,
          publicKey: { kty: 'EC', crv: 'P-256', x, y, alg: 'ES256', use: 'sig', kid: 'k2' },
        },
      ]);
    });
  });

  describe('is stopped', () => {
    it('within a second, whatever token it holds', async () => {
      const token = await tokenBy(second.privateKey, 'k2');
      expect(await peopleSeen(token)).toContain(lead);
      const { query, variables } = bodyOf('disableIntegrationClient', { organisationId });
      expect(answerOf(await program.as(lead)(query, variables), 'disableIntegrationClient')).toHaveProperty(
        'id',
      );
      await eventually(async () => expect(await peopleSeen(token)).toEqual(['NOT_FOUND']), 1_000);
      expect(await clientGives(token, 'registerPerson', registration())).toBe('NOT_FOUND');
      expect((await keysOf(client)).status).toBe(404);
      await expect(tokenBy(second.privateKey, 'k2')).rejects.toThrow('401 invalid_client');
    });
    it('and given no other scopes until it is enabled', async () => {
      const scopes = { mutations: [], classes: [] };
      expect(await codeOf(lead, 'agreeIntegrationScopes', scopes)).toBe('ClientIsDisabled');
      expect(await give(lead, 'disableIntegrationClient', {})).toMatchObject({ eventIds: [] });
      expect(await codeOf(lead, 'enableIntegrationClient')).toBe('accepted');
      expect(await kidsOf(client)).toEqual(['k2']);
      await eventually(async () =>
        expect(await peopleSeen(await tokenBy(second.privateKey, 'k2'))).toContain(lead),
      );
    });
    it('with its organisation', async () => {
      const gone = { organisationId: capital.organisationId };
      const token = await tokenBy(third.privateKey, 'k1', clientNameOf(capital.organisationId));
      expect(await codeOf(OPERATOR, 'closeOrganisation', { ...gone, effectiveOn: today })).toBe('accepted');
      const theirs = () => peopleSeen(token, capital.organisationId);
      await eventually(async () => expect(await theirs()).toEqual(['NOT_FOUND']), 1_000);
      expect((await keysOf(clientNameOf(capital.organisationId))).status).toBe(404);
      for (const [name, input] of [
        ['agreeIntegrationScopes', scopes],
        ['addIntegrationKey', { keyId: 'k5', publicKey: jwkOf(first.publicKey) }],
        ['enableIntegrationClient', {}],
      ] as const)
        expect([name, await codeOf(OPERATOR, name, { ...gone, ...input })]).toEqual([
          name,
          'OrganisationNotOpen',
        ]);
      expect(await codeOf(OPERATOR, 'disableIntegrationClient', gone)).toBe('accepted');
    });
  });
});
