import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import type { GraphQLContext } from './acting.js';

/** What one document may ask for. `maxTokens` and `maxBodyBytes` are held before it is parsed. */
export const limits = {
  depth: 10,
  aliases: 15,
  rootFields: 10,
  /** A field costs 1; what lies below a list costs as often as `first` says. */
  cost: 5000,
  maxTokens: 2000,
  maxBodyBytes: 100_000,
  /** Cost points that one subject may spend, refilled evenly. */
  pointsPerMinute: 100_000,
  deadlineMs: 10_000,
} as const;

interface Shape {
  readonly depth: number;
  readonly aliases: number;
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

const shapeOf = (selectionSet: SelectionSetNode | undefined, fragments: Fragments): Shape => {
  let depth = 0;
  let aliases = 0;
  for (const selection of selectionSet?.selections ?? []) {
    const isField = selection.kind === Kind.FIELD;
    const inner = shapeOf(
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments[selection.name.value]?.selectionSet
        : selection.selectionSet,
      fragments,
    );
    depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
    aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
  }
  return { depth, aliases };
};

const rootFieldsOf = (selectionSet: SelectionSetNode, fragments: Fragments): number =>
  selectionSet.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1;
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return sum + (inner ? rootFieldsOf(inner.selectionSet, fragments) : 0);
  }, 0);

const listEstimator: ComplexityEstimator = ({ args, childComplexity }) => {
  const { first } = args as { first?: unknown };
  return 1 + childComplexity * (typeof first === 'number' && first > 1 ? first : 1);
};

const tooComplex = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX' } });

/** @throws GraphQLError TOO_COMPLEX, naming the limit and what was asked for */
export const checkDocument = (
  schema: GraphQLSchema,
  document: { readonly operation: OperationDefinitionNode; readonly fragments: Fragments },
  costOf: () => number,
): number => {
  const { operation, fragments } = document;
  // Introspection is a document of its own, and production refuses it.
  const introspects = operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
  if (introspects) return 1;
  const { depth, aliases } = shapeOf(operation.selectionSet, fragments);
  const rootFields = rootFieldsOf(operation.selectionSet, fragments);
  if (depth > limits.depth) throw tooComplex(`This is ${depth} levels deep; ${limits.depth} are allowed.`);
  if (aliases > limits.aliases)
    throw tooComplex(`This has ${aliases} aliases; ${limits.aliases} are allowed.`);
  if (rootFields > limits.rootFields)
    throw tooComplex(`This asks for ${rootFields} root fields; ${limits.rootFields} are allowed.`);
  const cost = costOf();
  if (cost > limits.cost)
    throw tooComplex(`This costs ${cost} points; ${limits.cost} are allowed. Ask for fewer at once.`);
  return cost;
};

/** Points that each subject has left: a bucket that fills evenly. Kept in this process alone. */
export const createBudget = (pointsPerMinute: number, now: () => number = Date.now) => {
  const buckets = new Map<string, { points: number; at: number }>();
  return {
    /** Whether the subject could pay. */
    spend: (subject: string, cost: number): boolean => {
      const at = now();
      if (buckets.size > 10_000) buckets.clear();
      const bucket = buckets.get(subject) ?? { points: pointsPerMinute, at };
      const points = Math.min(pointsPerMinute, bucket.points + ((at - bucket.at) * pointsPerMinute) / 60_000);
      const paid = points >= cost;
      buckets.set(subject, { points: paid ? points - cost : points, at });
      return paid;
    },
  };
};

/** Holds every operation to `limits` before anything of it runs. `subjectOf` may refuse the bearer altogether. */
export const limitsPlugin = (
  budget: ReturnType<typeof createBudget>,
  subjectOf: (context: GraphQLContext) => Promise<string>,
): ApolloServerPlugin<GraphQLContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
      const fragments = Object.fromEntries(
        document.definitions.flatMap((definition) =>
          definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
        ),
      );
      if (!operation) return;
      const cost = checkDocument(schema, { operation, fragments }, () =>
        getComplexity({
          schema,
          query: document,
          variables: request.variables ?? {},
          ...(request.operationName ? { operationName: request.operationName } : {}),
          estimators: [listEstimator],
        }),
      );
      if (!budget.spend(await subjectOf(contextValue), cost))
        throw new GraphQLError('You have asked for much in the last minute. Wait a moment and ask again.', {
          extensions: { code: 'RATE_LIMITED', http: { status: 429 } },
        });
    },
  }),
});
