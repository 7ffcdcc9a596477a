import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a client and a server on 127.0.0.1, and misbehaves when told to. */
export interface FaultProxy {
  /** The given URL with the proxy in the server's place. */
  readonly url: (server: string) => string;
  /** From now on nothing the server says reaches the client, on connections there are and new ones. */
  readonly muteServer: () => void;
  /** Nothing passes in either direction, and nothing is closed. */
  readonly hang: () => void;
  /** Ends every connection; new ones are served. */
  readonly cut: () => void;
  /** Ends every connection and refuses new ones. */
  readonly refuse: () => void;
  /** As at the beginning, for connections made from now on; those that were muted or hung are cut. */
  readonly mend: () => void;
  /** Settles once the client has sent something that the server has got. */
  readonly clientHasSpoken: () => Promise<void>;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

type Mode = 'serving' | 'mute' | 'hung' | 'refusing';

export const openFaultProxy = async (serverPort: number): Promise<FaultProxy> => {
  let mode: Mode = 'serving';
  let heard: (() => void)[] = [];
  const pairs = new Set<readonly [client: Socket, server: Socket]>();
  const cut = (): void => pairs.forEach((pair) => pair.forEach((socket) => socket.destroy()));

  const listener = createServer((client) => {
    if (mode === 'refusing') return void client.destroy();
    const server = connect(serverPort, '127.0.0.1');
    const pair = [client, server] as const;
    pairs.add(pair);
    client.on('data', (bytes) => {
      if (mode === 'hung') return;
      server.write(bytes, () => {
        heard.forEach((hear) => hear());
        heard = [];
      });
    });
    server.on('data', (bytes) => {
      if (mode === 'serving') client.write(bytes);
    });
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        pair.forEach((each) => each.destroy());
      });
    }
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;

  return {
    url: (server) => Object.assign(new URL(server), { port: String(port) }).href,
    muteServer: () => (mode = 'mute'),
    hang: () => (mode = 'hung'),
    cut,
    refuse: () => {
      mode = 'refusing';
      cut();
    },
    mend: () => {
      if (mode === 'mute' || mode === 'hung') cut();
      mode = 'serving';
    },
    clientHasSpoken: () => new Promise((resolve) => heard.push(resolve)),
    connections: () => pairs.size,
    close: async () => {
      cut();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
};
