import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  openPool,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '@alongside/postgres';
import { freePort, testFolder } from '@alongside/postgres/testing';
import { birthOf } from './processes.js';

const undo: (() => Promise<unknown>)[] = [];
const folder = async (): Promise<string> => {
  const { path, remove } = await testFolder();
  undo.push(remove);
  return path;
};
const start = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres(options);
  undo.push(() => server.stop());
  return server;
};
const ask = async (url: string, sql: string): Promise<readonly unknown[]> => {
  const pool = openPool(url, { name: 'spec', max: 1 });
  try {
    return (await pool.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await pool.end();
  }
};
const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await pause(20);
  }
  throw new Error('It did not come to hold within ten seconds');
};
const asRoot = process.getuid?.() === 0;

describe('the embedded server', () => {
  afterEach(async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  });

  it('keeps its data from one start to the next, and leaves no process behind', async () => {
    const dataFolder = await folder();
    const first = await start({ dataFolder, port: await freePort() });
    const pid = first.pid();
    await ask(first.adminUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    expect(await birthOf(pid)).toBeUndefined();
    const second = await start({ dataFolder, port: await freePort() });
    expect([first.fresh, second.fresh]).toEqual([true, false]);
    expect(await ask(second.adminUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });
  it('listens on loopback alone and keeps its password to its owner', async () => {
    const dataFolder = await folder();
    const { adminUrl } = await start({ dataFolder, port: await freePort() });
    expect(await ask(adminUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect((await stat(join(dataFolder, 'password'))).mode & 0o777).toBe(0o600);
    const wrong = new URL(adminUrl);
    wrong.password = 'postgres';
    await expect(ask(wrong.toString(), 'SELECT 1')).rejects.toThrow('password authentication failed');
  });
  it('names the port and the variable when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const dataFolder = await folder();
    await expect(start({ dataFolder, port })).rejects.toMatchObject({
      fault: 'PortTaken',
      message: expect.stringMatching(new RegExp(`Port ${port}.*ALONGSIDE_POSTGRES_PORT`)),
    });
    taken.close();
    await start({ dataFolder, port });
  });
  it('refuses data of another version of PostgreSQL', async () => {
    const dataFolder = await folder();
    await mkdir(join(dataFolder, 'cluster'));
    await writeFile(join(dataFolder, 'cluster', 'PG_VERSION'), '16\n');
    await writeFile(join(dataFolder, 'password'), 'secret\n');
    await expect(start({ dataFolder, port: await freePort() })).rejects.toMatchObject({
      fault: 'OtherVersion',
      message: expect.stringContaining('PostgreSQL 16'),
    });
  });
  it('says so when the folder cannot be written', async () => {
    const file = join(await folder(), 'a-file');
    await writeFile(file, '');
    await expect(start({ dataFolder: join(file, 'below'), port: await freePort() })).rejects.toMatchObject({
      fault: 'FolderNotUsable',
      message: expect.stringContaining('ALONGSIDE_HOME'),
    });
  });
  it('refuses a folder on which a living program runs a server', async () => {
    const dataFolder = await folder();
    const { adminUrl } = await start({ dataFolder, port: await freePort() });
    await expect(start({ dataFolder, port: await freePort() })).rejects.toMatchObject({
      fault: 'AlreadyRunning',
    });
    expect(await ask(adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
  it('starts again by itself when the server is killed, with everything that was committed', async () => {
    const { adminUrl, pid } = await start({ dataFolder: await folder(), port: await freePort() });
    await ask(adminUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    const killed = pid();
    process.kill(killed, 'SIGKILL');
    await until(() => pid() !== killed);
    await until(() =>
      ask(adminUrl, 'SELECT one FROM kept').then(
        () => true,
        () => false,
      ),
    );
  });
  it('starts over after a first start that was interrupted', async () => {
    const dataFolder = await folder();
    await mkdir(join(dataFolder, 'cluster.new-abc', 'data'), { recursive: true });
    const { fresh } = await start({ dataFolder, port: await freePort() });
    expect(fresh).toBe(true);
    await expect(stat(join(dataFolder, 'cluster.new-abc'))).rejects.toThrow('ENOENT');
  });
  it('starts where the mark of a killed server names a process that is something else now', async () => {
    const dataFolder = await folder();
    await (await start({ dataFolder, port: await freePort() })).stop();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await writeFile(
      join(dataFolder, 'cluster', 'postmaster.pid'),
      `${other.pid}\n${join(dataFolder, 'cluster')}\n`,
    );
    await start({ dataFolder, port: await freePort() });
    expect(await birthOf(other.pid!)).toBeDefined();
    other.kill('SIGKILL');
  });

  const whereRoot = asRoot ? it : it.skip; // only root starts the server as another user
  whereRoot(
    'started by root in a folder that only root may enter, keeps its data elsewhere and finds it again',
    async () => {
      const closed = join(await folder(), 'closed');
      await mkdir(closed, { mode: 0o700 });
      await chmod(closed, 0o700);
      const dataFolder = join(closed, 'postgres');
      const first = await start({ dataFolder, port: await freePort() });
      const location = (await readFile(join(dataFolder, 'location'), 'utf8')).trim();
      undo.unshift(() => rm(location, { recursive: true, force: true }));
      await ask(first.adminUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
      await first.stop();
      const second = await start({ dataFolder, port: await freePort() });
      expect(second.fresh).toBe(false);
      expect(await ask(second.adminUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    },
  );
  whereRoot('opens the program’s own folder for passing rather than keeping the data elsewhere', async () => {
    const home = join(await folder(), 'home');
    await mkdir(home, { mode: 0o700 });
    const dataFolder = join(home, 'postgres');
    await start({ dataFolder, home, port: await freePort() });
    expect((await stat(home)).mode & 0o777).toBe(0o711);
    await expect(stat(join(dataFolder, 'location'))).rejects.toThrow('ENOENT');
  });
});
