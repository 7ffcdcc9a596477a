import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { contextModules, readConfiguration } from '@alongside/deployment';
import { OPERATOR, partnerByOds, staffOf } from '@alongside/demonstration';
import { eventually } from '../../../test/support/eventually.js';
import { ProbeModule, probeCommands, PROBE_SECRET } from '../../../test/support/probe.module.js';
import { startProgram, type Program } from '../../../test/support/program.js';
import { openGateway } from './open-gateway.js';

describe('a gateway that stops', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ contexts: [ProbeModule] });
  }, 60_000);
  afterAll(() => program?.close());

  it('finishes what is on its way, takes nothing new, and lets go of its port', async () => {
    const begun = new Promise<void>((resolve) => probeCommands.begun.push(resolve));
    const answer = program.as(null)('mutation { probeCommand { says } }');
    await begun;
    let closed = false;
    const closing = program.closeGateway().then(() => (closed = true));
    await eventually(async () => {
      const taken = await fetch(`${program.url}/livez`).then(
        ({ status }) => status,
        () => 'refused',
      );
      expect(['refused', 503]).toContain(taken);
    });
    expect(closed).toBe(false);
    const letGoAt = performance.now();
    for (const letGo of probeCommands.waiting.splice(0)) letGo();
    const { status, body } = await answer;
    expect([status, body]).toEqual([200, { data: { probeCommand: { says: 'done' } } }]);
    await closing;
    expect(performance.now() - letGoAt).toBeLessThan(3_000);
    await expect(fetch(`${program.url}/livez`)).rejects.toThrow();
  });
});

describe('a gateway whose port is taken', () => {
  let program: Program;
  const taken = createServer();
  beforeAll(async () => {
    program = await startProgram({ contexts: [ProbeModule] });
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  }, 60_000);
  afterAll(async () => {
    taken.close();
    await program?.close();
  });

  it('says which, and the variable that moves it', async () => {
    const { port } = taken.address() as AddressInfo;
    const configuration = { ...readConfiguration({ LOG_LEVEL: 'silent' }), port };
    const opened = openGateway(
      configuration,
      program.foundation,
      { issuer: program.issuer },
      { contexts: [ProbeModule] },
    );
    await expect(opened).rejects.toMatchObject({
      name: 'PortTaken',
      message: `Port ${port} is taken by another program. Stop it, or set PORT to a free one.`,
    });
  });
});

describe('what a gateway logs', () => {
  let program: Program;
  const lines: string[] = [];
  beforeAll(async () => {
    program = await startProgram({
      extent: 'partners',
      contexts: [...contextModules, ProbeModule],
      logLevel: 'debug',
      logTo: { write: (line) => void lines.push(line) },
    });
  }, 60_000);
  afterAll(() => program?.close());
  afterEach(() => void lines.splice(0));

  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('is a line for each request, with its correlation and nothing of what was asked', async () => {
    const correlation = randomUUID();
    const { hr } = staffOf(partnerByOds('RX2'));
    const { body } = await program.as(hr)(
      'query ($of: UUID!) { person(personId: $of) { displayName email } }',
      { of: hr },
      { 'x-correlation-id': correlation },
    );
    const { displayName, email } = body.data.person as { displayName: string; email: string };
    await eventually(async () =>
      expect(logged()).toContainEqual(
        expect.objectContaining({ correlation, method: 'POST', route: '/graphql', status: 200 }),
      ),
    );
    const text = lines.join('');
    for (const personal of [
      displayName,
      displayName.split(' ').at(-1)!,
      email,
      hr,
      await program.tokenOf(hr),
    ])
      expect(text).not.toContain(personal);
  });

  it('says nothing of a token that was refused, or of what was given', async () => {
    const token = (await program.tokenOf(OPERATOR)).slice(0, -3);
    await program.as(null)('{ me { personId } }', {}, { authorization: `Bearer ${token}` });
    await program.as(OPERATOR)('query ($of: UUID!) { person(personId: $of) { email } }', {
      of: 'ana@example.org',
    });
    await program.as(OPERATOR)('{ person(personId: "ana@example.org") { email } }');
    await fetch(`${program.url}/people/ana@example.org?name=ana@example.org`);
    await eventually(async () => expect(logged().filter(({ route }) => route)).toHaveLength(4));
    const text = lines.join('');
    expect(text).not.toContain('ana@example.org');
    for (const part of token.split('.')) expect(text).not.toContain(part);
  });

  it('has where a masked error came from under its reference, and not its message', async () => {
    const { body } = await program.as(OPERATOR)('{ probeFails { says } }');
    const { reference } = body.errors[0].extensions;
    const entry = logged().find((line) => line['reference'] === reference);
    expect(entry).toMatchObject({ level: 50, error: expect.stringContaining('probe.module') });
    expect(entry!['error']).toContain('TypeError');
    expect(lines.join('')).not.toContain(PROBE_SECRET);
    expect(lines.join('')).not.toContain('ana.secret');
  });
});
