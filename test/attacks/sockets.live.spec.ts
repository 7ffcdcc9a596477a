import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partnerByOds, staffOf } from '@alongside/demonstration';
import { dayOf } from '@alongside/kernel';
import { WebSocket } from 'ws';
import { eventually } from '../support/eventually.js';
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

describe('whoever listens', () => {
  const { organisationId } = partnerByOds('RX2');
  const { hr } = staffOf(partnerByOds('RX2'));
  const query = `subscription { recordChanges(organisationId: "${organisationId}") { parts } }`;
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  interface Message {
    readonly id?: string;
    readonly type: string;
    readonly payload?: readonly { readonly extensions: { readonly code: string } }[];
  }
  /** A connection on which one has said who one is, and all that came over it. */
  const introduced = async () => {
    const socket = new WebSocket(`${program.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const came: Message[] = [];
    socket.on('message', (text: Buffer) => came.push(JSON.parse(text.toString()) as Message));
    await new Promise((resolve) => socket.once('open', resolve));
    const send = (message: object): void => socket.send(JSON.stringify(message));
    send({
      type: 'connection_init',
      payload: { authorization: `Bearer ${await program.tokenOf(hr)}` },
    });
    await eventually(async () => expect(came.map(({ type }) => type)).toContain('connection_ack'));
    return { came, send, close: () => socket.close() };
  };
  const codes = (came: readonly Message[]): readonly string[] =>
    came.flatMap(({ type, payload }) => (type === 'error' ? payload!.map((one) => one.extensions.code) : []));
  const somethingRecorded = async (): Promise<void> => {
    const { body } = await program.as(hr)(
      `mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename } }`,
      {
        input: {
          registeredBy: organisationId,
          givenName: 'Ada',
          familyName: 'Example',
          effectiveOn: dayOf(new Date().toISOString()),
        },
      },
    );
    expect(body.data.registerPerson.__typename).toBe('RegisterPersonAccepted');
  };

  it('has no more open than they may by using one id again and again', async () => {
    const { came, send, close } = await introduced();
    for (let times = 0; times < 40; times += 1) {
      send({ id: 'one', type: 'subscribe', payload: { query } });
      send({ id: 'one', type: 'complete' });
    }
    send({ id: 'last', type: 'subscribe', payload: { query } });
    await eventually(async () => {
      await somethingRecorded();
      expect(came.some(({ type, id }) => type === 'next' && id === 'last')).toBe(true);
    });
    expect(came.filter(({ type, id }) => type === 'next' && id === 'one')).toEqual([]);
    close();
  });

  it('cannot ask for ever new subscriptions, whatever becomes of them', async () => {
    const { came, send, close } = await introduced();
    for (let times = 0; times < 300; times += 1)
      send({ id: `${times}`, type: 'subscribe', payload: { query: 'subscription { nothing }' } });
    await eventually(async () => expect(codes(came).length).toBe(300));
    expect(codes(came)).toContain('RATE_LIMITED');
    close();
  });
});
