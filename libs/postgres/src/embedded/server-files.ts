import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { access, chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import type { ServerUser } from './server-user.js';

const run = promisify(execFile);

/** The programs of a PostgreSQL server that the server's user can run. */
export interface ServerFiles {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** A package with a server, as npm unpacked it. */
export interface ServerPackage {
  readonly root: string;
  readonly version: string;
}

/** The installed package with the server for this machine. @throws EmbeddedPostgresError NoServer */
export const installedServer = async (): Promise<ServerPackage> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    return { root, version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'NoServer',
      `There is no PostgreSQL server for this machine (${name} is not installed). ` +
        'Run npm ci without --omit=optional, or name a server of your own in DATABASE_URL.',
      { cause },
    );
  }
};

/**
 * The package comes without symbolic links and makes them in an install script. Where scripts were off the server's
 * libraries cannot be found (`libicuuc.so.60`) until they are made.
 */
const makeLinks = async (root: string): Promise<void> => {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  await Promise.all(
    (JSON.parse(text) as readonly Link[]).map(async ({ source, target }) => {
      const place = join(root, target);
      const exists = await access(place).then(
        () => true,
        () => false,
      );
      if (!exists) await symlink(relative(dirname(place), join(root, source)), place).catch(() => undefined);
    }),
  );
};

const program = (root: string, name: string): string =>
  join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);

const runs = async (root: string, user: ServerUser): Promise<boolean> => {
  const cwd = process.platform === 'win32' ? root : '/';
  const works = (name: string) => run(program(root, name), ['--version'], { ...user, cwd });
  return Promise.all([works('postgres'), works('initdb'), shareIsReadable(root, user)]).then(
    () => true,
    () => false,
  );
};

const shareIsReadable = async (root: string, user: ServerUser): Promise<void> => {
  if (user.uid === undefined) return;
  const folder = join(root, 'native', 'share', 'postgresql');
  await run('/bin/sh', ['-c', 'test -r "$1/postgres.bki" && test -x "$1/timezonesets"', 'sh', folder], {
    ...user,
    cwd: '/',
  });
};

const makeExecutable = async (root: string): Promise<void> => {
  const folder = join(root, 'native', 'bin');
  const names = await readdir(folder);
  await Promise.all(names.map((name) => chmod(join(folder, name), 0o755).catch(() => undefined)));
};

const openToAll = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, path.includes(`${join('native', 'bin')}`) ? 0o755 : 0o644);
  }
};

const copyTo = async (root: string, place: string): Promise<void> => {
  const draft = `${place}.${randomUUID()}`;
  await mkdir(draft, { recursive: true });
  try {
    await cp(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await makeLinks(draft);
    await rm(place, { recursive: true, force: true });
    await rename(draft, place);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/**
 * The server's programs, runnable by `user`: those in node_modules, or a copy in `home` where that user cannot reach
 * them or their links cannot be made there.
 * @throws EmbeddedPostgresError NoServer
 */
export const serverFiles = async (
  home: string,
  user: ServerUser,
  { root, version }: ServerPackage,
): Promise<ServerFiles> => {
  const major = version.split('.')[0]!;
  const filesIn = (folder: string): ServerFiles => ({
    initdb: program(folder, 'initdb'),
    postgres: program(folder, 'postgres'),
    major,
  });
  if (await runs(root, user)) return filesIn(root);
  await makeLinks(root);
  await makeExecutable(root);
  if (await runs(root, user)) return filesIn(root);
  const copy = join(home, `server-${version}`);
  if (!(await runs(copy, user))) await copyTo(root, copy);
  if (await runs(copy, user)) return filesIn(copy);
  const reason = await run(program(copy, 'postgres'), ['--version'], { ...user, cwd: home }).catch(
    (error: Error) => error,
  );
  throw new EmbeddedPostgresError(
    'NoServer',
    `The PostgreSQL server in ${basename(root)} does not run on this machine: ${reason instanceof Error ? reason.message : ''}`,
    { cause: reason },
  );
};
