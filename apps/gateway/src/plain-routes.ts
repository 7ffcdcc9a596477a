import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { addClientKeys } from './client-keys.route.js';
import type { GatewayParts } from './gateway-parts.js';
import type { Metrics } from './metrics.js';

const require = createRequire(import.meta.url);
const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));

const contentSecurityPolicy = (issuer: string): string =>
  [
    "default-src 'self'",
    // GraphiQL writes its own styles.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self' ${new URL(issuer).origin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/**
 * What the gateway answers beside the graph: health, metrics, the page at `/`, and the public keys of integration clients.
 * Nothing else of the record can be read here.
 */
export const addPlainRoutes = async (
  server: FastifyInstance,
  { health, signIn, clientKeys }: GatewayParts,
  metrics: Metrics,
): Promise<void> => {
  server.get('/livez', () => ({ alive: true }));
  server.get('/readyz', async (_, reply) => {
    const { ready, noted } = await health();
    const ok = ready.every((part) => part.ok);
    return reply.code(ok ? 200 : 503).send({ ready: ok, parts: [...ready, ...noted] });
  });
  server.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  server.get('/configuration.json', () => signIn);
  addClientKeys(server, clientKeys);

  const policy = contentSecurityPolicy(signIn.issuer);
  const setHeaders = (response: { setHeader: (name: string, value: string) => unknown }): void => {
    response.setHeader('Content-Security-Policy', policy);
  };
  await server.register(fastifyStatic, {
    root: fileURLToPath(new URL('../public', import.meta.url)),
    prefix: '/',
    setHeaders,
  });
  const libraries: readonly (readonly [string, string, string])[] = [
    ['react', 'umd', 'react.production.min.js'],
    ['react-dom', 'umd', 'react-dom.production.min.js'],
    ['graphiql', '', 'graphiql.min.js'],
    ['graphiql', '', 'graphiql.min.css'],
  ];
  for (const [name, folder, file] of libraries)
    server.get(`/library/${file}`, (_, reply) => reply.sendFile(file, join(packageFolder(name), folder)));
};
