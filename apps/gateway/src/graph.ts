import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { describeInputs } from '@alongside/graphql-kit';

const classesIn = (module: Type, list: 'providers' | 'imports'): readonly Type[] =>
  ((Reflect.getMetadata(list, module) ?? []) as unknown[]).filter(
    (one): one is Type => typeof one === 'function',
  );

/** What a module and those that it imports list as their providers, where they are classes: each once. */
export const providersOf = (module: Type): readonly Type[] => [
  ...new Set([...classesIn(module, 'providers'), ...classesIn(module, 'imports').flatMap(providersOf)]),
];

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
