import { Kind, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What a selection asks for when all its fragments are written out. */
export interface DocumentShape {
  /** Fields below one another. */
  readonly depth: number;
  readonly aliases: number;
  /** Fields directly below the operation. */
  readonly rootFields: number;
  /** Fields and fragments of all levels. */
  readonly selections: number;
}

const nothing: DocumentShape = { depth: 0, aliases: 0, rootFields: 0, selections: 0 };

/**
 * Looks at each fragment once, however often it is spread: written out, a document of a few kilobytes can be larger
 * than any memory. The fragments must not hold one another in a circle.
 */
export const shapeOf = (selectionSet: SelectionSetNode, fragments: Fragments): DocumentShape => {
  const known = new Map<string, DocumentShape>();

  const ofFragment = (name: string): DocumentShape => {
    const seen = known.get(name);
    if (seen) return seen;
    const shape = of(fragments[name]?.selectionSet);
    known.set(name, shape);
    return shape;
  };

  const of = (selections: SelectionSetNode | undefined): DocumentShape =>
    (selections?.selections ?? []).reduce((sum, selection) => {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : of(selection.selectionSet);
      return {
        depth: Math.max(sum.depth, inner.depth + (isField ? 1 : 0)),
        aliases: sum.aliases + inner.aliases + (isField && selection.alias ? 1 : 0),
        rootFields: sum.rootFields + (isField ? 1 : inner.rootFields),
        selections: sum.selections + 1 + inner.selections,
      };
    }, nothing);

  return of(selectionSet);
};
