import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProgram, type Program } from '../support/program.js';

/** Asks to change the protocol as told, and answers once the connection has been broken off. */
const breakOff = (url: string, lines: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    socket.on('error', () => undefined);
    socket.once('data', (answer) => {
      socket.resetAndDestroy();
      setImmediate(() => resolve(String(answer).split('\r\n')[0]!));
    });
  });

const upgrade = (path: string, protocol: string): readonly string[] => [
  `GET ${path} HTTP/1.1`,
  'host: localhost',
  'connection: upgrade',
  'upgrade: websocket',
  'sec-websocket-version: 13',
  'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
  `sec-websocket-protocol: ${protocol}`,
];

describe('whoever connects without having signed in', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
  }, 60_000);
  afterAll(() => program?.close(), 30_000);

  const alive = async (): Promise<number> => (await fetch(`${program.url}/livez`)).status;

  it('does not stop the program by breaking off what was refused', async () => {
    for (let times = 0; times < 20; times += 1)
      expect(await breakOff(program.url, upgrade('/elsewhere', 'graphql-transport-ws'))).toContain('400');
    expect(await breakOff(program.url, upgrade('/graphql', 'another'))).toContain('400');
    expect(await alive()).toBe(200);
  });

  it('does not stop the program by breaking off what was begun', async () => {
    for (let times = 0; times < 20; times += 1)
      expect(await breakOff(program.url, upgrade('/graphql', 'graphql-transport-ws'))).toContain('101');
    expect(await alive()).toBe(200);
  });
});
