import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { Act } from '@alongside/application';
import type { SignedInBy } from '@alongside/identity';
import { isUuid, uuid5 } from '@alongside/kernel';
import { shapeOf } from './document-shape.js';

/** What the gateway puts on every request before a resolver runs. */
export interface ActingRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Set by the guard. */
  readonly acting?: Pick<Act, 'actor' | 'scope'>;
  /** Set by the guard where newcomers are let in. */
  readonly signedInBy?: SignedInBy;
  readonly correlation?: string;
}

/** One for each operation. */
export interface GraphQLContext {
  readonly req: ActingRequest;
  /** The projections that its resolvers have declared by `@Reads` so far. */
  readonly reads: Set<string>;
}

const MAX_KEY_LENGTH = 200;

/** Two people who choose the same words for a key have not given the same command. */
const idempotencyKey = (
  { headers, acting }: ActingRequest,
  { operation, fragments }: GraphQLResolveInfo,
): string | undefined => {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || key === '' || operation.operation !== 'mutation') return undefined;
  if (shapeOf(operation.selectionSet, fragments).rootFields > 1)
    throw new GraphQLError(
      'Idempotency-Key serves a document with one mutation. Give each input its own commandId instead.',
      { extensions: { code: 'BAD_USER_INPUT' } },
    );
  if (key.length > MAX_KEY_LENGTH)
    throw new GraphQLError(`Idempotency-Key must have at most ${MAX_KEY_LENGTH} characters.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  return isUuid(key) ? key : uuid5(`idempotency-key:${acting?.actor.id}:${key}`);
};

/** The header goes into the record as it is, so it must be nothing else. Source: W3C Trace Context, version 00. */
const isTraceparent = (header: unknown): header is string =>
  typeof header === 'string' && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(header);

type Call = Omit<Act, 'actor' | 'scope'>;

const callOf = (gql: GqlExecutionContext): Call => {
  const { req } = gql.getContext<GraphQLContext>();
  const { input } = gql.getArgs<{ input?: { commandId?: string } }>();
  const info = gql.getInfo<GraphQLResolveInfo>();
  const commandId = input?.commandId ?? idempotencyKey(req, info) ?? randomUUID();
  const { traceparent } = req.headers;
  return {
    commandId,
    operation: info.fieldName,
    correlation: req.correlation ?? commandId,
    ...(isTraceparent(traceparent) ? { traceparent } : {}),
  };
};

/** The request as an `Act`: for resolvers that a guard has let through. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Act => {
  const gql = GqlExecutionContext.create(context);
  const { acting } = gql.getContext<GraphQLContext>().req;
  if (!acting) throw new Error('A resolver asked who acts where no guard had said so.');
  return { ...acting, ...callOf(gql) };
});

/** The request of somebody who has signed in, known or not: for resolvers of the rule `newcomer`. */
export const SigningIn = createParamDecorator(
  (_: unknown, context: ExecutionContext): Call & { readonly signedInBy: SignedInBy } => {
    const gql = GqlExecutionContext.create(context);
    const { signedInBy } = gql.getContext<GraphQLContext>().req;
    if (!signedInBy) throw new Error('A resolver asked who signed in where no guard had said so.');
    return { signedInBy, ...callOf(gql) };
  },
);
