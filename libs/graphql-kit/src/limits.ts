import { GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { shapeOf, type Fragments } from './document-shape.js';

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

const tooComplex = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX' } });

/**
 * What a document costs. `costOf` is asked only once its shape is within bounds.
 * @throws GraphQLError TOO_COMPLEX, naming the limit and what was asked for
 */
export const checkDocument = (
  document: { readonly operation: OperationDefinitionNode; readonly fragments: Fragments },
  costOf: () => number,
): number => {
  const { operation, fragments } = document;
  // Introspection is a document of its own, and production refuses it.
  const introspects = operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
  if (introspects) return 1;
  const { depth, aliases, rootFields, selections } = shapeOf(operation.selectionSet, fragments);
  if (depth > limits.depth) throw tooComplex(`This is ${depth} levels deep; ${limits.depth} are allowed.`);
  if (aliases > limits.aliases)
    throw tooComplex(`This has ${aliases} aliases; ${limits.aliases} are allowed.`);
  if (rootFields > limits.rootFields)
    throw tooComplex(`This asks for ${rootFields} root fields; ${limits.rootFields} are allowed.`);
  if (selections > limits.cost)
    throw tooComplex(`With its fragments this has ${selections} fields; ${limits.cost} are allowed.`);
  const cost = costOf();
  if (cost > limits.cost)
    throw tooComplex(`This costs ${cost} points; ${limits.cost} are allowed. Ask for fewer at once.`);
  return cost;
};
