import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import { clientToken } from '@alongside/identity/development-realm';
import { dayOf, type Uuid } from '@alongside/kernel';
import { clientNameOf } from '@alongside/localities/contracts';
import { startProgram, type Program } from '../support/program.js';

const successor = partnerByOds('RW1');
const absorbed = partnerByOds('R1C');
const { lead } = staffOf(successor);
const { organisationId } = successor;
const today = dayOf(new Date().toISOString());

describe('who would keep a right that has ended', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  const give = async (who: Uuid, name: string, input: object): Promise<void> => {
    const type = name[0]!.toUpperCase() + name.slice(1);
    const { body } = await program.as(who)(
      `mutation ($input: ${type}Input!) { ${name}(input: $input) {
        ... on ${type}Accepted { id } ... on ${type}Refused { code } } }`,
      { input },
    );
    if (!body.data?.[name]?.id) throw new Error(`${name}: ${JSON.stringify(body)}`);
    await program.caughtUp();
  };

  it('is no system of an organisation that has closed, also for what was merged into it', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const scopes = { mutations: ['registerPerson'], classes: ['C0', 'C1', 'C2'] };
    await give(lead, 'registerIntegrationClient', { organisationId, name: 'ESR', ...scopes });
    const key = { keyId: 'k1', publicKey: publicKey.export({ format: 'jwk' }) };
    await give(lead, 'addIntegrationKey', { organisationId, ...key });
    const token = await clientToken({
      issuer: program.issuer,
      client: clientNameOf(organisationId),
      privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
      keyId: 'k1',
    });
    const codes = async (): Promise<readonly string[]> => {
      const query = `{ people(organisationId: "${absorbed.organisationId}", first: 1) { nodes { personId } } }`;
      const { body } = await program.as(null)(query, {}, { authorization: `Bearer ${token}` });
      return (body.errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);
    };
    expect(await codes()).toEqual([]);
    await give(OPERATOR, 'closeOrganisation', { organisationId, effectiveOn: today });
    expect(await codes()).toEqual(['NOT_FOUND']);
  });
});
