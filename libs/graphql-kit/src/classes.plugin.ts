import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  GraphQLError,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { DataClass } from '@alongside/kernel';
import type { GraphQLContext } from './acting.js';

interface Classed {
  readonly extensions: unknown;
}

const said = (thing: Classed | null | undefined): DataClass | undefined =>
  (thing?.extensions as { class?: DataClass } | undefined)?.class;

/** A field that a document asks for, with the class of what it holds. */
export interface ClassedField {
  readonly field: string;
  readonly class: DataClass;
}

/** The class of every field that a document asks for: the field's own, or that of the type it stands on. */
export const classesAsked = (schema: GraphQLSchema, document: DocumentNode): readonly ClassedField[] => {
  const asked = new Map<string, ClassedField>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        const dataClass = said(field) ?? said(parent);
        if (!parent || !field || !dataClass) return;
        const name = `${parent.name}.${field.name}`;
        asked.set(name, { field: name, class: dataClass });
      },
    }),
  );
  return [...asked.values()];
};

/** What an integrator's client was given to read; undefined for everybody who is not kept to classes. */
export type ClassesOf = (context: GraphQLContext) => Promise<readonly DataClass[] | undefined>;

/** Refuses a client every document that asks for a field of a class that it was not given, before anything runs. */
export const classesPlugin = (classesOf: ClassesOf): ApolloServerPlugin<GraphQLContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, contextValue }) => {
      const given = await classesOf(contextValue);
      if (!given) return;
      const refused = classesAsked(schema, document).filter(
        ({ class: dataClass }) => dataClass !== 'C0' && !given.includes(dataClass),
      );
      if (refused.length === 0) return;
      const [first] = refused;
      throw new GraphQLError(
        `This client was not given class ${first!.class}, which ${first!.field} is of. Leave the field out, or ask the organisation's lead to agree to the class.`,
        { extensions: { code: 'NOT_FOUND' } },
      );
    },
  }),
});

/**
 * The classes of the whole graph as Markdown: one row for each type with its class, and for each field whose class is
 * another one.
 */
export const printClasses = (schema: GraphQLSchema): string => {
  const rows = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(getNamedType(type)) && !type.name.startsWith('__'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((type) => {
      if (!isObjectType(type)) return [];
      const own = said(type);
      const others = Object.values(type.getFields()).flatMap((field) => {
        const dataClass = said(field);
        return dataClass && dataClass !== own ? [`| \`${type.name}.${field.name}\` | ${dataClass} |`] : [];
      });
      return [
        ...(own && (own !== 'C0' || others.length > 0) ? [`| \`${type.name}\` | ${own} |`] : []),
        ...others,
      ];
    });
  return ['| type or field | class |', '|---|---|', ...rows, ''].join('\n');
};
