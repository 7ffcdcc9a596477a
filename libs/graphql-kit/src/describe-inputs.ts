import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';

/** Gives arguments that take an input object and say nothing of themselves what is said of their type. */
export const describeInputs = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const { args } of Object.values(type.getFields()))
      for (const arg of args) {
        const input = getNamedType(arg.type);
        if (isInputObjectType(input)) arg.description ??= input.description;
      }
  }
  return schema;
};
