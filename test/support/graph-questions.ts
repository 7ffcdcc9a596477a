import fc, { type Arbitrary } from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Part of a question: text, or something that is chosen once it is known who asks. */
export type Part = string | Choice;
export interface Choice {
  readonly of: 'id' | 'cursor' | 'name';
  /** The argument that it is given as, and of a cursor the list. */
  readonly as: string;
  /** An id that the reader knows, anybody's, one of another kind, or none there is. */
  readonly from: 'known' | 'anybody’s' | 'another kind' | 'nowhere';
  readonly nth: number;
}

/** A root query with its arguments and what is asked of its answer. */
export type Root = readonly Part[];

export interface Question {
  readonly roots: readonly Root[];
  readonly inFragment: boolean;
}

const LEVELS = 3;

const fieldsOf = (type: unknown): readonly GraphQLField<unknown, unknown>[] =>
  isObjectType(type)
    ? Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument))
    : [];

const choice = (of: Choice['of'], as: string): Arbitrary<Choice> =>
  fc.record({
    of: fc.constant(of),
    as: fc.constant(as),
    from: fc.oneof(
      { weight: 5, arbitrary: fc.constant('known' as const) },
      { weight: 5, arbitrary: fc.constant('anybody’s' as const) },
      { weight: 1, arbitrary: fc.constant('another kind' as const) },
      { weight: 1, arbitrary: fc.constant('nowhere' as const) },
    ),
    nth: fc.noBias(fc.nat(9_999)),
  });

const days = ['2024-09-30', '2025-06-30', '2026-03-01', '2026-10-31', '2027-01-01'];
const moments = ['2025-01-01T00:00:00.000Z', '2026-06-01T12:00:00.000Z', '2030-01-01T00:00:00.000Z'];
const words = ['Zq', 'zq1', 'a', 'Peer', '%', '_', '‘', 'supervision'];
const quoted = (texts: readonly string[]): Arbitrary<string> =>
  fc.constantFrom(...texts.map((text) => JSON.stringify(text)));

const scalars: Readonly<Record<string, Arbitrary<Part>>> = {
  Int: fc.constantFrom('1', '2', '5', '20', '50'),
  Float: fc.constantFrom('0.5', '7.5', '30'),
  Boolean: fc.constantFrom('true', 'false'),
  CalendarDate: quoted(days),
  Instant: quoted(moments),
  Position: quoted(['00000000000000000000', '00000000000000000042']),
  LongText: quoted(words),
  String: quoted(words),
  JSON: fc.constantFrom('{}', '{ kind: "principle", alignments: [] }'),
};

/** A value of an input type, as text of a document. */
const valueOf = (as: string, type: GraphQLInputType, levels = 3): Arbitrary<readonly Part[]> => {
  const plain = getNullableType(type);
  if (isListType(plain))
    return valueOf(as, plain.ofType as GraphQLInputType, levels - 1).map((one) => ['[', ...one, ']']);
  const named = getNamedType(plain) as GraphQLNamedType;
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map(({ name }) => [name]));
  if (isInputObjectType(named))
    return inputs(Object.values(named.getFields()), levels - 1).map((parts) => ['{ ', ...parts, ' }']);
  if (named.name === 'UUID') return choice('id', as).map((one) => [one]);
  if (as.startsWith('after')) return choice('cursor', as).map((one) => [one]);
  if (named.name === 'ShortText')
    return fc.oneof(
      choice('name', as).map((one): readonly Part[] => [one]),
      quoted(words).map((one) => [one]),
    );
  return (scalars[named.name] ?? fc.constant('null')).map((one) => [one]);
};

const inputs = (
  all: readonly (GraphQLArgument | GraphQLInputField)[],
  levels = 3,
  query = '',
): Arbitrary<readonly Part[]> => {
  const isRequired = (one: GraphQLArgument | GraphQLInputField): boolean =>
    isRequiredArgument(one as GraphQLArgument) || isRequiredInputField(one as GraphQLInputField);
  const given = all
    .filter((one) => one.name !== 'commandId' && (levels > 0 || isRequired(one)))
    .map((one) => {
      const as = one.name === 'after' ? `after ${query}` : one.name;
      const value = valueOf(as, one.type, levels).map((parts) => [`${one.name}: `, ...parts, ' ']);
      const without = fc.constant<readonly Part[]>([]);
      const weight = one.name.endsWith('Id') ? 3 : 7;
      return isRequired(one)
        ? value
        : fc.oneof({ weight, arbitrary: without }, { weight: 10 - weight, arbitrary: value });
    });
  return fc.tuple(...given).map((parts) => parts.flat());
};

const selections = (schema: GraphQLSchema) => {
  const made = new Map<string, Arbitrary<string>>();
  const of = (type: GraphQLNamedType, levels: number): Arbitrary<string> => {
    const key = `${type.name} ${levels}`;
    const before = made.get(key);
    if (before) return before;
    const arbitrary = isAbstractType(type)
      ? fc
          .tuple(
            ...schema
              .getPossibleTypes(type)
              .map((one) => of(one, levels).map((text) => `... on ${one.name} ${text}`)),
          )
          .map((parts) => `{ __typename ${parts.join(' ')} }`)
      : ofObject(type, levels);
    made.set(key, arbitrary);
    return arbitrary;
  };
  const ofObject = (type: GraphQLNamedType, levels: number): Arbitrary<string> => {
    const fields = fieldsOf(type).flatMap((field): readonly Arbitrary<string>[] => {
      const inner = getNamedType(field.type);
      if (!isCompositeType(inner)) return [fc.constant(field.name)];
      return levels > 0 ? [of(inner, levels - 1).map((text) => `${field.name} ${text}`)] : [];
    });
    const all = fields.map((_, index) => index);
    return fc
      .oneof({ weight: 2, arbitrary: fc.constant(all) }, { weight: 1, arbitrary: fc.subarray(all) })
      .chain((chosen) => fc.tuple(...chosen.map((index) => fields[index]!)))
      .map((texts) => `{ __typename ${texts.join(' ')} }`);
  };
  return of;
};

/** Questions of one to four root queries, with arguments of every kind. */
export const questionsOf = (schema: GraphQLSchema): Arbitrary<Question> => {
  const selected = selections(schema);
  const roots = Object.values(schema.getQueryType()!.getFields()).map((field): Arbitrary<Root> => {
    const type = getNamedType(field.type);
    return fc
      .tuple(inputs(field.args, 3, field.name), selected(type, LEVELS))
      .map(([given, selection]): Root => [
        field.name,
        ...(given.length > 0 ? ['(', ...given, ')'] : []),
        ' ',
        `${selection}`,
      ]);
  });
  return fc.record({
    roots: fc.array(fc.noBias(fc.oneof(...roots)), { minLength: 1, maxLength: 4 }),
    inFragment: fc.boolean(),
  });
};

/** Each command with values of every kind. */
export const commandsOf = (schema: GraphQLSchema): readonly (readonly [string, Arbitrary<Root>])[] =>
  Object.values(schema.getMutationType()!.getFields()).map((field) => {
    const { name } = field;
    const type = name[0]!.toUpperCase() + name.slice(1);
    const asked = `{ ... on ${type}Accepted { id } ... on ${type}Refused { code message details } }`;
    return [name, inputs(field.args).map((given): Root => [name, '(', ...given, ') ', asked])] as const;
  });

/** The question as a document, its choices made by `chosen`. */
export const documentOf = (
  { roots, inFragment }: Question,
  chosen: (choice: Choice) => string,
  operation: 'query' | 'mutation' = 'query',
): string => {
  const fields = roots
    .map(
      (root, index) =>
        `a${index}: ${root.map((part) => (typeof part === 'string' ? part : chosen(part))).join('')}`,
    )
    .join('\n');
  if (!inFragment) return `${operation} {\n${fields}\n}`;
  const type = operation === 'query' ? 'Query' : 'Mutation';
  return `${operation} { ...All }\nfragment All on ${type} {\n${fields}\n}`;
};
