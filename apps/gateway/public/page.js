// Signs in with the authorization code flow and PKCE, then opens GraphiQL with the token of whoever signed in.
const { issuer, clientId } = await (await fetch('/configuration.json')).json();
const redirectUri = `${location.origin}/`;
const element = (id) => document.getElementById(id);

// A code comes behind the `#`, which browsers send to nobody, and goes from the address bar at once.
const keptInvitation = 'invitation';
const takeInvitation = () => {
  const code = new URLSearchParams(location.hash.slice(1)).get('invitation');
  if (code === null) return;
  sessionStorage.setItem(keptInvitation, code);
  history.replaceState(null, '', location.pathname + location.search);
};

const say = (sentence) => {
  element('notice').textContent = sentence;
  element('notice').hidden = false;
};

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

const acceptInvitationMutation = `mutation ($code: ShortText!) {
  acceptInvitation(input: { code: $code }) {
    __typename
    ... on Refusal {
      message
    }
  }
}`;

const meOf = async (fetcher) => (await fetcher({ query: '{ me { displayName } }' })).data?.me;

/** Whoever has accepted is known within seconds. */
const onceKnown = async (fetcher) => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const me = await meOf(fetcher);
    if (me) return me;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return undefined;
};

/** Answers whether the invitation was accepted. The code is kept until there is an answer to it. */
const acceptInvitation = async (fetcher, code) => {
  const { data, errors } = await fetcher({ query: acceptInvitationMutation, variables: { code } });
  const answer = data?.acceptInvitation;
  if (!answer) {
    say(errors?.[0]?.message ?? 'Your invitation could not be accepted. Open its link again.');
    return false;
  }
  sessionStorage.removeItem(keptInvitation);
  const accepted = answer.__typename === 'AcceptInvitationAccepted';
  say(
    accepted
      ? 'You have accepted your invitation. From now on, sign in with the account that you used just now.'
      : answer.message,
  );
  return accepted;
};

takeInvitation();
const invitation = sessionStorage.getItem(keptInvitation);
if (invitation !== null)
  say('You have an invitation. Sign in to accept it, with the account you want to use here.');

element('sign-in').addEventListener('click', signIn);
element('sign-out').addEventListener('click', () => location.assign('/'));

try {
  const tokens = await finishSignIn();
  if (tokens) {
    const fetcher = openGraph(tokens);
    element('sign-in').hidden = true;
    element('sign-out').hidden = false;
    const accepted = invitation !== null && (await acceptInvitation(fetcher, invitation));
    const me = await (accepted ? onceKnown(fetcher) : meOf(fetcher));
    element('who').textContent = `Signed in as ${me?.displayName ?? 'somebody without a record here'}.`;
  }
} catch (error) {
  element('who').textContent = error.message;
}
