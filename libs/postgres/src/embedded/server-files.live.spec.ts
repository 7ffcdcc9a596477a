import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testFolder } from '@alongside/postgres/testing';
import { installedServer, serverFiles, type ServerPackage } from './server-files.js';
import { serverUser, type ServerUser } from './server-user.js';

const asRoot = process.getuid?.() === 0;
const whereRoot = asRoot ? it : it.skip; // only root starts the server as another user

describe('the programs of the server', () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  let user: ServerUser;

  beforeEach(async () => {
    folder = await testFolder();
    user = await serverUser('/none');
  });
  afterEach(() => folder.remove());

  /** The package as npm leaves it where install scripts are off. */
  const unscripted = async (root: string): Promise<ServerPackage> => {
    const source = await installedServer();
    await cp(source.root, root, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
      readonly target: string;
    }[];
    await Promise.all(links.map(({ target }) => rm(join(root, target), { force: true })));
    return { root, version: source.version };
  };
  const version = async (postgres: string): Promise<string> =>
    (await promisify(execFile)(postgres, ['--version'], { ...user, cwd: '/' })).stdout;

  it('run though the install scripts that link their libraries were off', async () => {
    const source = await unscripted(join(folder.path, 'package'));
    const { postgres } = await serverFiles(folder.path, user, source);
    expect(postgres.startsWith(source.root)).toBe(true);
    expect(await version(postgres)).toContain('18.');
  });
  whereRoot('are copied to where the server user can reach them', async () => {
    const closed = join(folder.path, 'closed');
    await mkdir(closed);
    const source = await unscripted(join(closed, 'package'));
    await chmod(closed, 0o700);
    const home = join(folder.path, 'home');
    await mkdir(home, { mode: 0o711 });
    const { postgres } = await serverFiles(home, user, source);
    expect(postgres.startsWith(home)).toBe(true);
    expect(await version(postgres)).toContain('18.');
    const again = await serverFiles(home, user, source);
    expect((await lstat(again.postgres)).ino).toBe((await lstat(postgres)).ino);
  });
});
