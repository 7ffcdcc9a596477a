import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { GraphQLError, Kind, type DocumentNode } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import type { GraphQLContext } from './acting.js';
import type { Budget } from './budget.js';
import type { Fragments } from './document-shape.js';
import { checkDocument } from './limits.js';

const listEstimator: ComplexityEstimator = ({ args, childComplexity }) => {
  const { first } = args as { first?: unknown };
  return 1 + childComplexity * (typeof first === 'number' && first > 1 ? first : 1);
};

export const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

/** @throws GraphQLError BAD_USER_INPUT where a variable or an argument is not of its type */
const costOf = ({ schema, document, request }: GraphQLRequestContext<GraphQLContext>): number => {
  try {
    return getComplexity({
      schema,
      query: document!,
      variables: request.variables ?? {},
      ...(request.operationName ? { operationName: request.operationName } : {}),
      estimators: [listEstimator],
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, nodes, originalError } = error;
    throw new GraphQLError(message, {
      nodes: nodes ?? null,
      originalError: originalError ?? null,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
};

/** Holds every operation to `limits` before anything of it runs. `subjectOf` may refuse the bearer altogether. */
export const limitsPlugin = (
  budget: Budget,
  subjectOf: (context: GraphQLContext) => Promise<string>,
): ApolloServerPlugin<GraphQLContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async (context) => {
      const { document, operation, contextValue } = context;
      if (!operation) return;
      const cost = checkDocument({ operation, fragments: fragmentsOf(document) }, () => costOf(context));
      if (!budget.spend(await subjectOf(contextValue), cost))
        throw new GraphQLError('You have asked for much in the last minute. Wait a moment and ask again.', {
          extensions: { code: 'RATE_LIMITED' },
        });
    },
  }),
});
