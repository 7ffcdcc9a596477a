import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Counters of one gateway process, in Prometheus's text format. */
export const createMetrics = (lag: () => Promise<Readonly<Record<string, number>>>) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'alongside_' });
  const operations = new Histogram({
    name: 'alongside_graphql_operation_seconds',
    help: 'Time to answer a GraphQL operation.',
    labelNames: ['kind', 'outcome'] as const,
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const errors = new Counter({
    name: 'alongside_graphql_errors_total',
    help: 'Errors answered, by stable code.',
    labelNames: ['code'] as const,
    registers: [registry],
  });
  const behind = new Gauge({
    name: 'alongside_projection_lag_seconds',
    help: 'How far each projection is behind the log.',
    labelNames: ['projection'] as const,
    registers: [registry],
    collect: async () => {
      for (const [projection, seconds] of Object.entries(await lag())) behind.set({ projection }, seconds);
    },
  });
  return { operations, errors, contentType: registry.contentType, text: () => registry.metrics() };
};

export type Metrics = ReturnType<typeof createMetrics>;
