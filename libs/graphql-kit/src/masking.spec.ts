import { describe, expect, it } from '@jest/globals';
import { GraphQLError, Kind, parse, type FieldNode } from 'graphql';
import { CommandIdReused, OutcomeUnknown } from '@alongside/event-store';
import { maskError } from './masking.js';

const SECRET = 'Key (email)=(ana@example.org) already exists';
const masked = (cause: Error, code = 'INTERNAL_SERVER_ERROR') =>
  maskError(
    { message: cause.message, path: ['people'], extensions: { code, stacktrace: ['at x'], hint: SECRET } },
    new GraphQLError(cause.message, { path: ['people'], originalError: cause }),
  );

describe('an error as the caller sees it', () => {
  it('hides what it was, under a reference that the log knows too', () => {
    const { formatted, reference, cause } = masked(new Error(SECRET));
    expect(JSON.stringify(formatted)).not.toContain('ana@');
    expect(formatted).toEqual({
      message: expect.stringContaining(reference!),
      path: ['people'],
      extensions: { code: 'INTERNAL', reference },
    });
    expect((cause as Error).message).toBe(SECRET);
  });
  it('has a reference of its own each time', () => {
    expect(masked(new Error('x')).reference).not.toBe(masked(new Error('x')).reference);
  });
  it('says failures of the record in words for the caller', () => {
    expect(masked(new CommandIdReused(SECRET)).formatted.extensions).toEqual({ code: 'COMMAND_ID_REUSED' });
    expect(masked(new OutcomeUnknown(SECRET)).formatted.message).toContain('same command id');
  });
  it.each([
    ['a server that refuses connections', { code: 'ECONNREFUSED' }],
    ['a server that shuts down', { code: '57P01' }],
    ['a statement that ran too long', { code: '57014' }],
  ])('says that it cannot be answered now for %s', (_, given) => {
    const { formatted, reference } = masked(Object.assign(new Error(SECRET), given));
    expect(formatted.extensions).toEqual({ code: 'UNAVAILABLE' });
    expect([formatted.message.includes('ana@'), reference]).toEqual([false, undefined]);
  });
  it('lets a message through that was written for the caller, and nothing beside it', () => {
    const { formatted } = masked(new Error('`first` must be from 1 to 100.'), 'BAD_USER_INPUT');
    expect(formatted).toEqual({
      message: '`first` must be from 1 to 100.',
      path: ['people'],
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  describe('of a value that the database cannot read', () => {
    const fieldOf = (text: string): FieldNode => {
      const [definition] = parse(text).definitions;
      return definition?.kind === Kind.OPERATION_DEFINITION
        ? (definition.selectionSet.selections[0] as FieldNode)
        : (undefined as never);
    };
    const said = (field: string, fault: object) => {
      const originalError = Object.assign(new Error(SECRET), fault);
      const { formatted } = maskError(
        { message: SECRET, extensions: { code: 'INTERNAL_SERVER_ERROR' } },
        new GraphQLError(SECRET, { nodes: fieldOf(field), originalError }),
      );
      return [formatted.extensions?.['code'], formatted.message.includes('ana@')];
    };
    it.each([
      [{ code: '22007' }],
      [{ code: '22P02' }],
      [{ code: 'P2007' }],
      [{ name: 'PrismaClientValidationError' }],
    ])('names the cursor where one was given: %j', (fault) => {
      expect(said('{ people(first: 1, after: "x") { nodes { personId } } }', fault)).toEqual([
        'BAD_USER_INPUT',
        false,
      ]);
    });
    it('stays hidden where none was', () => {
      expect(said('{ people(first: 1) { nodes { personId } } }', { code: '22007' })).toEqual([
        'INTERNAL',
        false,
      ]);
    });
  });
});
