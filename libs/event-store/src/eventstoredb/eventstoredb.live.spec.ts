import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import {
  startEventStoreDbDouble,
  type EventStoreDbDouble,
} from '../../../../test/support/eventstoredb-double/eventstoredb.double.js';
import { describeEventStore, type OpenedStore } from '../testing/index.js';
import { openEventStoreDb } from './eventstoredb.store.js';

const opened = (connectionString: string): OpenedStore => {
  const store = openEventStoreDb({ connectionString });
  return { store, second: async () => openEventStoreDb({ connectionString }), close: () => store.close() };
};

describe('with the double', () => {
  let double: EventStoreDbDouble;
  beforeAll(async () => {
    double = await startEventStoreDbDouble();
  });
  afterAll(() => double.stop());

  describeEventStore('the double of EventStoreDB', async () => opened(double.connectionString));
});

const real = process.env['EVENTSTORE_URL'];
if (real) describeEventStore('a real EventStoreDB', async () => opened(real));

describe('the client of EventStoreDB', () => {
  it('is alone: another client with the same protobuf names would break it', () => {
    const { resolve } = createRequire(import.meta.url);
    expect(() => resolve('@eventstore/db-client')).not.toThrow();
    expect(() => resolve('@kurrent/kurrentdb-client')).toThrow(/Cannot find module/);
  });
});
