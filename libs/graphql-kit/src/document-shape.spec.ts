import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { shapeOf } from './document-shape.js';

const shape = (text: string) => {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const fragments = definitions.filter(
    (node) => node.kind === Kind.FRAGMENT_DEFINITION,
  ) as FragmentDefinitionNode[];
  return shapeOf(
    operation.selectionSet,
    Object.fromEntries(fragments.map((node) => [node.name.value, node])),
  );
};

describe('the shape of a document', () => {
  it('counts fields below one another, and none for fragments between them', () => {
    expect(shape('{ a { b ... on B { c { d } } ...E } } fragment E on B { e { f { g { h } } } }').depth).toBe(
      5,
    );
  });
  it('counts aliases at every level, in fragments as often as they are spread', () => {
    expect(shape('{ x: a { y: b ...E } z: a { ...E } } fragment E on B { one: e two: e }').aliases).toBe(7);
  });
  it('counts root fields through fragments', () => {
    expect(shape('{ a ...R ... on Q { d { e } } } fragment R on Q { b c }').rootFields).toBe(4);
  });
  it('is found at once where each fragment holds the next one twice', () => {
    const links = Array.from({ length: 200 }, (_, n) => `fragment f${n} on Q { ...f${n + 1} ...f${n + 1} }`);
    const { selections } = shape(`{ ...f0 } ${links.join(' ')} fragment f200 on Q { a }`);
    expect(selections).toBeGreaterThan(2 ** 200);
  });
});
