import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The way in from outside: it can be torn down, frozen and opened again on the same port, whatever is behind it. */
export interface LoopbackDoor {
  readonly port: number;
  /** Tears every connection, as a crash of the server would. */
  readonly slam: () => void;
  /** Connections stay and are accepted, and no byte passes any more. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Connections are refused from now on, and the ones there are torn. */
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
}

export const openDoor = async (behind: number): Promise<LoopbackDoor> => {
  const pairs = new Map<Socket, Socket>();
  let frozen = false;
  const server = createServer((outside) => {
    const inside = connect(behind, '127.0.0.1');
    pairs.set(outside, inside);
    const part = (): void => {
      pairs.delete(outside);
      outside.destroy();
      inside.destroy();
    };
    for (const [from, to] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      from.setNoDelay(true);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', part);
      from.on('close', part);
      if (frozen) from.pause();
    }
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const each = (act: (socket: Socket) => void): void => [...pairs].flat().forEach(act);
  const slam = (): void => each((socket) => socket.resetAndDestroy());

  return {
    port,
    slam,
    freeze: () => {
      frozen = true;
      each((socket) => socket.pause());
    },
    thaw: () => {
      frozen = false;
      each((socket) => socket.resume());
    },
    shut: () =>
      new Promise((resolve) => {
        slam();
        if (server.listening) server.close(() => resolve());
        else resolve();
      }),
    open: () => listen(port),
  };
};
