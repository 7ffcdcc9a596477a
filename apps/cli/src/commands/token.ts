import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration, Foundation } from '@alongside/deployment';
import { clientToken, developmentToken } from '@alongside/identity/development-realm';
import { demonstrationAccounts, type DemonstrationAccount } from '../accounts.js';
import { CommandFault } from '../command-fault.js';
import type { Output } from '../console.js';

/** Whoever all words of the question fit: by id, name, role or organisation. */
const accountsLike = (
  accounts: readonly DemonstrationAccount[],
  question: string,
): readonly DemonstrationAccount[] => {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  return accounts.filter(({ personId, name, description }) => {
    const about = `${personId} ${name} ${description}`.toLowerCase();
    return words.every((word) => about.includes(word));
  });
};

const developmentIssuer = ({ realmPort, keycloak }: Configuration): string =>
  `http://127.0.0.1:${realmPort}/realms/${keycloak?.realm ?? 'alongside'}`;

/** Prints a bearer token of the development realm for the first person that the words fit. */
export const token = async (
  configuration: Configuration,
  { urls }: Foundation,
  question: string,
  output: Output,
): Promise<void> => {
  const accounts = demonstrationAccounts(urls.projectorUrl);
  try {
    const [account] = accountsLike(await accounts.list(), question);
    if (!account)
      throw new CommandFault(
        `Nobody of the demonstration fits "${question}". Give a person's id, or words of a name, role or organisation.`,
      );
    const bearer = await developmentToken({
      dataFolder: join(configuration.home, 'realm'),
      issuer: developmentIssuer(configuration),
      account,
      lifetimeSeconds: 900,
    });
    output.answer(
      { token: bearer, personId: account.personId, name: account.name, description: account.description },
      bearer,
    );
  } finally {
    await accounts.close();
  }
};

export interface ClientAsked {
  readonly client: string;
  /** The file with its private key, in PEM. */
  readonly key: string;
  readonly keyId?: string;
}

/**
 * Prints an access token that the realm gives to an organisation's client, which proves itself by its private key: the
 * running development realm, or the Keycloak that is configured.
 */
export const tokenOfClient = async (
  configuration: Configuration,
  { client, key, keyId }: ClientAsked,
  output: Output,
): Promise<void> => {
  const { keycloak } = configuration;
  const privateKey = await readFile(key, 'utf8').catch(() => {
    throw new CommandFault(`The file ${key} cannot be read. Give the private key of the client, in PEM.`);
  });
  const token = await clientToken({
    issuer: keycloak ? `${keycloak.url}/realms/${keycloak.realm}` : developmentIssuer(configuration),
    client,
    privateKey,
    ...(keyId === undefined ? {} : { keyId }),
  });
  output.answer({ token, client }, token);
};
