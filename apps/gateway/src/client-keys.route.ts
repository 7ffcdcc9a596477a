import type { FastifyInstance } from 'fastify';
import type { ClientKeys } from '@alongside/deployment';

/** Seconds for which a realm may keep what it got: the longest for which it takes a key that was retired. */
const KEPT_SECONDS = 60;

/**
 * `GET /clients/<client>/jwks.json`: the public keys of an organisation's own system, where the realm looks for them. No
 * token is needed. Of a client that there is not it says no more than of one that has no key or is disabled.
 */
export const addClientKeys = (server: FastifyInstance, keys: Pick<ClientKeys, 'of'>): void => {
  server.get<{ Params: { client: string } }>('/clients/:client/jwks.json', async (request, reply) => {
    try {
      const found = await keys.of(request.params.client);
      if (!found) return await reply.code(404).send({ error: 'not_found' });
      return await reply.header('cache-control', `max-age=${KEPT_SECONDS}`).send({ keys: found });
    } catch {
      return reply.code(503).header('retry-after', '1').send({ error: 'unavailable' });
    }
  });
};
