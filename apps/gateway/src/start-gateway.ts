import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { limits } from '@alongside/graphql-kit';
import { Authentication } from '@alongside/identity';
import { isUuid } from '@alongside/kernel';
import type { GatewayOptions, GatewayParts } from './gateway-parts.js';
import { GatewayModule } from './gateway.module.js';
import { createLogger, nestLogger } from './logging.js';
import { createMetrics } from './metrics.js';
import { addPlainRoutes } from './plain-routes.js';
import { serveSubscriptions } from './subscriptions.js';

export interface RunningGateway {
  readonly url: string;
  /** Takes nothing new, finishes what is on its way, then answers. */
  readonly close: () => Promise<void>;
}

/** A port that another program holds. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** Of every answer. What may be kept says so itself. */
const commonHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const addCorrelation = (server: FastifyInstance, log: ReturnType<typeof createLogger>): void => {
  server.decorateRequest('correlation', '');
  server.addHook('onRequest', async (request, reply) => {
    const given = request.headers['x-correlation-id'];
    const correlation = isUuid(given) ? given : randomUUID();
    (request as unknown as { correlation: string }).correlation = correlation;
    reply.headers({ ...commonHeaders, 'x-correlation-id': correlation });
  });
  server.addHook('onResponse', async (request, reply) => {
    const { correlation } = request as unknown as { correlation: string };
    const route = request.routeOptions.url ?? 'none';
    log.info({
      correlation,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
};

/**
 * Serves the graph, health, metrics and the page at `/` on one port.
 * @throws PortTaken, naming the port and the variable that moves it
 */
export const startGateway = async (parts: GatewayParts, options: GatewayOptions): Promise<RunningGateway> => {
  const log = createLogger(options.logLevel, options.logTo);
  const metrics = createMetrics(parts.standing);
  const adapter = new FastifyAdapter({
    bodyLimit: limits.maxBodyBytes,
    requestTimeout: limits.deadlineMs,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.of(parts, options, metrics, log),
    adapter,
    { logger: nestLogger(log), abortOnError: false },
  );
  const server = adapter.getInstance() as unknown as FastifyInstance;
  addCorrelation(server, log);
  const stop = endingConnections(server);
  await addPlainRoutes(server, parts, metrics);
  await app.init();
  const stopSubscriptions = serveSubscriptions(server.server, {
    schema: app.get(GraphQLSchemaHost, { strict: false }).schema,
    authentication: app.get(Authentication, { strict: false }),
    production: options.production,
    log,
  });
  try {
    await app.listen(options.port, options.host ?? '127.0.0.1');
  } catch (error) {
    await stopSubscriptions();
    await app.close().catch(() => undefined);
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new PortTaken(
        `Port ${options.port} is taken by another program. Stop it, or set PORT to a free one.`,
      );
    throw error;
  }
  const address = server.server.address();
  const port = address && typeof address === 'object' ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      stop();
      await stopSubscriptions();
      await app.close();
    },
  };
};

/** Once told to stop, every answer ends its connection: the server waits for those that stay open. */
const endingConnections = (server: FastifyInstance): (() => void) => {
  let stopping = false;
  server.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  return () => (stopping = true);
};
