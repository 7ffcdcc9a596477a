import { hostname } from 'node:os';
import { BEGINNING, type EventCodec, type EventStore, type Position } from '@alongside/event-store';
import type { ClientBase } from 'pg';
import type { AnyProjection } from '../projection.js';
import { rebuildInto } from '../rebuild/rebuild.js';
import { readFeed, takeOver, type Feed } from '../runtime/feed.js';
import { SUPERSEDED } from '../runtime/install-runtime.js';
import { readParked, type Park, type Parked } from '../runtime/parked.js';
import { forgetOthers, startEmpty } from '../runtime/known-projections.js';
import { codeOf } from '../sql/failures.js';
import { tableFaults } from '../sql/table-faults.js';
import { tableOf } from '../sql/table.js';
import { applyBatch } from './apply-batch.js';
import type { Target } from './apply-carefully.js';
import { silent, type Logger } from './logger.js';
import { preparing } from './prepared-event.js';
import { readAhead } from './read-ahead.js';
import { inSessions } from './session.js';

export interface ProjectionsOptions {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly projections: readonly AnyProjection[];
  /** As the projector role. */
  readonly databaseUrl: string;
  readonly signal: AbortSignal;
  readonly logger?: Logger;
  readonly onProgress?: (status: RunnerStatus) => void;
}

export interface RunnerStatus {
  /** Whether this process runs the projections now; another may. */
  readonly owner: boolean;
  readonly position: Position;
  /** Events applied by this process since it started. */
  readonly events: number;
  readonly caughtUp: boolean;
  /** Streams that some projection waits with. */
  readonly parked: number;
  /** Why nothing moves at the moment. */
  readonly fault?: string;
}

export interface ProjectionsRunner {
  readonly status: () => RunnerStatus;
  /** Settles once stopped by the signal, with nothing left half done. */
  readonly finished: Promise<void>;
}

/** Events in one transaction, at most. */
const BATCH = 5_000;
/** Any number that nothing else in the database uses as an advisory lock. */
const RUNNING_PROJECTIONS = 4_032_011;

/**
 * Keeps the read models in step with the log until stopped. Of all processes that do so one works and the others stand
 * by. Rows and the place in the log are written in one transaction, so each event is taken exactly once. An event that
 * a projection or PostgreSQL refuses parks its stream for that projection alone. A projection that is new or has a new
 * version is built from the whole log first. Failures of the store or the database are waited out.
 */
export const runProjections = (options: ProjectionsOptions): ProjectionsRunner => {
  const { projections, databaseUrl, signal, logger = silent, onProgress } = options;
  assertDistinct(projections);
  let status: RunnerStatus = { owner: false, position: BEGINNING, events: 0, caughtUp: false, parked: 0 };
  const tell = (change: Partial<RunnerStatus>): void => {
    const { fault: _, ...rest } = { ...status, ...change };
    status = change.fault === undefined ? rest : { ...rest, fault: change.fault };
    onProgress?.(status);
  };
  const finished = inSessions(
    {
      databaseUrl,
      name: 'alongside projections',
      lock: RUNNING_PROJECTIONS,
      signal,
      logger,
      onFault: (fault) => tell(fault === undefined ? { owner: true } : { owner: false, fault }),
    },
    (client, session) => own(client, session, { ...options, logger }, tell, () => status),
  ).finally(() => tell({ owner: false }));
  return { status: () => status, finished };
};

type Tell = (change: Partial<RunnerStatus>) => void;

const own = async (
  client: ClientBase,
  signal: AbortSignal,
  options: ProjectionsOptions & { readonly logger: Logger },
  tell: Tell,
  status: () => RunnerStatus,
): Promise<void> => {
  const { projections, logger } = options;
  const faults = await tableFaults(client, projections);
  if (faults.length > 0)
    throw new Error(`Tables and projections differ. Run the migrations. ${faults.join('; ')}`);
  const taken = await takeOver(client, `${hostname()}:${process.pid}`);
  await buildChanged(client, signal, options, taken);
  const targets = projections.map((projection): Target => ({ projection, table: tableOf(projection) }));
  let feed: Feed = { ...(await readFeed(client)), epoch: taken.epoch };
  while (!signal.aborted) {
    const parked = await readParked(client);
    tell({ owner: true, position: feed.position, parked: countParked(parked) });
    try {
      await follow(client, signal, options, targets, feed, parked, (change) =>
        tell({ ...change, events: status().events + (change.events ?? 0) }),
      );
    } catch (error) {
      if (codeOf(error) !== SUPERSEDED) throw error;
      const now = await readFeed(client);
      if (now.epoch !== taken.epoch) throw error;
      logger.info('Projections were rebuilt elsewhere; going on from there', { position: now.position });
      feed = now;
    }
  }
};

const follow = async (
  client: ClientBase,
  signal: AbortSignal,
  { store, codec, projections, logger }: ProjectionsOptions & { readonly logger: Logger },
  targets: readonly Target[],
  start: Feed,
  parked: Parked,
  tell: Tell,
): Promise<void> => {
  const prepare = preparing(codec, projections);
  const reader = readAhead(store.subscribe({ after: start.position, signal }), 2 * BATCH);
  try {
    for (let feed = start; !signal.aborted;) {
      const events = await reader.take(BATCH);
      if (events === undefined) {
        if (signal.aborted) return;
        throw new Error('the log ended its feed');
      }
      const applied = await applyBatch(client, targets, await prepare(events), feed, parked);
      feed = applied.feed;
      for (const park of applied.parks) warnOf(logger, park);
      tell({
        position: feed.position,
        events: events.length,
        caughtUp: reader.caughtUp(),
        parked: countParked(parked),
      });
    }
  } finally {
    reader.close();
  }
};

const warnOf = (logger: Logger, { projection, stream, event_id, event_type, error }: Park): void =>
  logger.warn(`${projection} cannot apply an event and waits with its stream`, {
    stream,
    event_id,
    event_type,
    error,
  });

const countParked = (parked: Parked): number =>
  [...parked.values()].reduce((sum, streams) => sum + streams.size, 0);

/** Builds what is new or has changed up to where the others are; at the beginning of the log there is nothing to build. */
const buildChanged = async (
  client: ClientBase,
  signal: AbortSignal,
  options: ProjectionsOptions & { readonly logger: Logger },
  feed: Feed,
): Promise<void> => {
  const known = await forgetOthers(client, options.projections);
  const changed = options.projections.filter(({ name, version }) => known.get(name) !== version);
  if (changed.length === 0) return;
  if (feed.position === BEGINNING) return startEmpty(client, changed);
  options.logger.info('Building projections that are new or have changed', {
    projections: changed.map(({ name }) => name),
  });
  const { store, codec } = options;
  await rebuildInto(client, { store, codec, projections: changed, signal });
};

const assertDistinct = (projections: readonly AnyProjection[]): void => {
  for (const field of ['name', 'table'] as const) {
    const values = projections.map((projection) => projection[field]);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined) throw new Error(`Two projections have the ${field} ${twice}`);
  }
};
