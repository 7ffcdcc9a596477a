import { ArgsType, Field, Int } from '@nestjs/graphql';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';

/** A list within an answer: the query that it belongs to says `atLeast`. */
@ArgsType()
export class WithinArgs {
  @Field(() => Int, { description: 'How many at the most: 1 to 100.' })
  readonly first!: number;

  @Field(() => String, {
    nullable: true,
    description: '`endCursor` of the page before. Means nothing by itself.',
  })
  readonly after?: string | null;
}

/** The sort columns that a page starts behind: all null for the first page. */
export const startOf = (
  { first, after }: { readonly first: number; readonly after?: string | null },
  columns: number,
): { readonly first: number; readonly start: readonly (string | null)[] } => ({
  first: checkedFirst(first),
  start: decodeCursor(after ?? undefined, columns) ?? Array.from({ length: columns }, () => null),
});

/** A page of what was worked out as a whole, in its own order. */
export const pageOfAll = <Node>(
  all: readonly Node[],
  args: { readonly first: number; readonly after?: string | null },
  idOf: (node: Node) => string,
): Page<Node> => {
  const { first, start } = startOf(args, 1);
  const [last] = start;
  const from = last === null ? 0 : all.findIndex((node) => idOf(node) === last) + 1;
  const page = last !== null && from === 0 ? [] : all.slice(from, from + first + 1);
  return pageOf(
    page,
    first,
    (node) => [idOf(node)],
    (node) => node,
  );
};
