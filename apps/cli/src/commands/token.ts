import { join } from 'node:path';
import type { Configuration, Foundation } from '@alongside/deployment';
import { developmentToken } from '@alongside/identity/development-realm';
import { demonstrationAccounts, type DemonstrationAccount } from '../accounts.js';
import { CommandFault } from '../command-fault.js';
import type { Output } from '../console.js';

/** Whoever all words of the question fit: by id, name, role or organisation. */
export const accountsLike = (
  accounts: readonly DemonstrationAccount[],
  question: string,
): readonly DemonstrationAccount[] => {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  return accounts.filter(({ personId, name, description }) => {
    const about = `${personId} ${name} ${description}`.toLowerCase();
    return words.every((word) => about.includes(word));
  });
};

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
    const issuer = `http://127.0.0.1:${configuration.realmPort}/realms/${configuration.keycloak?.realm ?? 'alongside'}`;
    const bearer = await developmentToken({
      dataFolder: join(configuration.home, 'realm'),
      issuer,
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
