import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '@alongside/demonstration';
import { isUuid } from '@alongside/kernel';
import { openClient } from '@alongside/postgres';
import { eventually } from '../../../test/support/eventually.js';
import { startProgram, type Program } from '../../../test/support/program.js';

describe('beside the graph, the gateway', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
  }, 60_000);
  afterAll(() => program?.close());
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${program.url}${path}`, { headers });

  describe('serves the page at /', () => {
    it('with headers that let it do no more than it must', async () => {
      const page = await get('/');
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      const policy = page.headers.get('content-security-policy')!;
      for (const part of [
        "default-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ])
        expect(policy).toContain(part);
      expect(policy).toContain(`connect-src 'self' ${new URL(program.issuer).origin}`);
      expect(policy).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*unsafe/);
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    });

    const typeOf = (path: string): RegExp =>
      path.endsWith('.css') ? /^text\/css/ : path.endsWith('.svg') ? /^image\/svg/ : /javascript/;
    it('and everything that it asks for, from here', async () => {
      const html = await (await get('/')).text();
      const asked = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
      expect(asked).toEqual(
        expect.arrayContaining(['/page.js', '/library/graphiql.min.js', '/library/graphiql.min.css']),
      );
      for (const path of asked) {
        const file = await get(path);
        expect([path, file.status]).toEqual([path, 200]);
        expect(file.headers.get('content-type')).toMatch(typeOf(path));
        expect((await file.text()).length).toBeGreaterThan(100);
      }
    });

    it('and says where to sign in', async () => {
      expect(await (await get('/configuration.json')).json()).toEqual({
        issuer: program.issuer,
        clientId: 'alongside-web',
      });
    });

    it.each([
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/library/../../package.json',
      '/page.js/..%2f..%2fpackage.json',
      '/nothing',
    ])('and nothing else: %s', async (path) => {
      const answer = await get(path);
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect(await answer.text()).not.toContain('"dependencies"');
    });
  });

  it('keeps answers of the graph out of caches', async () => {
    const answer = await program.as(OPERATOR)('{ me { personId } }');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  describe('names each request', () => {
    it('as the caller does, by a UUID', async () => {
      const id = randomUUID();
      expect((await get('/livez', { 'x-correlation-id': id })).headers.get('x-correlation-id')).toBe(id);
    });
    it('by itself, where the caller does not or says something else', async () => {
      for (const headers of [{}, { 'x-correlation-id': 'ana@example.org' }]) {
        const id = (await get('/livez', headers as Record<string, string>)).headers.get('x-correlation-id');
        expect(isUuid(id)).toBe(true);
      }
    });
  });

  it('counts what it answers, for Prometheus', async () => {
    await program.as(OPERATOR)('{ me { personId } }');
    await program.as(null)('{ me { personId } }');
    const metrics = await get('/metrics');
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await metrics.text();
    for (const line of [
      /^alongside_graphql_operation_seconds_count\{kind="query",outcome="answered"\} [1-9]/m,
      /^alongside_graphql_operation_seconds_count\{kind="query",outcome="errors"\} [1-9]/m,
      /^alongside_graphql_errors_total\{code="UNAUTHENTICATED"\} [1-9]/m,
      /^alongside_projection_lag_seconds 0/m,
      /^alongside_nodejs_eventloop_lag_seconds /m,
    ])
      expect(text).toMatch(line);
  });

  describe('says how it is', () => {
    const ready = async () => {
      const answer = await get('/readyz');
      const { ready, parts } = (await answer.json()) as {
        ready: boolean;
        parts: { part: string; ok: boolean; detail: string }[];
      };
      return { status: answer.status, ready, ill: parts.filter(({ ok }) => !ok), parts };
    };
    const admin = async (sql: string): Promise<void> => {
      const client = await openClient(program.database.adminUrl, { name: 'spec' });
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    };

    it('part by part', async () => {
      const { status, ready: ok, parts } = await ready();
      expect([status, ok, parts.map(({ part }) => part)]).toEqual([
        200,
        true,
        ['PostgreSQL', 'key store', 'event store', 'projections'],
      ]);
    });

    it('alive, and not ready, while PostgreSQL is gone, and recovers by itself', async () => {
      const { database } = program.database;
      await admin(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
      try {
        await admin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`);
        await eventually(async () => {
          const { status, ready: ok, ill } = await ready();
          expect([status, ok, ill[0]?.part]).toEqual([503, false, 'PostgreSQL']);
          expect(ill[0]!.detail).toContain('not currently accepting connections');
        });
        expect((await get('/livez')).status).toBe(200);
        expect((await get('/metrics')).status).toBe(200);
        const asked = await program.as(OPERATOR)('{ me { personId } }');
        expect([asked.status, asked.body.errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE']);
        expect(JSON.stringify(asked.body)).not.toContain(database);
      } finally {
        await admin(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
      }
      await eventually(async () => expect((await ready()).status).toBe(200));
      await eventually(async () =>
        expect((await program.as(OPERATOR)('{ me { personId } }')).body.data.me.personId).toBe(OPERATOR),
      );
    }, 40_000);
  });
});
