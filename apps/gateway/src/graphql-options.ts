import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLError, NoSchemaIntrospectionCustomRule, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { createBudget, limits, limitsPlugin, maskError, type GraphQLContext } from '@alongside/graphql-kit';
import { SignInRequired, type Authentication } from '@alongside/identity';
import type { Metrics } from './metrics.js';

const measured = (metrics: Metrics): ApolloServerPlugin<GraphQLContext> => ({
  requestDidStart: async () => {
    const stop = metrics.operations.startTimer();
    return {
      willSendResponse: async ({ operation, errors }) => {
        stop({ kind: operation?.operation ?? 'none', outcome: errors?.length ? 'errors' : 'answered' });
      },
    };
  },
});

const subjectBy =
  (authentication: Authentication) =>
  async (context: GraphQLContext): Promise<string> => {
    try {
      return (await authentication.ofOperation(context))?.actor.id ?? 'nobody';
    } catch (error) {
      if (!(error instanceof SignInRequired)) throw error;
      throw new GraphQLError(error.message, {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      });
    }
  };

/** Apollo as the gateway runs it: limits held before anything runs, errors masked, nothing said that helps a guess. */
export const graphqlOptions = (
  { production, pointsPerMinute = limits.pointsPerMinute }: { production: boolean; pointsPerMinute?: number },
  authentication: Authentication,
  metrics: Metrics,
  log: Logger,
): ApolloDriverConfig => ({
  driver: ApolloDriver,
  autoSchemaFile: true,
  sortSchema: true,
  path: '/graphql',
  graphiql: false,
  introspection: !production,
  includeStacktraceInErrorResponses: false,
  hideSchemaDetailsFromClientErrors: true,
  csrfPrevention: true,
  autoTransformHttpErrors: false,
  stopOnTerminationSignals: false,
  parseOptions: { maxTokens: limits.maxTokens },
  ...(production ? { validationRules: [NoSchemaIntrospectionCustomRule] } : {}),
  context: (req: GraphQLContext['req']): GraphQLContext => ({ req }),
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    limitsPlugin(createBudget(pointsPerMinute), subjectBy(authentication)),
    measured(metrics),
  ],
  formatError: (formatted: GraphQLFormattedError, error: unknown) => {
    const masked = maskError(formatted, error);
    const code = String(masked.formatted.extensions?.['code'] ?? 'NONE');
    metrics.errors.inc({ code });
    if (masked.reference)
      log.error({ reference: masked.reference, error: nameAndStack(masked.cause) }, 'an error was masked');
    return masked.formatted;
  },
});

// Messages of errors may quote values; where one came from does not.
const nameAndStack = (cause: unknown): string =>
  cause instanceof Error
    ? `${cause.name}\n${(cause.stack ?? '')
        .split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .join('\n')}`
    : typeof cause;
