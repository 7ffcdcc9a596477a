import { ArgsType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { encodeCursor } from './cursor.js';
import { Position } from './scalars.js';

/** What every root query may be given. */
@ArgsType()
export class ReadArgs {
  @Field(() => Position, {
    nullable: true,
    description:
      'Answer from read models that have got at least here: the `position` of your last command. Waits 2 seconds at most, then fails with READ_MODEL_BEHIND; a position that the record has not reached is refused at once.',
  })
  readonly atLeast?: string;
}

/** What every list takes: `first` is required, so that nobody asks for everything by mistake. */
@ArgsType()
export class PageArgs extends ReadArgs {
  @Field(() => Int, { description: 'How many at the most: 1 to 100.' })
  readonly first!: number;

  @Field(() => String, {
    nullable: true,
    description: '`endCursor` of the page before. Means nothing by itself.',
  })
  readonly after?: string;
}

@ObjectType({ description: 'Where a page stands in its list.' })
@Extensions({ class: 'C0' })
export class PageInfo {
  @Field({ description: 'Whether there is a further page.' })
  readonly hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` for the next page.' })
  readonly endCursor!: string | null;
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: PageInfo;
}

/** The connection and edge types of a node type, for keyset paging. */
export const connectionOf = <Node extends object>(
  node: abstract new (...args: never[]) => Node,
  name: string,
  description: string,
): new () => Page<Node> => {
  const nodeType = node as unknown as new () => object;
  class Edge {
    node!: Node;
    cursor!: string;
  }
  Object.defineProperty(Edge, 'name', { value: `${name}Edge` });
  Field(() => nodeType, { description: 'The entry.' })(Edge.prototype, 'node');
  Field(() => String, { description: 'Where this entry stands in the list.' })(Edge.prototype, 'cursor');
  ObjectType(`${name}Edge`, { description: `An entry of ${name}Connection.` })(Edge);
  Extensions({ class: 'C0' })(Edge);

  class Connection {
    nodes!: readonly Node[];
    edges!: readonly Edge[];
    pageInfo!: PageInfo;
  }
  Object.defineProperty(Connection, 'name', { value: `${name}Connection` });
  Field(() => [nodeType], { description: 'The entries, without their cursors.' })(
    Connection.prototype,
    'nodes',
  );
  Field(() => [Edge], { description: 'The entries with their cursors.' })(Connection.prototype, 'edges');
  Field(() => PageInfo, { description: 'Where this page stands in the list.' })(
    Connection.prototype,
    'pageInfo',
  );
  ObjectType(`${name}Connection`, { description })(Connection);
  Extensions({ class: 'C0' })(Connection);
  return Connection;
};

/** A list asked for in a size that is not allowed is refused with what is. */
export const checkedFirst = (first: number): number => {
  if (first >= 1 && first <= 100) return first;
  throw new GraphQLError('`first` must be from 1 to 100.', { extensions: { code: 'BAD_USER_INPUT' } });
};

/** A page of `rows`, which were read one more than `first`. */
export const pageOf = <Row, Node>(
  rows: readonly Row[],
  first: number,
  keyOf: (row: Row) => readonly string[],
  nodeOf: (row: Row) => Node,
): Page<Node> => {
  const edges = rows.slice(0, first).map((row) => ({ node: nodeOf(row), cursor: encodeCursor(keyOf(row)) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
};
