import type { ExecutionContext } from '@nestjs/common';
import { isUuid, type Uuid } from '@alongside/kernel';
import type { Carrier } from './acting.js';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Asking extends Carrier {
  readonly headers?: Headers;
  /** Of a GraphQL operation. */
  readonly req?: Asking;
  readonly request?: Asking;
  /** Of an operation over a WebSocket. */
  readonly connectionParams?: Readonly<Record<string, unknown>>;
  readonly extra?: { readonly request?: Asking };
}

/** What a call brings with it to say who calls. */
export interface Credentials {
  /** The `Authorization` that came with it; null where none did. */
  readonly authorization: string | null;
  /** The break-glass under which it is made, by the `Break-Glass` header; null where it names none. */
  readonly brokenGlass: Uuid | null;
  /** One for each call: what is found out about the caller is kept for as long as it lives. */
  readonly call: object;
  /** Where who acts is left for others. */
  readonly carriers: readonly Carrier[];
}

/** The credentials of an HTTP request, as Fastify has it. */
export const ofRequest = (request: object): Credentials => ({
  authorization: authorizationIn((request as Asking).headers),
  brokenGlass: brokenGlassIn((request as Asking).headers),
  call: request,
  carriers: [request as Carrier],
});

/**
 * The credentials of a GraphQL operation. Over HTTP all its fields are one call. Over a WebSocket each operation is,
 * because the connection outlives tokens; its token comes in the connection's parameters.
 */
export const ofOperation = (context: object): Credentials => {
  const operation = context as Asking;
  const request = operation.req ?? operation.request;
  const socket = [operation, request].find((one) => one?.connectionParams ?? one?.extra);
  const carriers = request ? [operation, request] : [operation];
  if (!socket)
    return {
      authorization: authorizationIn(request?.headers),
      brokenGlass: brokenGlassIn(request?.headers),
      call: request ?? operation,
      carriers,
    };
  const { connectionParams, extra } = socket;
  return {
    authorization: authorizationIn(connectionParams as Headers) ?? authorizationIn(extra?.request?.headers),
    brokenGlass: null,
    call: operation,
    carriers,
  };
};

/** The credentials that somebody connected with over a WebSocket. */
export const credentialsOfConnection = (connection: object): Credentials => ofOperation({ req: connection });

/** The credentials of whatever a guard is asked about; undefined where it knows no such kind of call. */
export const credentialsOf = (context: ExecutionContext): Credentials | undefined => {
  switch (context.getType<string>()) {
    case 'http':
      return ofRequest(context.switchToHttp().getRequest<object>());
    case 'graphql':
      return ofOperation(context.getArgByIndex<object>(2));
    default:
      return undefined;
  }
};

/** What is no id names nothing that could be open. */
const NOTHING: Uuid = '00000000-0000-0000-0000-000000000000';

const brokenGlassIn = (headers: Headers = {}): Uuid | null => {
  const given = headers['break-glass'];
  if (given === undefined) return null;
  return isUuid(given) ? given : NOTHING;
};

const authorizationIn = (headers: Headers = {}): string | null => {
  const given = headers['authorization'] ?? headers['Authorization'];
  if (given === undefined || given === null) return null;
  return typeof given === 'string' ? given : '';
};
