import { createPrivateKey, randomUUID, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';

export interface ClientTokenOptions {
  readonly issuer: string;
  readonly client: string;
  /** PEM, of an RSA key or one on P-256. */
  readonly privateKey: string;
  /** The id under which the public key is registered. A realm with one key for the client may do without. */
  readonly keyId?: string;
}

/** No token for the client, and why in words for whoever asked. */
export class ClientTokenRefused extends Error {
  override readonly name = 'ClientTokenRefused';
}

const ASSERTION_SECONDS = 60;

/**
 * An access token for a client that proves itself by its key (`private_key_jwt`, RFC 7523): the development realm's, or
 * Keycloak's. @throws ClientTokenRefused
 */
export const clientToken = async ({
  issuer,
  client,
  privateKey,
  keyId,
}: ClientTokenOptions): Promise<string> => {
  const key = readKey(privateKey);
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: algorithmOf(key), typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(issuer)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${ASSERTION_SECONDS}s`)
    .sign(key);
  return tokenFor(`${issuer}/protocol/openid-connect/token`, assertion);
};

const readKey = (pem: string): KeyObject => {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new ClientTokenRefused('This is no private key in PEM, or it is locked by a password.');
  }
};

const algorithmOf = ({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string => {
  if (type === 'rsa') return 'RS256';
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'ES256';
  throw new ClientTokenRefused('A client has a key of RSA or on P-256. This is another one.');
};

const tokenFor = async (endpoint: string, assertion: string): Promise<string> => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  }).catch(() => {
    throw new ClientTokenRefused(`Nothing answers at ${endpoint}. Start the program, or the realm.`);
  });
  const said = (await answer.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  if (answer.ok && typeof said['access_token'] === 'string') return said['access_token'];
  throw new ClientTokenRefused(
    `The realm gave no token (${answer.status} ${String(said['error'] ?? 'without a word')}). ` +
      'Is the client registered and enabled, and this the key of one that it has?',
  );
};
