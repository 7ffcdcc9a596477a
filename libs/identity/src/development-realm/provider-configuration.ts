import { interactionPolicy, type ProviderContext } from 'oidc-provider';
import { CLI_CLIENT, GATEWAY_AUDIENCE, WEB_CLIENT, type DevAccount, type DevClient } from './dev-account.js';
import { pageHeaders } from './page.js';
import { refusedPage, signedOutPage, signOutPage } from './sign-in-page.js';
import { ACCESS_TOKEN_SECONDS, keycloakClaims, serviceAccountClaims } from './realm-claims.js';
import { findingRegistered, type RegisteredClient } from './registered-client.js';
import type { RealmKeys } from './realm-keys.js';
import type { SessionStore } from './session-store.js';

export interface RealmSetting {
  /** `/realms/<realm>` */
  readonly path: string;
  readonly issuer: string;
  readonly accounts: () => Promise<readonly DevAccount[]>;
  readonly clients: readonly DevClient[];
  readonly integrationClients: RegisteredClient;
  readonly origins: readonly string[];
}

const RESOURCE = 'urn:alongside:gateway';
const SCOPES = 'openid profile organization offline_access';
const TWO_WEEKS = 14 * 24 * 60 * 60;
const ENDPOINTS = '/protocol/openid-connect';

/** Paths below the realm that the realm answers itself: oidc-provider's own do not know structured tokens. */
export const OWN_PATHS = {
  userinfo: `${ENDPOINTS}/userinfo`,
  introspection: `${ENDPOINTS}/token/introspect`,
  signIn: '/sign-in',
} as const;

interface IssuedToken {
  readonly kind: string;
  readonly accountId?: string;
  readonly clientId: string;
}

/** oidc-provider in the shape of a realm of Keycloak 26. */
export const providerConfiguration = (
  setting: RealmSetting,
  keys: RealmKeys,
  store: SessionStore,
): Readonly<Record<string, unknown>> => ({
  adapter: findingRegistered(store, setting.integrationClients),
  jwks: { keys: keys.signing },
  cookies: {
    keys: keys.cookies,
    names: { session: 'alongside_realm', interaction: 'alongside_sign_in', resume: 'alongside_resume' },
  },
  clients: clientMetadata(setting),
  // What the record takes as keys of integration clients.
  enabledJWA: { clientAuthSigningAlgValues: ['RS256', 'ES256'] },
  clientDefaults: { id_token_signed_response_alg: 'RS256' },
  clientBasedCORS: (_context: unknown, origin: string) => setting.origins.includes(origin),
  routes: {
    authorization: `${ENDPOINTS}/auth`,
    token: `${ENDPOINTS}/token`,
    jwks: `${ENDPOINTS}/certs`,
    end_session: `${ENDPOINTS}/logout`,
  },
  discovery: {
    userinfo_endpoint: `${setting.issuer}${OWN_PATHS.userinfo}`,
    introspection_endpoint: `${setting.issuer}${OWN_PATHS.introspection}`,
  },
  scopes: SCOPES.split(' '),
  claims: {
    openid: ['sub', 'typ', 'azp'],
    profile: ['name', 'preferred_username'],
    organization: ['organization'],
  },
  conformIdTokenClaims: false,
  responseTypes: ['code'],
  pkce: { required: () => true },
  ttl: {
    AccessToken: ACCESS_TOKEN_SECONDS,
    ClientCredentials: ACCESS_TOKEN_SECONDS,
    IdToken: ACCESS_TOKEN_SECONDS,
    AuthorizationCode: 60,
    Interaction: 30 * 60,
    Grant: TWO_WEEKS,
    RefreshToken: TWO_WEEKS,
    Session: TWO_WEEKS,
  },
  // As Keycloak does by default: every sign-in can be refreshed, by the same refresh token each time.
  issueRefreshToken: () => true,
  rotateRefreshToken: () => false,
  features: features(setting),
  interactions: {
    policy: signInOnly(),
    url: (_context: unknown, { uid }: { uid: string }) => `${setting.path}${OWN_PATHS.signIn}/${uid}`,
  },
  findAccount: async (context: ProviderContext, sub: string) => findAccount(setting, context, sub),
  loadExistingGrant,
  extraTokenClaims: async (_context: unknown, token: IssuedToken) =>
    keycloakClaims(token.clientId, await organisationsOf(setting, token)),
  formats: { customizers: { jwt: shapeLikeKeycloak } },
  renderError: (context: ProviderContext, { error_description, error }: Record<string, string>) =>
    show(context, setting, refusedPage(error_description ?? error ?? 'unknown')),
});

const features = (setting: RealmSetting) => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  clientCredentials: { enabled: true },
  pushedAuthorizationRequests: { enabled: false },
  dPoP: { enabled: false },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: SCOPES,
      audience: GATEWAY_AUDIENCE,
      accessTokenFormat: 'jwt',
      accessTokenTTL: ACCESS_TOKEN_SECONDS,
      jwt: { sign: { alg: 'RS256' } },
    }),
  },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (context: ProviderContext, form: string) => show(context, setting, signOutPage(form)),
    postLogoutSuccessSource: (context: ProviderContext) => show(context, setting, signedOutPage()),
  },
});

const clientMetadata = ({ clients, origins }: RealmSetting) => {
  const open = {
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: origins.map((origin) => `${origin}/`),
    post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
  };
  return [
    { ...open, client_id: WEB_CLIENT, client_name: 'Alongside' },
    { ...open, client_id: CLI_CLIENT, client_name: 'Alongside on the command line' },
    ...clients.map(({ clientId, secret }) => ({
      client_id: clientId,
      client_secret: secret,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    })),
  ];
};

const signInOnly = () => {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
};

const findAccount = async ({ accounts }: RealmSetting, { oidc }: ProviderContext, sub: string) => {
  const account = (await accounts()).find((one) => one.sub === sub);
  return (
    account && {
      accountId: sub,
      claims: () => ({
        sub,
        name: account.name,
        preferred_username: account.name,
        typ: 'ID',
        azp: oidc.client.clientId,
      }),
    }
  );
};

/** Nobody is asked for consent: signing in is all it takes. */
const loadExistingGrant = async ({ oidc }: ProviderContext) => {
  const { provider, session, client } = oidc;
  const id = oidc.result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const existing = id === undefined ? undefined : await provider.Grant.find(id);
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES);
  grant.addResourceScope(RESOURCE, SCOPES);
  await grant.save();
  return grant;
};

const organisationsOf = async ({ accounts, clients }: RealmSetting, token: IssuedToken) => {
  if (token.accountId === undefined)
    return clients.flatMap(({ clientId, organisationId }) =>
      clientId === token.clientId ? [organisationId] : [],
    );
  return (await accounts()).find(({ sub }) => sub === token.accountId)?.organisationIds ?? [];
};

const shapeLikeKeycloak = (
  _context: unknown,
  token: IssuedToken,
  jwt: { header?: Record<string, unknown>; payload: Record<string, unknown> },
): void => {
  jwt.header = { typ: 'JWT' };
  delete jwt.payload['client_id'];
  if (token.accountId === undefined) Object.assign(jwt.payload, serviceAccountClaims(token.clientId));
};

const show = (context: ProviderContext, { origins }: RealmSetting, html: string): void => {
  for (const [name, value] of Object.entries(pageHeaders(origins))) context.set(name, value);
  context.body = html;
};
