export * from './errors.js';
export { openEventStoreDb, type EventStoreDbSettings } from './eventstoredb/eventstoredb.store.js';
export * from './execute.js';
export * from './port.js';
export { installPostgresEventStore, type InstallOptions } from './postgres/install.js';
export { openPostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres.event-store.js';
