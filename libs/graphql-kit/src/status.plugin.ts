import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLContext } from './acting.js';

const statuses: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/**
 * The HTTP status of what was refused before anything of it ran, by the code of its first error. Where anything ran it
 * is 200: the answer says which of its parts failed.
 */
export const statusPlugin = (): ApolloServerPlugin<GraphQLContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== 'single' || 'data' in body.singleResult) return;
      const status = statuses[String(body.singleResult.errors?.[0]?.extensions?.['code'])];
      if (status !== undefined && (http.status === undefined || http.status === 500)) http.status = status;
    },
  }),
});
