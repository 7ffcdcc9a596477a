import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { describeInputs } from '@alongside/graphql-kit';

/** What a module lists as its providers, where they are classes. */
export const providersOf = (module: Type): readonly Type[] =>
  ((Reflect.getMetadata('providers', module) ?? []) as unknown[]).filter(
    (provider): provider is Type => typeof provider === 'function',
  );

/** The graph of some contexts without anything behind it: what clients are written against. */
export const graphOf = async (contexts: readonly Type[]): Promise<GraphQLSchema> => {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const factory = app.get(GraphQLSchemaFactory);
    return describeInputs(lexicographicSortSchema(await factory.create(contexts.flatMap(providersOf))));
  } finally {
    await app.close();
  }
};

/** The graph as it is kept in `schema.graphql`. */
export const printGraph = (schema: GraphQLSchema): string =>
  `# Printed from the program by \`npm run schema\`; not for editing.\n\n${printSchema(schema)}\n`;
