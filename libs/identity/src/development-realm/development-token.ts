import { CLI_CLIENT, type DevAccount } from './dev-account.js';
import { mintToken } from './realm-claims.js';
import { keptKeys } from './realm-keys.js';

export interface DevelopmentTokenOptions {
  /** Where a running realm keeps its keys. */
  readonly dataFolder: string;
  readonly issuer: string;
  readonly account: Pick<DevAccount, 'sub' | 'organisationIds'>;
  readonly client?: string;
  readonly lifetimeSeconds?: number;
}

/**
 * A bearer token of a development realm that another process runs, made with the keys that it keeps.
 * @throws Error where the folder has no keys
 */
export const developmentToken = async ({
  dataFolder,
  issuer,
  account,
  client = CLI_CLIENT,
  ...rest
}: DevelopmentTokenOptions): Promise<string> => {
  const keys = keptKeys(dataFolder);
  if (!keys)
    throw new Error(
      `There are no keys of a development realm in ${dataFolder}. Start the program once first.`,
    );
  return mintToken({
    issuer,
    key: keys.signing[0],
    sub: account.sub,
    client,
    ...(account.organisationIds ? { organisations: account.organisationIds } : {}),
    ...rest,
  });
};
