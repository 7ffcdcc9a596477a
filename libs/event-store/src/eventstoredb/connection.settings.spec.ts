import { describe, expect, it } from '@jest/globals';
import { checkConnectionString } from './connection.settings.js';
import { openEventStoreDb } from './eventstoredb.store.js';

describe('a connection string', () => {
  it.each([
    'esdb://localhost:2113?tls=false',
    'esdb://127.0.0.1:2113',
    'esdb+discover://cluster.example:2113',
    'esdb://admin:a%40b@node1:2113,node2:2113,node3:2113?nodePreference=leader',
    'esdb://admin:secret@localhost:2113?tls=true&tlsCAFile=/etc/ca.crt',
    ' esdb://localhost:2113/?keepAliveInterval=10000 ',
  ])('is taken: %s', (url) => {
    expect(() => checkConnectionString(url)).not.toThrow();
  });
  it.each(['', 'localhost:2113', 'http://localhost:2113', 'postgres://a:b@c/d', 'esdb://'])(
    'is refused when it is none: %s',
    (url) => {
      expect(() => checkConnectionString(url)).toThrow(/not a connection string/);
    },
  );
  it.each([
    'esdb://admin:secret@localhost:2113?tls=false',
    'esdb+discover://admin:secret@localhost:2113?nodePreference=leader&TLS=false',
    'esdb://admin:secret@a:2113,b:2113?t-l_s=false',
  ])('is refused with credentials and without TLS, and its password not repeated', (url) => {
    expect(() => checkConnectionString(url)).toThrow(/without TLS/);
    expect(() => checkConnectionString(url)).not.toThrow(/secret/);
  });
  it.each(['throwOnAppendFailure', 'throw-on-append-failure', 'THROWONAPPENDFAILURE'])(
    'is refused when refused appends would not throw: %s',
    (name) => {
      expect(() => checkConnectionString(`esdb://localhost:2113?tls=false&${name}=false`)).toThrow(
        /Remove it/,
      );
    },
  );
  it.each([
    ['esdb://admin:secret@localhost:2113?tlsVerifyCert=false', /tlsCAFile/],
    ['esdb://admin:secret@localhost:2113?tlsVerify=false', /does not know: tlsverify/],
  ])('is refused where the client would print it: %s', (url, reason) => {
    expect(() => checkConnectionString(url)).toThrow(reason);
    expect(() => checkConnectionString(url)).not.toThrow(/secret/);
  });
});

describe('a connection string that the client cannot read', () => {
  it('is not repeated', () => {
    const open = (): unknown => openEventStoreDb({ connectionString: 'esdb://admin:secret@localhost:port' });
    expect(open).toThrow(/hosts, ports/);
    expect(open).not.toThrow(/secret/);
  });
});
