import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { checkDocument, limits } from './limits.js';

const check = (text: string, cost = 1) => {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const fragments = definitions.filter(
    (node) => node.kind === Kind.FRAGMENT_DEFINITION,
  ) as FragmentDefinitionNode[];
  return checkDocument(
    { operation, fragments: Object.fromEntries(fragments.map((node) => [node.name.value, node])) },
    () => cost,
  );
};
const nested = (depth: number): string => `{${'a{'.repeat(depth - 1)}a${'}'.repeat(depth)}`;
const times = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join(' ');

describe('what one document may ask for', () => {
  it.each([
    ['levels', nested(limits.depth), nested(limits.depth + 1)],
    ['aliases', `{ a { ${times(15, (n) => `x${n}: b`)} } }`, `{ a { ${times(16, (n) => `x${n}: b`)} } }`],
    ['root fields', `{ ${times(10, (n) => `a${n}`)} }`, `{ ${times(11, (n) => `a${n}`)} }`],
  ])('is bounded in its %s', (what, allowed, refused) => {
    expect(check(allowed)).toBe(1);
    expect(() => check(refused)).toThrow(what);
  });
  it('is bounded in its cost, which is answered', () => {
    expect(check('{ a }', limits.cost)).toBe(limits.cost);
    expect(() => check('{ a }', limits.cost + 1)).toThrow(`${limits.cost + 1} points`);
  });
  it('is refused by its size before its cost is reckoned', () => {
    const doubling = times(20, (n) => `fragment f${n} on Q { ...f${n + 1} ...f${n + 1} }`);
    const reckon = () => {
      throw new Error('The cost was reckoned.');
    };
    const { definitions } = parse(`{ a { ...f0 } } ${doubling} fragment f20 on Q { a }`);
    const [operation, ...fragments] = definitions as [OperationDefinitionNode, ...FragmentDefinitionNode[]];
    const document = {
      operation,
      fragments: Object.fromEntries(fragments.map((node) => [node.name.value, node])),
    };
    expect(() => checkDocument(document, reckon)).toThrow('With its fragments');
  });
  it('lets introspection be as deep as its tools need, but not beside other fields', () => {
    const deep = `__schema ${nested(12)}`;
    expect(check(`{ ${deep} }`)).toBe(1);
    expect(() => check(`{ ${deep} me }`)).toThrow('levels');
  });
});
