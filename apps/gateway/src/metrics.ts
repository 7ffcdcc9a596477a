import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Standing } from '@alongside/graphql-kit';

/** Counters of one gateway process, in Prometheus's text format. */
export const createMetrics = (standing: () => Promise<Standing>) => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'alongside_' });
  const operations = new Histogram({
    name: 'alongside_graphql_operation_seconds',
    help: 'Time to answer a GraphQL operation.',
    labelNames: ['kind', 'outcome'] as const,
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const errors = new Counter({
    name: 'alongside_graphql_errors_total',
    help: 'Errors answered, by stable code.',
    labelNames: ['code'] as const,
    registers,
  });
  new Gauge({
    name: 'alongside_projection_lag_seconds',
    help: 'By how much the read models may be behind the log.',
    registers,
    collect: async function () {
      this.set((await standing()).behindSeconds);
    },
  });
  new Gauge({
    name: 'alongside_projection_parked_streams',
    help: 'Streams that a projection waits with because it cannot apply one of their events.',
    labelNames: ['projection'] as const,
    registers,
    collect: async function () {
      this.reset();
      for (const [projection, streams] of Object.entries((await standing()).parkedStreams))
        this.set({ projection }, streams);
    },
  });
  return { operations, errors, contentType: registry.contentType, text: () => registry.metrics() };
};

export type Metrics = ReturnType<typeof createMetrics>;
