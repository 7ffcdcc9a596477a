import { describe, expect, it } from '@jest/globals';
import { ConfigurationFault, readConfiguration } from './configuration.js';

describe('reading the configuration', () => {
  it('needs nothing set to run on embedded parts', () => {
    expect(readConfiguration({})).toMatchObject({
      port: 4000,
      realmPort: 4080,
      postgresPort: 4032,
      database: undefined,
    });
  });
  it('names every variable that is wrong in one message', () => {
    const read = () =>
      readConfiguration({ PORT: 'http', DATABASE_URL: 'mysql://x', ALONGSIDE_MASTER_KEY: 'short' });
    expect(read).toThrow(ConfigurationFault);
    for (const name of ['PORT', 'DATABASE_URL', 'ALONGSIDE_MASTER_KEY']) expect(read).toThrow(name);
  });
  it('takes all three database URLs or none', () => {
    expect(() => readConfiguration({ DATABASE_URL: 'postgresql://gateway@db/alongside' })).toThrow(
      'DATABASE_OWNER_URL',
    );
  });
  it('takes a variable set to nothing as not set', () => {
    expect(readConfiguration({ EVENTSTORE_URL: '', PORT: '' })).toMatchObject({
      port: 4000,
      eventStoreUrl: undefined,
    });
  });
});
