import type { JWK } from 'jose';
import type { SessionStore } from './session-store.js';

/** The public keys of a client that an organisation has registered; undefined where there is no such client. */
export type RegisteredClient = (client: string) => Promise<{ readonly keys: readonly JWK[] } | undefined>;

/**
 * Where oidc-provider finds clients that are not configured: asked at each token, so that a key gets one from the moment
 * it is added to the moment it is retired.
 */
export const findingRegistered =
  ({ adapter }: SessionStore, registered: RegisteredClient): SessionStore['adapter'] =>
  (model) =>
    model === 'Client' ? { ...adapter(model), find: (id) => metadataOf(id, registered) } : adapter(model);

const metadataOf = async (
  client: string,
  registered: RegisteredClient,
): Promise<Record<string, unknown> | undefined> => {
  const found = await registered(client);
  return (
    found && {
      client_id: client,
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: found.keys },
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    }
  );
};
