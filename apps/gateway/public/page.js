// Signs in with the authorization code flow and PKCE, then opens GraphiQL with the token of whoever signed in.
const { issuer, clientId } = await (await fetch('/configuration.json')).json();
const redirectUri = `${location.origin}/`;
const element = (id) => document.getElementById(id);

const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const signIn = async () => {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const state = base64url(crypto.getRandomValues(new Uint8Array(16)));
  sessionStorage.setItem('pkce', JSON.stringify({ verifier, state }));
  const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  location.assign(
    `${issuer}/protocol/openid-connect/auth?${new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid',
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    })}`,
  );
};

const fetchToken = async (parameters) => {
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...parameters }),
  });
  if (!answer.ok) throw new Error('Signing in did not work. Try again.');
  return answer.json();
};

const finishSignIn = async () => {
  const parameters = new URLSearchParams(location.search);
  const code = parameters.get('code');
  if (!code) return undefined;
  history.replaceState(null, '', '/');
  const { verifier, state } = JSON.parse(sessionStorage.getItem('pkce') ?? '{}');
  sessionStorage.removeItem('pkce');
  if (!verifier || parameters.get('state') !== state)
    throw new Error('This sign-in was not begun here. Try again.');
  return fetchToken({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
};

const welcomeQuery = `# Who you are to Alongside, and what you may do.
query Me {
  me {
    personId
    displayName
    roles {
      role
      scopeName
      from
      to
    }
  }
}
`;

const openGraph = (tokens) => {
  let held = { ...tokens, until: Date.now() + (tokens.expires_in - 30) * 1000 };
  const accessToken = async () => {
    if (Date.now() > held.until && held.refresh_token) {
      const fresh = await fetchToken({ grant_type: 'refresh_token', refresh_token: held.refresh_token });
      held = { ...held, ...fresh, until: Date.now() + (fresh.expires_in - 30) * 1000 };
    }
    return held.access_token;
  };
  const fetcher = async (parameters) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await accessToken()}` },
      body: JSON.stringify(parameters),
    });
    return answer.json();
  };
  ReactDOM.createRoot(element('main')).render(
    React.createElement(GraphiQL, { fetcher, defaultQuery: welcomeQuery }),
  );
  return fetcher;
};

element('sign-in').addEventListener('click', signIn);
element('sign-out').addEventListener('click', () => location.assign('/'));

try {
  const tokens = await finishSignIn();
  if (tokens) {
    const fetcher = openGraph(tokens);
    element('sign-in').hidden = true;
    element('sign-out').hidden = false;
    const { data } = await fetcher({ query: '{ me { displayName } }' });
    element('who').textContent = `Signed in as ${data?.me?.displayName ?? 'somebody without a record here'}.`;
  }
} catch (error) {
  element('who').textContent = error.message;
}
