import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openPool, startEmbeddedPostgres } from '@alongside/postgres';
import { freePort, testFolder } from '@alongside/postgres/testing';
import { birthOf, hasGone } from './processes.js';

const built = pathToFileURL(join(import.meta.dirname, '../../dist/index.js')).href;

/** A program that starts a server on the folder, says which, and then does `after`. */
const program = (dataFolder: string, port: number, after: string): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { startEmbeddedPostgres } from '${built}';
       const server = await startEmbeddedPostgres(${JSON.stringify({ dataFolder, port })});
       console.log(JSON.stringify({ pid: server.pid(), adminUrl: server.adminUrl }));
       ${after}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );

const saidBy = async (child: ChildProcess): Promise<{ readonly pid: number; readonly adminUrl: string }> => {
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return JSON.parse(line) as { readonly pid: number; readonly adminUrl: string };
};

const undo: (() => Promise<unknown>)[] = [];

describe('a program that ends without stopping its server', () => {
  afterEach(async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  });

  it('finds its data again after kill -9, though the old server was still running', async () => {
    const { path: dataFolder, remove } = await testFolder();
    undo.push(remove);
    const port = await freePort();
    const child = program(dataFolder, port, 'setInterval(() => {}, 1000);');
    const { pid, adminUrl } = await saidBy(child);
    const pool = openPool(adminUrl, { name: 'spec', max: 1 });
    undo.push(() => pool.end());
    await pool.query('CREATE TABLE kept AS SELECT 1 AS one');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await birthOf(pid)).toBeDefined();
    const server = await startEmbeddedPostgres({ dataFolder, port });
    undo.push(() => server.stop());
    expect(await birthOf(pid)).toBeUndefined();
    expect((await pool.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
  });
  it('starts though both the program and the server were killed', async () => {
    const { path: dataFolder, remove } = await testFolder();
    undo.push(remove);
    const port = await freePort();
    const child = program(dataFolder, port, 'setInterval(() => {}, 1000);');
    const { pid } = await saidBy(child);
    child.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await once(child, 'exit');
    const server = await startEmbeddedPostgres({ dataFolder, port });
    undo.push(() => server.stop());
    expect(server.fresh).toBe(false);
  });
  it('takes the server with it when it exits, in order or by an error', async () => {
    for (const end of ['process.exit(0);', 'throw new Error("planted");']) {
      const { path: dataFolder, remove } = await testFolder();
      const child = program(
        dataFolder,
        await freePort(),
        end.startsWith('throw') ? 'process.on("uncaughtException", () => process.exit(1));' + end : end,
      );
      const { pid } = await saidBy(child);
      expect(await hasGone(pid, 10_000)).toBe(true);
      await remove();
    }
  });
});
