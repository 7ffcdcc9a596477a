import { createHash, randomBytes } from 'node:crypto';

/** As much of a browser as signing in needs: it keeps cookies and follows redirects until told to stop. */
export interface Browser {
  /** Follows redirects within the realm, at most ten, and answers the last response. */
  readonly go: (url: string, init?: RequestInit) => Promise<Response>;
}

export const openBrowser = (): Browser => {
  const cookies = new Map<string, { readonly path: string; readonly pair: string }>();

  const keepCookies = (response: Response): void => {
    for (const set of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split(/;\s*/);
      const name = pair.slice(0, pair.indexOf('='));
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      if (attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one))) cookies.delete(`${name} ${path}`);
      else cookies.set(`${name} ${path}`, { path, pair });
    }
  };

  const send = async (url: string, init: RequestInit): Promise<Response> => {
    const { pathname } = new URL(url);
    const cookie = [...cookies.values()]
      .filter(({ path }) => pathname.startsWith(path))
      .map(({ pair }) => pair)
      .join('; ');
    const headers = { accept: 'text/html', ...(init.headers as Record<string, string>), cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    keepCookies(response);
    return response;
  };

  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { origin } = new URL(url);
    let at = url;
    let response = await send(at, init);
    for (let hop = 0; hop < 10; hop += 1) {
      const location = response.headers.get('location');
      if (location === null) return response;
      const next = new URL(location, at);
      if (next.origin !== origin) return response;
      at = next.href;
      response = await send(at, {});
    }
    return response;
  };

  return { go };
};

export interface SignedIn {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

export interface SigningIn {
  readonly issuer: string;
  /** As whom. */
  readonly sub: string;
  readonly redirectUri: string;
  readonly client?: string;
  readonly browser?: Browser;
}

/** Signs in to a development realm as a browser does: authorization code with PKCE. @throws Error where it fails */
export const signInToRealm = async ({
  issuer,
  sub,
  redirectUri,
  client = 'alongside-web',
  browser = openBrowser(),
}: SigningIn): Promise<SignedIn> => {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile organization',
    state: 'spec',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const asked = await browser.go(`${issuer}/protocol/openid-connect/auth?${query}`);
  const chosen = asked.headers.has('location')
    ? asked
    : await browser.go(asked.url, { method: 'POST', body: new URLSearchParams({ sub }) });
  const location = chosen.headers.get('location');
  const code = location && new URL(location).searchParams.get('code');
  if (!code) throw new Error(`Signing in led to ${chosen.status} ${location ?? (await chosen.text())}`);
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  });
  if (!answer.ok) throw new Error(`The token endpoint answered ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as SignedIn;
};
