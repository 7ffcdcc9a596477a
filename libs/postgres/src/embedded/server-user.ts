import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

const run = promisify(execFile);

/** As whom the server runs; empty where it runs as whoever runs this process. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

const lookUp = async (): Promise<ServerUser> => {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
};

const create = async (): Promise<ServerUser> => {
  await run('groupadd', ['--system', 'postgres']).catch(() => undefined);
  await run('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres']);
  return lookUp();
};

/**
 * PostgreSQL refuses to run as root. Started by root it runs as whoever owns the existing data, else as the user
 * `postgres`, who is created where there is none.
 * @throws EmbeddedPostgresError NoServerUser
 */
export const serverUser = async (cluster: string): Promise<ServerUser> => {
  if (process.platform === 'win32' || userInfo().uid !== 0) return {};
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp()
    .catch(create)
    .catch((cause: unknown) => {
      throw new EmbeddedPostgresError(
        'NoServerUser',
        'PostgreSQL does not run as root, and no user `postgres` could be found or created. ' +
          'Start Alongside as an ordinary user, or create the user: useradd --system postgres',
        { cause },
      );
    });
};

/** Whether that user can enter a folder, and write in it where asked. */
export const canEnter = async (folder: string, user: ServerUser, write = false): Promise<boolean> => {
  if (process.platform === 'win32') return true;
  const test = `test -d "$1" && test -r "$1" && test -x "$1"${write ? ' && test -w "$1"' : ''}`;
  return run('/bin/sh', ['-c', test, 'sh', folder], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  );
};
