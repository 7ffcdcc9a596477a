import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contextModules } from '@alongside/deployment';
import { frameworkLeadOf, partnerByOds } from '@alongside/demonstration';
import { errorsOf, outcomeOf } from '../../../test/support/outcome.js';
import { ProbeModule, PROBE_SECRET } from '../../../test/support/probe.module.js';
import { startProgram, type Ask, type Program } from '../../../test/support/program.js';

const times = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join(' ');
const deep = (depth: number): string =>
  `{ probe ${'{ inner '.repeat(depth - 2)}{ says }${' }'.repeat(depth - 1)}`;
const organisationId = partnerByOds('RX2').organisationId;
const people = (first: string, fields = 'personId'): string =>
  `{ people(organisationId: "${organisationId}"${first && `, first: ${first}`}) { nodes { ${fields} } } }`;

describe('the edge of the graph', () => {
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
  describe('holds what a document may ask for', () => {
    it.each([
      ['10 levels', deep(10), [200, 'none']],
      ['11 levels', deep(11), [400, 'TOO_COMPLEX']],
      ['15 aliases', `{ probe { ${times(15, (n) => `x${n}: says`)} } }`, [200, 'none']],
      ['16 aliases', `{ probe { ${times(16, (n) => `x${n}: says`)} } }`, [400, 'TOO_COMPLEX']],
      ['10 root fields', `{ ${times(10, (n) => `x${n}: __typename`)} }`, [200, 'none']],
      [
        '11 root fields',
        `{ ${times(11, (n) => (n < 6 ? `x${n}: __typename` : 'probe { says }'))} }`,
        [400, 'TOO_COMPLEX'],
      ],
      ['2,001 tokens', `{ probe { ${'says '.repeat(1_996)} } }`, [400, 'GRAPHQL_PARSE_FAILED']],
      ['no document', '', [400, 'BAD_REQUEST']],
      ['a document that is none', '{ probe { says }', [400, 'GRAPHQL_PARSE_FAILED']],
      [
        'two operations, and none by name',
        'query A { probe { says } } query B { probe { says } }',
        [400, 'OPERATION_RESOLUTION_FAILURE'],
      ],
    ])('%s', async (_, query, outcome) => {
      expect(outcomeOf(await nobody(query))).toEqual(outcome);
    });

    it('multiplies what lies below a list by how many are asked for', async () => {
      const fields = 'personId '.repeat(50);
      expect(outcomeOf(await lead(people('50', fields)))).toEqual([200, 'none']);
      const refused = await lead(people('100', fields));
      expect(outcomeOf(refused)).toEqual([400, 'TOO_COMPLEX']);
      expect(errorsOf(refused)[0]!.message).toContain('points; 5000 are allowed');
    });

    it('counts `first` from a variable too', async () => {
      const query = `query ($first: Int!) ${people('$first', 'personId '.repeat(50))}`;
      expect(outcomeOf(await lead(query, { first: 100 }))).toEqual([400, 'TOO_COMPLEX']);
      expect(outcomeOf(await lead(query, { first: 10 }))).toEqual([200, 'none']);
    });

    it('refuses documents that double at every step, in well under a second', async () => {
      const chain = (of: (n: number) => string) =>
        `{ ...F0 } ${times(60, of)} fragment F60 on Query { probe { says } }`;
      const doubling = chain((n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`);
      const inner = `{ probe { ...F0 } } ${times(41, (n) => `fragment F${n} on Probe { a: inner { ...F${n + 1} } b: inner { ...F${n + 1} } }`)} fragment F41 on Probe { says }`;
      const began = performance.now();
      expect(outcomeOf(await nobody(doubling))).toEqual([400, 'TOO_COMPLEX']);
      expect(outcomeOf(await nobody(inner))).toEqual([400, 'TOO_COMPLEX']);
      expect(performance.now() - began).toBeLessThan(1_000);
    });

    it('takes a body of 100 kB and none larger', async () => {
      const padded = (bytes: number) => {
        const body = JSON.stringify({
          query: '{ probe { says } }',
          operationName: null,
          extensions: { pad: '' },
        });
        return body.replace('"pad":""', `"pad":"${'x'.repeat(bytes - body.length)}"`);
      };
      expect((await post(padded(100_000))).status).toBe(200);
      expect((await post(padded(100_001))).status).toBe(413);
    });

    it('takes one document at a time', async () => {
      expect((await post(JSON.stringify([{ query: '{ probe { says } }' }]))).status).toBe(400);
    });
  });

  describe('holds how lists are asked for', () => {
    it.each([
      ['without `first`', people(''), [400, 'GRAPHQL_VALIDATION_FAILED'], 'first'],
      ['for none', people('0'), [200, 'BAD_USER_INPUT'], '`first` must be from 1 to 100'],
      ['for fewer than none', people('-1'), [200, 'BAD_USER_INPUT'], '`first` must be from 1 to 100'],
      ['for 101', people('101'), [200, 'BAD_USER_INPUT'], '`first` must be from 1 to 100'],
      ['for half of one', people('0.5'), [400, 'GRAPHQL_VALIDATION_FAILED'], 'Int'],
      ['after no cursor', people('1, after: "xyz"'), [200, 'BAD_USER_INPUT'], '`after` is not a cursor'],
      [
        'after a cursor of another list',
        people('1, after: "W10"'),
        [200, 'BAD_USER_INPUT'],
        '`after` is not a cursor',
      ],
    ])('%s', async (_, query, outcome, words) => {
      const answer = await lead(query);
      expect(outcomeOf(answer)).toEqual(outcome);
      expect(errorsOf(answer)[0]!.message).toContain(words);
    });
  });

  describe('says nothing that helps a guess', () => {
    it.each([
      ['a field', '{ probes { says } }'],
      ['a field below', '{ probe { say } }'],
      ['an argument', '{ probe(sayings: "x") { says } }'],
      ['a type', 'query ($x: Probes) { probe { says } }'],
    ])('of %s that is nearly one', async (_, query) => {
      const answer = await nobody(query);
      expect(outcomeOf(answer)).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(JSON.stringify(answer.body)).not.toMatch(/did you mean/i);
    });

    it('of an error inside, but a reference under which the operator finds it', async () => {
      const answer = await nobody('{ probeFails { says } }');
      const [error] = errorsOf(answer);
      expect(error).toMatchObject({ path: ['probeFails'], extensions: { code: 'INTERNAL' } });
      expect(error!.message).toContain(error!.extensions.reference);
      const said = JSON.stringify(answer.body);
      for (const secret of [PROBE_SECRET, 'ana.secret', '/srv', 'TypeError', 'stack', 'probe.module'])
        expect(said).not.toContain(secret);
    });

    it('of what has no rule', async () => {
      for (const ask of [nobody, lead]) {
        const answer = await ask('{ probeClosed { says } }');
        expect(errorsOf(answer)[0]!.extensions.code).toBe('NOT_FOUND');
        expect(answer.body.data).toBeNull();
      }
    });
  });

  describe('names the value that is no id, day or position', () => {
    const registration = `mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { __typename } }`;
    it.each([
      ['an id', 'query ($of: UUID!) { person(personId: $of) { personId } }', { of: 'RX2' }, '$of'],
      [
        'a day that is none',
        registration,
        { input: { name: 'A', sector: 'vcse', effectiveOn: '2026-02-30' } },
        'input.effectiveOn',
      ],
      [
        'an id in an input',
        registration,
        { input: { commandId: 'x', name: 'A', sector: 'vcse', effectiveOn: '2026-02-01' } },
        'input.commandId',
      ],
      [
        'a text of spaces',
        registration,
        { input: { name: ' ', sector: 'vcse', effectiveOn: '2026-02-01' } },
        'input.name',
      ],
      ['a position', 'query ($at: Position!) { probe(atLeast: $at) { says } }', { at: '12' }, '$at'],
      ['what must be there', 'query ($of: UUID!) { person(personId: $of) { personId } }', {}, '$of'],
    ])('%s in variables', async (_, query, variables, path) => {
      const answer = await lead(query, variables);
      expect(outcomeOf(answer)).toEqual([400, 'BAD_USER_INPUT']);
      expect(errorsOf(answer)[0]!.message).toContain(path);
    });
    it('in the document by its line and column', async () => {
      const answer = await lead('{\n  person(personId: "RX2") { personId }\n}');
      expect(outcomeOf(answer)).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(errorsOf(answer)[0]).toMatchObject({
        message: 'Expected a UUID in lower case.',
        locations: [{ line: 2, column: 20 }],
      });
    });
  });

  it('answers introspection where people develop', async () => {
    const answer = await nobody('{ __schema { queryType { name } } }');
    expect(answer.body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});

describe('the edge of the graph in production', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ contexts: [ProbeModule], production: true });
  }, 60_000);
  afterAll(() => program?.close());

  it.each(['{ __schema { queryType { name } } }', '{ __type(name: "Query") { name } }'])(
    'does not describe itself: %s',
    async (query) => {
      const answer = await program.as(null)(query);
      expect(outcomeOf(answer)).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(answer.body.data).toBeUndefined();
    },
  );
  it('answers everything else', async () => {
    expect((await program.as(null)('{ probe { says __typename } }')).body.data).toEqual({
      probe: { says: 'something', __typename: 'Probe' },
    });
  });
});
