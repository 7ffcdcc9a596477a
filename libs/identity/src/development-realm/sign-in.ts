import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Interaction, Provider } from 'oidc-provider';
import { pageHeaders } from './page.js';
import type { RealmSetting } from './provider-configuration.js';
import { answer, formOf } from './request.js';
import { expiredPage, signInPage } from './sign-in-page.js';

/** The page on which somebody chooses as whom to sign in, and what follows from their choice. */
export const signIn = async (
  setting: RealmSetting,
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> => {
  const headers = pageHeaders(setting.origins);
  const interaction = await interactionOf(provider, request, response);
  if (!interaction || !url.pathname.endsWith(`/${interaction.uid}`))
    return answer(response, 400, headers, expiredPage());

  const accounts = await setting.accounts();
  if (request.method === 'POST') {
    const sub = (await formOf(request)).get('sub');
    if (accounts.some((account) => account.sub === sub))
      return provider.interactionFinished(request, response, { login: { accountId: sub } });
  }
  return answer(response, 200, headers, signInPage(accounts, url.searchParams.get('search') ?? ''));
};

const interactionOf = async (
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Interaction | undefined> => {
  try {
    return await provider.interactionDetails(request, response);
  } catch {
    return undefined;
  }
};
