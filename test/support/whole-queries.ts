import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** A document that asks one query for all that it can answer, some levels deep. */
export interface WholeQuery {
  readonly name: string;
  readonly document: string;
  readonly isConnection: boolean;
  readonly arguments: readonly string[];
}

/** Below this nothing is asked for: enough for nodes, what they hold, and what that holds. */
const LEVELS = 4;

const fieldsOf = (type: unknown): readonly GraphQLField<unknown, unknown>[] =>
  isObjectType(type) ? Object.values(type.getFields()) : [];

const selectionOf = (schema: GraphQLSchema, output: GraphQLOutputType, levels: number): string => {
  const type = getNamedType(output);
  if (!isCompositeType(type)) return '';
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((possible) => `... on ${possible.name} ${selectionOf(schema, possible, levels)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  const fields = fieldsOf(type)
    // The entries of a connection are asked for once, without their cursors.
    .filter(({ name, args }) => name !== 'edges' && !args.some(isRequiredArgument))
    .flatMap((field) => {
      if (!isCompositeType(getNamedType(field.type))) return [field.name];
      return levels > 0 ? [`${field.name} ${selectionOf(schema, field.type, levels - 1)}`] : [];
    });
  return `{ __typename ${fields.join(' ')} }`;
};

/**
 * Every query of the graph with the arguments that are required, or that `also` wants, as variables of the same names.
 */
export const wholeQueries = (
  schema: GraphQLSchema,
  also: (argument: GraphQLArgument, query: string) => boolean,
): readonly WholeQuery[] =>
  fieldsOf(schema.getQueryType()).map(({ name, args, type }) => {
    const given = args.filter((arg) => isRequiredArgument(arg) || also(arg, name));
    const variables = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const values = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    return {
      name,
      document: `query ${given.length > 0 ? `(${variables})` : ''} { ${name}${given.length > 0 ? `(${values})` : ''} ${selectionOf(schema, type, LEVELS)} }`,
      isConnection: getNamedType(type).name.endsWith('Connection'),
      arguments: given.map((arg) => arg.name),
    };
  });
