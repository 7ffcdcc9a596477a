import { generateKeyPairSync } from 'node:crypto';
import { staffOf, type Partner } from '@alongside/demonstration';
import { clientToken } from '@alongside/identity/development-realm';
import { clientNameOf } from '@alongside/localities/contracts';
import { organisations, type Give } from './cast.js';
import type { Program } from '../program.js';

/** Asks for a token of an organisation's own system. */
export type TokenOfClient = () => Promise<string>;

/** The trust's own system may read contacts alone, the community trust's all that such a system ever may. */
export const registerClients = async (
  program: Program,
  give: Give,
): Promise<{ readonly narrow: TokenOfClient; readonly wide: TokenOfClient }> => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const registered = async ({ organisationId }: Partner, lead: string, classes: readonly string[]) => {
    const mutations = ['registerPerson'];
    await give(lead, 'registerIntegrationClient', { organisationId, name: 'ESR', mutations, classes });
    const key = { keyId: 'k1', publicKey: publicKey.export({ format: 'jwk' }) };
    await give(lead, 'addIntegrationKey', { organisationId, ...key });
    return () =>
      clientToken({
        issuer: program.issuer,
        client: clientNameOf(organisationId),
        privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
        keyId: 'k1',
      });
  };
  const { trust, community } = organisations;
  return {
    narrow: await registered(trust, staffOf(trust).lead, ['C0', 'C1']),
    wide: await registered(community, staffOf(community).lead, ['C0', 'C1', 'C2']),
  };
};
