import { GraphQLError } from 'graphql';

/** The answer to a cursor that was not made for the list it was given to. */
export const badCursor = (): GraphQLError =>
  new GraphQLError(
    '`after` is not a cursor of this list. Give the `endCursor` of the page before, unchanged.',
    {
      extensions: { code: 'BAD_USER_INPUT' },
    },
  );

/** The values of the last row's sort columns, as text that clients hand back. */
export const encodeCursor = (key: readonly string[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** @throws GraphQLError where `after` is no cursor of a list sorted by so many columns */
export const decodeCursor = (after: string | undefined, columns: number): readonly string[] | undefined => {
  if (after === undefined || after === null) return undefined;
  try {
    const key = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(key) && key.length === columns && key.every((part) => typeof part === 'string'))
      return key;
  } catch {
    throw badCursor();
  }
  throw badCursor();
};
