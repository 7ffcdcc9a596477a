import type { Server } from 'node:http';
import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import {
  checkDocument,
  createBudget,
  fragmentsOf,
  limits,
  maskError,
  type GraphQLContext,
} from '@alongside/graphql-kit';
import { credentialsOfConnection, type Authentication } from '@alongside/identity';
import { traceOf } from './logging.js';

/** What one gateway, one connection and one person may hold open. */
export const subscriptionLimits = {
  /** Of one gateway, from all together. */
  connections: 2_000,
  aConnection: 10,
  aPerson: 20,
  /** That one person may ask for in a minute, whatever becomes of them. */
  askedAMinute: 120,
  /** In which somebody who connects must say who they are. */
  introductionMs: 5_000,
} as const;

export interface SubscriptionParts {
  readonly schema: GraphQLSchema;
  readonly authentication: Authentication;
  readonly production: boolean;
  readonly log: Logger;
}

/** Who connected, and what they have open: rights are looked at again by each subscription, this only counts. */
interface Listener {
  readonly subject: string;
  /** By what was asked: an id may be used again. */
  readonly open: Map<object, string>;
}

const badRequest = (message: string, code = 'BAD_USER_INPUT'): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/**
 * Serves subscriptions, and nothing else, over WebSockets at `/graphql` by the protocol `graphql-transport-ws`. Whoever
 * connects says who they are in the connection's parameters; each subscription is held to the same limits as a query.
 */
export const serveSubscriptions = (
  server: Server,
  { schema, authentication, production, log }: SubscriptionParts,
): (() => Promise<void>) => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.maxBodyBytes });
  const listeners = new WeakMap<object, Listener>();
  const open = new Map<string, number>();
  const budget = createBudget(subscriptionLimits.askedAMinute);
  const rules = production ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;

  const count = (subject: string, change: 1 | -1): void => {
    const now = (open.get(subject) ?? 0) + change;
    if (now > 0) open.set(subject, now);
    else open.delete(subject);
  };
  const forget = (connection: object, asked: object): void => {
    const listener = listeners.get(connection);
    if (listener?.open.delete(asked)) count(listener.subject, -1);
  };
  const admit = ({ subject, open: own }: Listener, id: string): void => {
    if (
      !budget.spend(subject, 1) ||
      own.size >= subscriptionLimits.aConnection ||
      (open.get(subject) ?? 0) >= subscriptionLimits.aPerson
    )
      throw badRequest('You have many subscriptions open, or ask for many. Close one first.', 'RATE_LIMITED');
    // Two of one id would both go on, and only one of them could be stopped.
    if ([...own.values()].includes(id))
      throw badRequest('A subscription of this id is open, or closing. Choose another id.');
  };

  const masked = (error: GraphQLError): GraphQLFormattedError => {
    const { formatted, reference, cause } = maskError(error.toJSON(), error);
    if (reference) log.error({ reference, error: traceOf(cause) }, 'an error was masked');
    return formatted;
  };

  const documentOf = (payload: SubscribePayload): ExecutionArgs => {
    const document = parse(payload.query, { maxTokens: limits.maxTokens });
    const operation = getOperationAST(document, payload.operationName);
    if (operation?.operation !== 'subscription')
      throw badRequest('Only subscriptions run over a WebSocket. Send queries and mutations over HTTP.');
    const [fault] = validate(schema, document, rules);
    if (fault)
      throw new GraphQLError(fault.message.replace(/ ?Did you mean (.+?)\?$/, ''), {
        nodes: fault.nodes ?? null,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    checkDocument({ operation, fragments: fragmentsOf(document) }, () => 1);
    return {
      schema,
      document,
      ...(payload.operationName ? { operationName: payload.operationName } : {}),
      variableValues: payload.variables ?? {},
    };
  };

  const ending = useServer(
    {
      schema,
      // What fails unforeseen closes the connection without its words.
      isProd: true,
      connectionInitWaitTimeout: subscriptionLimits.introductionMs,
      onConnect: async (connection) => {
        const acting = await authentication.again(credentialsOfConnection(connection)).catch(() => null);
        if (!acting) return false;
        listeners.set(connection, { subject: acting.actor.id, open: new Map() });
        return true;
      },
      onSubscribe: (connection, id, payload) => {
        const listener = listeners.get(connection)!;
        try {
          admit(listener, id);
          const asked = documentOf(payload);
          listener.open.set(payload, id);
          count(listener.subject, 1);
          const context: GraphQLContext = {
            req: { ...connection, headers: {} } as unknown as GraphQLContext['req'],
            reads: new Set(),
          };
          return { ...asked, contextValue: context };
        } catch (error) {
          if (error instanceof GraphQLError) return [spoken(error)];
          throw error;
        }
      },
      onNext: (_, __, ___, ____, { errors, data }) =>
        errors ? { data: data ?? null, errors: errors.map(masked) } : undefined,
      onError: (connection, _, asked, errors) => {
        forget(connection, asked);
        return errors.map((error) => masked(error as GraphQLError));
      },
      onComplete: (connection, _, asked) => forget(connection, asked),
      onClose: (connection) => {
        for (const asked of [...(listeners.get(connection)?.open.keys() ?? [])]) forget(connection, asked);
      },
    },
    sockets,
  );

  server.on('upgrade', (request, socket, head) => {
    // From here on nobody else hears of it where whoever asked breaks off.
    socket.on('error', () => socket.destroy());
    const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
    const path = (request.url ?? '').split('?')[0];
    if (path !== '/graphql' || !protocols.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL)) {
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      return;
    }
    if (sockets.clients.size >= subscriptionLimits.connections) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\nretry-after: 10\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
  });
  return async () => {
    await ending.dispose();
    sockets.close();
  };
};

/** What the parser says is the caller's own fault, and has no code of its own. */
const spoken = (error: GraphQLError): GraphQLError =>
  error.extensions['code'] === undefined
    ? new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })
    : error;
