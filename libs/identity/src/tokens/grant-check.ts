import KeycloakConnect from 'keycloak-connect';
import type { VettedKey } from './key-set.js';
import { TokenRefused } from './token-refused.error.js';

/** Lets Keycloak's own adapter look at a token. @throws TokenRefused `expired` or `adapter` */
export type GrantCheck = (token: string, key: VettedKey) => Promise<void>;

/**
 * `grantManager.createGrant` of keycloak-connect on one vetted key. An adapter that is given its key, and is told that
 * it only bears tokens, has no reason to call the realm: it neither fetches keys nor refreshes nor introspects.
 * It allows no tolerance on `exp`.
 */
export const createGrantCheck = (issuer: string, audience: string): GrantCheck => {
  const { server, realm } = partsOf(issuer);
  const adapters = new WeakMap<VettedKey, KeycloakConnect.Keycloak>();

  const adapterFor = (key: VettedKey): KeycloakConnect.Keycloak => {
    const known = adapters.get(key);
    if (known) return known;
    const config = {
      realm,
      'auth-server-url': server,
      resource: audience,
      'bearer-only': true,
      'verify-token-audience': true,
      'realm-public-key': key.spki,
      'ssl-required': 'external',
      'confidential-port': 0,
    };
    const adapter = new KeycloakConnect({}, config);
    adapters.set(key, adapter);
    return adapter;
  };

  return async (token, key) => {
    try {
      await adapterFor(key).grantManager.createGrant({ access_token: token } as never);
    } catch (error) {
      throw new TokenRefused(String(error).includes('(expired)') ? 'expired' : 'adapter');
    }
  };
};

const partsOf = (issuer: string): { readonly server: string; readonly realm: string } => {
  const [, server, realm] = /^(https?:\/\/.+)\/realms\/([^/]+)$/.exec(issuer) ?? [];
  if (!server || !realm)
    throw new Error(`The issuer must be a realm of Keycloak, https://…/realms/<realm>; it is ${issuer}.`);
  return { server, realm };
};
