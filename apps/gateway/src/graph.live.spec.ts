import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { MetadataScanner, type ModulesContainer } from '@nestjs/core';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { contextModules, projections } from '@alongside/deployment';
import { READS } from '@alongside/graphql-kit';
import { walkRules } from '@alongside/identity';
import { dataClasses, type DataClass } from '@alongside/kernel';
import { startProgram } from '../../../test/support/program.js';
import { graphOf, printGraph, providersOf } from './graph.js';
import { printedFiles } from './printed.js';

const providers = contextModules.flatMap(providersOf);

/** The providers of the contexts as Nest would hold them, without anything behind them. */
const modules = new Map([
  [
    'contexts',
    { providers: new Map(providers.map((type) => [type, { metatype: type }])), controllers: new Map() },
  ],
]) as unknown as ModulesContainer;

/** The projections that each query declares, by the query's name in the graph. */
const readsByQuery = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    providers.flatMap(({ prototype }) =>
      new MetadataScanner().getAllMethodNames(prototype as object).flatMap((method) => {
        const handler = (prototype as Record<string, object>)[method]!;
        if (Reflect.getMetadata('graphql:resolver_type', handler) !== 'Query') return [];
        const name = (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? method;
        return [[name, (Reflect.getMetadata(READS, handler) as string[] | undefined) ?? []] as const];
      }),
    ),
  );

/** Lists that are short by what they are lists of. */
const shortLists: Readonly<Record<string, string>> = {
  'Query.supervision': 'one entry for each kind of supervision',
};

type Field = GraphQLField<unknown, unknown>;

describe('the whole graph', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await graphOf(contextModules);
  });

  const types = () =>
    Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    );
  const roots = () => [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fieldsOf = (type: unknown): readonly Field[] =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const queries = () => fieldsOf(schema.getQueryType());

  it('has a rule for every query, mutation and subscription', () => {
    const handlers = walkRules(modules).filter(({ kind }) => kind !== 'field');
    expect(handlers.filter(({ rule }) => rule === undefined)).toEqual([]);
    expect(handlers).toHaveLength(roots().flatMap((root) => (root ? fieldsOf(root) : [])).length);
    expect(handlers.length).toBeGreaterThan(100);
  });

  it('is open to nobody who has not signed in', () => {
    expect(walkRules(modules).filter(({ rule }) => rule === 'public')).toEqual([]);
  });

  it('is open in one mutation to people whom the record does not know', () => {
    const open = walkRules(modules).filter(({ rule }) => rule === 'newcomer');
    expect(open.map(({ kind, name }) => [kind, name])).toEqual([
      ['Mutation', 'InvitationsResolver.acceptInvitation'],
    ]);
  });

  it('says the data class of every field', () => {
    const known = (extensions: unknown): boolean =>
      dataClasses.includes((extensions as { class?: DataClass } | undefined)?.class as DataClass);
    const classless = types()
      .filter((type) => isObjectType(type) && !roots().includes(type) && !known(type.extensions))
      .flatMap((type) =>
        fieldsOf(type).flatMap((field) => (known(field.extensions) ? [] : [`${type.name}.${field.name}`])),
      );
    expect(classless).toEqual([]);
  });

  it('describes every type, field, argument, enum value and input field', () => {
    const described: readonly (readonly [string, { readonly description?: string | null | undefined }])[] = [
      ...types()
        .filter((type) => !(roots() as unknown[]).includes(type))
        .map((type) => [type.name, type] as const),
      ...types().flatMap((type) => [
        ...fieldsOf(type).flatMap((field) => [
          [`${type.name}.${field.name}`, field] as const,
          ...field.args.map((arg) => [`${type.name}.${field.name}(${arg.name})`, arg] as const),
        ]),
        ...(isEnumType(type)
          ? type.getValues().map((value) => [`${type.name}.${value.name}`, value] as const)
          : []),
        ...(isInputObjectType(type)
          ? Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const)
          : []),
      ]),
      ...schema
        .getDirectives()
        .filter((directive) => !isSpecifiedDirective(directive))
        .map((directive) => [`@${directive.name}`, directive] as const),
    ];
    expect(described.filter(([, { description }]) => !description?.trim()).map(([name]) => name)).toEqual([]);
    expect(described.length).toBeGreaterThan(1_000);
  });

  it('reads from projections that there are', () => {
    const known = new Set(projections.map(({ name }) => name));
    const unknown = [...readsByQuery()].flatMap(([query, names]) =>
      names.filter((name) => !known.has(name)).map((name) => `${query} reads ${name}`),
    );
    expect(unknown).toEqual([]);
    expect([...readsByQuery().keys()].sort()).toEqual(queries().map(({ name }) => name));
  });

  it('lets every query that reads projections be asked to wait for a position, and has no other', () => {
    const reads = readsByQuery();
    const unfit = queries().filter(
      ({ name, args }) => reads.get(name)!.length === 0 || !args.some((arg) => arg.name === 'atLeast'),
    );
    expect(unfit.map(({ name }) => name)).toEqual([]);
  });

  it('asks how many of every list that has no end of its own', () => {
    const endless = types().flatMap((type) =>
      fieldsOf(type)
        .filter((field) => {
          const isConnection = getNamedType(field.type).name.endsWith('Connection');
          const isRootList = (roots() as unknown[]).includes(type) && isListType(getNullableType(field.type));
          const first = field.args.find(({ name }) => name === 'first');
          return (isConnection || isRootList) && String(first?.type) !== 'Int!';
        })
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(endless).toEqual(Object.keys(shortLists));
  });

  it('names what mutations answer with after them', () => {
    const odd = fieldsOf(schema.getMutationType()).filter(
      ({ name, type }) => getNamedType(type).name !== `${name[0]!.toUpperCase()}${name.slice(1)}Result`,
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
  });
});

describe('schema.graphql', () => {
  const kept = () => readFile(join(process.cwd(), 'apps/gateway/schema.graphql'), 'utf8');

  it('and whatever else is printed from the program are as the program has them', async () => {
    const printed = printedFiles(await graphOf(contextModules));
    expect(Object.keys(printed)).toHaveLength(4);
    for (const [path, text] of Object.entries(printed))
      if (text !== (await readFile(join(process.cwd(), path), 'utf8')))
        throw new Error(
          `${path} is not what the program prints any more. Run \`npm run schema\`, look at what changed for clients and for access, and commit it.`,
        );
  });

  it('is what the gateway serves', async () => {
    const program = await startProgram();
    try {
      const { body } = await program.as(null)(getIntrospectionQuery());
      expect(printGraph(lexicographicSortSchema(buildClientSchema(body.data)))).toBe(await kept());
    } finally {
      await program.close();
    }
  }, 60_000);
});
