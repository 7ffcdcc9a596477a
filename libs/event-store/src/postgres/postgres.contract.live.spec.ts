import { afterAll, beforeAll } from '@jest/globals';
import { installPostgresEventStore, openPostgresEventStore } from '@alongside/event-store';
import { describeEventStore } from '@alongside/event-store/testing';
import { stopOwnServer, testDatabase, type TestDatabase } from '@alongside/postgres/testing';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await installPostgresEventStore(database.ownerUrl, { writers: ['alongside_gateway'] });
}, 60_000);

afterAll(async () => {
  await database.drop();
  await stopOwnServer();
}, 60_000);

describeEventStore('PostgreSQL', async () => {
  const open = () => openPostgresEventStore({ connectionString: database.gatewayUrl });
  const store = await open();
  return { store, close: () => store.close(), second: open };
});
