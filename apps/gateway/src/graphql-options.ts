import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import {
  classesPlugin,
  createBudget,
  describeInputs,
  limits,
  limitsPlugin,
  maskError,
  stalenessPlugin,
  statusPlugin,
  type GraphQLContext,
  type Standing,
} from '@alongside/graphql-kit';
import { ofOperation, SignInRequired, type Authentication } from '@alongside/identity';
import type { GatewayOptions } from './gateway-parts.js';
import { traceOf } from './logging.js';
import type { Metrics } from './metrics.js';

const measured = (metrics: Metrics, log: Logger): ApolloServerPlugin<GraphQLContext> => ({
  requestDidStart: async () => {
    const stop = metrics.operations.startTimer();
    return {
      willSendResponse: async ({ operation, errors }) => {
        stop({ kind: operation?.operation ?? 'none', outcome: errors?.length ? 'errors' : 'answered' });
      },
    };
  },
  unexpectedErrorProcessingRequest: async ({ error }) => {
    log.error({ error: traceOf(error) }, 'an operation failed before it ran');
  },
});

/** Apollo says nothing itself: what it would say quotes messages of errors. */
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Whoever is not known yet pays for themselves too: nobody else keeps them from accepting an invitation. */
const subjectBy =
  (authentication: Authentication) =>
  async (context: GraphQLContext): Promise<string> => {
    try {
      const acting = await authentication.ofOperation(context);
      if (acting) return acting.actor.id;
      const by = await authentication.signedInBy(ofOperation(context));
      return by ? `${by.issuer} ${by.subject}` : 'nobody';
    } catch (error) {
      if (!(error instanceof SignInRequired)) throw error;
      throw new GraphQLError(error.message, { extensions: error.extensions });
    }
  };

export interface GraphQLParts {
  readonly authentication: Authentication;
  readonly standing: () => Promise<Standing>;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** Apollo as the gateway runs it: limits held before anything runs, errors masked, nothing said that helps a guess. */
export const graphqlOptions = (
  {
    production,
    pointsPerMinute = limits.pointsPerMinute,
  }: Pick<GatewayOptions, 'production' | 'pointsPerMinute'>,
  { authentication, standing, metrics, log }: GraphQLParts,
): ApolloDriverConfig => ({
  driver: ApolloDriver,
  autoSchemaFile: true,
  sortSchema: true,
  transformSchema: describeInputs,
  path: '/graphql',
  graphiql: false,
  introspection: !production,
  includeStacktraceInErrorResponses: false,
  hideSchemaDetailsFromClientErrors: true,
  csrfPrevention: true,
  persistedQueries: false,
  autoTransformHttpErrors: false,
  stopOnTerminationSignals: false,
  logger: silent,
  parseOptions: { maxTokens: limits.maxTokens },
  context: (req: GraphQLContext['req']): GraphQLContext => ({ req, reads: new Set() }),
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    limitsPlugin(createBudget(pointsPerMinute), subjectBy(authentication)),
    classesPlugin(async (context) => (await authentication.ofOperation(context))?.actor.limits?.classes),
    stalenessPlugin(standing),
    statusPlugin(),
    measured(metrics, log),
  ],
  formatError: (formatted: GraphQLFormattedError, error: unknown) => {
    const masked = maskError(formatted, error);
    metrics.errors.inc({ code: String(masked.formatted.extensions?.['code'] ?? 'NONE') });
    if (masked.reference)
      log.error({ reference: masked.reference, error: traceOf(masked.cause) }, 'an error was masked');
    return masked.formatted;
  },
});
