import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contextModules } from '@alongside/deployment';
import { frameworkLeadOf, OPERATOR } from '@alongside/demonstration';
import { uuid5 } from '@alongside/kernel';
import { errorsOf, outcomeOf } from '../../../test/support/outcome.js';
import { ProbeModule } from '../../../test/support/probe.module.js';
import { startProgram, type Ask, type Program } from '../../../test/support/program.js';

describe('who asks the graph', () => {
  let program: Program;
  let nobody: Ask;
  let lead: Ask;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners', contexts: [...contextModules, ProbeModule] });
    nobody = program.as(null);
    lead = program.as(frameworkLeadOf('Sussex'));
  }, 60_000);
  afterAll(() => program?.close());

  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${program.url}/graphql`, { method: 'POST', body, headers });
  const get = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${program.url}/graphql?${new URLSearchParams({ query })}`, { headers });

  describe('takes nothing from pages elsewhere', () => {
    const body = JSON.stringify({ query: '{ probe { says } }' });
    it.each([
      ['as text', { 'content-type': 'text/plain' }, 400],
      ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
      ['as parts', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ])('%s', async (_, headers, status) => {
      expect((await post(body, headers)).status).toBe(status);
    });
    it('by an address, unless it is said that it was meant', async () => {
      expect((await get('{ probe { says } }')).status).toBe(400);
      expect((await get('{ probe { says } }', { 'apollo-require-preflight': 'yes' })).status).toBe(200);
    });
    it('no commands by an address at all', async () => {
      const answer = await get('mutation { probeCommand { says } }', { 'apollo-require-preflight': 'yes' });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    });
    it('and shows them nothing', async () => {
      const asked = await post(body, {
        'content-type': 'application/json',
        origin: 'https://elsewhere.example',
      });
      expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  describe('asks who it is', () => {
    const bad = { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
    it('and refuses a bad token with 401, also where none is needed', async () => {
      for (const query of ['{ probe { says } }', '{ me { personId } }'])
        expect(outcomeOf(await nobody(query, {}, bad))).toEqual([401, 'UNAUTHENTICATED']);
    });
    it('and answers UNAUTHENTICATED to nobody', async () => {
      expect(errorsOf(await nobody('{ me { personId } }'))[0]!.extensions.code).toBe('UNAUTHENTICATED');
      expect((await nobody('{ probe { says } }')).body.data).toEqual({ probe: { says: 'something' } });
    });
    it('and knows nothing of somebody whom the record does not', async () => {
      const answer = await program.as('5d3f2b1c-0000-4000-8000-000000000001')('{ me { personId } }');
      expect(errorsOf(answer)[0]!.extensions.code).toBe('NOT_FOUND');
    });
  });

  describe('keeps a promise about positions', () => {
    it('and refuses one that the record has not reached', async () => {
      const answer = await lead('{ probe(atLeast: "99999999999999999999") { says } }');
      expect(errorsOf(answer)[0]).toMatchObject({ path: ['probe'], extensions: { code: 'BAD_USER_INPUT' } });
    });
    it('and takes the one that it stands at', async () => {
      const query = `{ probe(atLeast: "${await program.foundation.store.head()}") { says } }`;
      expect(outcomeOf(await lead(query))).toEqual([200, 'none']);
    });
  });
});

describe('what one subject may ask for in a minute', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ contexts: [ProbeModule], extent: 'partners', pointsPerMinute: 20 });
  }, 60_000);
  afterAll(() => program?.close());

  it('is theirs alone, and then 429 until it fills', async () => {
    const query = '{ probe { says inner { says } } }';
    const operator = program.as(OPERATOR);
    const outcomes: unknown[] = [];
    for (let n = 0; n < 6; n += 1) outcomes.push(outcomeOf(await operator(query)));
    expect(outcomes).toEqual([...Array.from({ length: 5 }, () => [200, 'none']), [429, 'RATE_LIMITED']]);
    expect(outcomeOf(await program.as(frameworkLeadOf('Sussex'))(query))).toEqual([200, 'none']);
    expect(outcomeOf(await program.as(null)(query))).toEqual([200, 'none']);
  });

  it('is theirs alone also where the record does not know them', async () => {
    const query = '{ probe { says inner { says } } }';
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n += 1) codes.push(outcomeOf(await program.as(uuid5('one stranger'))(query))[1]);
    expect([codes[4], codes[5]]).toEqual([codes[0], 'RATE_LIMITED']);
    expect(outcomeOf(await program.as(uuid5('another stranger'))(query))[1]).toBe(codes[0]);
  });
});
