import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessLog, LoggedOpener } from '@alongside/access-log';
import { Commanding } from '@alongside/application';
import {
  installPostgresEventStore,
  openPostgresEventStore,
  type EventStore,
  type Writing,
} from '@alongside/event-store';
import { GATEWAY, openClient, PROJECTOR } from '@alongside/postgres';
import { createEventCodec, masterKeyOf, openFileKeyStore, type ValueOpener } from '@alongside/privacy';
import { runProjections, waitFor, type AnyProjection } from '@alongside/projections';
import { openReadModels, type ReadModels } from '@alongside/read-models';
import { readModelDatabase } from '@alongside/read-models/testing';
import { AdoptVersionHandler } from '../application/adopt-version/adopt-version.handler.js';
import { AlignClausesHandler } from '../application/align-clauses/align-clauses.handler.js';
import { ApplicableClausesHandler } from '../application/applicable-clauses/applicable-clauses.handler.js';
import { CurrentVersionHandler } from '../application/current-version/current-version.handler.js';
import { DecideVersionHandler } from '../application/decide-version/decide-version.handler.js';
import { DeclareDeviationHandler } from '../application/declare-deviation/declare-deviation.handler.js';
import { DraftVersionHandler } from '../application/draft-version/draft-version.handler.js';
import { FoundFrameworkHandler } from '../application/found-framework/found-framework.handler.js';
import { FrameworkLookup } from '../application/lookups/framework.lookup.js';
import { OnFrameworkHandler } from '../application/on-framework/on-framework.handler.js';
import { OnVersionHandler } from '../application/on-version/on-version.handler.js';
import { TakePartHandler } from '../application/take-part/take-part.handler.js';
import { frameworkCatalogue } from '../domain/index.js';
import { AdoptionReader } from '../graphql/adoption.reader.js';
import { ClauseReader } from '../graphql/clause.reader.js';
import { FrameworkReader } from '../graphql/framework.reader.js';
import { VersionReader } from '../graphql/version.reader.js';
import { frameworkProjections } from '../projections/index.js';
import { localityId, organisationId } from './samples.js';

/** Tables of other contexts that this one joins, with nothing that writes them. */
const tablesOfOthers: readonly AnyProjection[] = [
  { name: 'organisations', table: 'localities.organisation', access: { class: 'C0', everyone: true } },
  {
    name: 'organisation-names',
    table: 'localities.organisation_name',
    access: { class: 'C0', everyone: true },
  },
  { name: 'name-card', table: 'people.name_card', access: { class: 'C1', people: ['person_id'] } },
].map(
  (table) => ({ ...table, version: 1, columns: { person_id: 'uuid' }, key: [], on: {} }) as AnyProjection,
);

const partsOf = (
  writing: Writing & { readonly codec: ValueOpener },
  readModels: ReadModels,
  commanding: Commanding,
) => {
  const lookup = new FrameworkLookup(writing, readModels);
  return {
    found: new FoundFrameworkHandler(commanding),
    onFramework: new OnFrameworkHandler(commanding),
    align: new AlignClausesHandler(commanding, readModels),
    draft: new DraftVersionHandler(commanding, lookup),
    onVersion: new OnVersionHandler(commanding, lookup),
    takePart: new TakePartHandler(commanding, lookup),
    decide: new DecideVersionHandler(commanding, lookup),
    adopt: new AdoptVersionHandler(commanding, lookup),
    deviate: new DeclareDeviationHandler(commanding, lookup),
    applicable: new ApplicableClausesHandler(readModels),
    current: new CurrentVersionHandler(readModels),
    frameworks: new FrameworkReader(readModels, new LoggedOpener(new AccessLog(readModels), writing.codec)),
    versions: new VersionReader(readModels),
    clauses: new ClauseReader(readModels),
    adopting: new AdoptionReader(readModels),
  };
};

/** The context's handlers and readers over a real log and real read models, which are kept up to date. */
export interface OpenRecord {
  readonly parts: ReturnType<typeof partsOf>;
  readonly store: EventStore;
  readonly commanding: Commanding;
  /** Waits until the read models show all that was decided. @throws after ten seconds */
  readonly projected: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One partner organisation is in the locality of the samples, and nothing else is recorded. */
export const openRecord = async (): Promise<OpenRecord> => {
  const database = await readModelDatabase([...frameworkProjections, ...tablesOfOthers], {
    key: 'event_store',
    prepare: ({ ownerUrl }) => installPostgresEventStore(ownerUrl, { writers: [GATEWAY, PROJECTOR] }),
  });
  const folder = await mkdtemp(join(tmpdir(), 'framework-'));
  const master = masterKeyOf(Buffer.alloc(32, 7));
  const keys = await openFileKeyStore(join(folder, 'keys'), master);
  const hashKey = master.derive('commands');
  const codec = createEventCodec({ catalogues: [frameworkCatalogue as never], keys, hashKey });
  const store = await openPostgresEventStore({ connectionString: database.gatewayUrl });
  const readModels = openReadModels(database.gatewayUrl);
  const writing = { store, codec, clock: () => new Date().toISOString() };
  const commanding = new Commanding(writing);
  const projector = await openClient(database.projectorUrl, { name: 'spec' });
  await projector.query(
    `INSERT INTO localities.organisation (organisation_id, name, sector, registered_on, locality_ids, history)
     VALUES ($1, 'Sussex Partnership', 'nhsTrust', '2020-01-01', $2, '{}')`,
    [organisationId, [localityId]],
  );
  await projector.query(
    `INSERT INTO localities.organisation_name (event_id, effective_on, recorded_at, position, organisation_id, name)
     VALUES (gen_random_uuid(), '2020-01-01', '2020-01-01', '0', $1, 'Sussex Partnership')`,
    [organisationId],
  );
  await projector.end();
  const stop = new AbortController();
  const projecting = runProjections({
    store,
    codec,
    projections: frameworkProjections,
    databaseUrl: database.projectorUrl,
    signal: stop.signal,
  });
  const names = frameworkProjections.map(({ name }) => name);
  return {
    parts: partsOf(writing, readModels, commanding),
    store,
    commanding,
    projected: async () => {
      const reached = await waitFor(readModels.pool, names, await store.head(), 10_000);
      if (reached === 'behind') throw new Error('The read models did not get there within ten seconds.');
    },
    close: async () => {
      stop.abort();
      await projecting.finished;
      await readModels.close();
      await store.close();
      await keys.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
