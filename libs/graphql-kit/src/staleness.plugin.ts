import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLContext } from './acting.js';

/** How far the read models are from the record. */
export interface Standing {
  /** Seconds by which they may be behind. */
  readonly behindSeconds: number;
  /** How many streams each projection waits with, because it cannot apply one of their events. */
  readonly parkedStreams: Readonly<Record<string, number>>;
}

/** Up to here nobody notices. */
export const UNSAID_LAG_SECONDS = 5;

/** What an answer from these projections must say of its age; undefined where there is nothing to say. */
export const stalenessOf = (
  { behindSeconds, parkedStreams }: Standing,
  projections: Iterable<string>,
): { readonly behindSeconds: number; readonly parkedStreams: number } | undefined => {
  const parked = [...projections].reduce((sum, name) => sum + (parkedStreams[name] ?? 0), 0);
  return behindSeconds > UNSAID_LAG_SECONDS || parked > 0
    ? { behindSeconds: Math.round(behindSeconds), parkedStreams: parked }
    : undefined;
};

/**
 * Says in `extensions.staleness` where an answer comes from read models that are behind or incomplete. Which ones an
 * operation reads, its resolvers declare by `@Reads`.
 */
export const stalenessPlugin = (standing: () => Promise<Standing>): ApolloServerPlugin<GraphQLContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { reads }, response: { body } }) => {
      if (reads.size === 0 || body.kind !== 'single' || !body.singleResult.data) return;
      const staleness = stalenessOf(await standing(), reads);
      if (staleness) body.singleResult.extensions = { ...body.singleResult.extensions, staleness };
    },
  }),
});
