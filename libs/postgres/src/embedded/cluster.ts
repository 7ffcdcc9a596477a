import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { clearDrafts, majorOf, type DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { birthOf, commandOf, stopServer } from './processes.js';
import type { ServerFiles } from './server-files.js';

const run = promisify(execFile);

export const ADMIN = 'alongside_admin';

/**
 * Makes an empty cluster unless there is one, and says whether it did. An interruption leaves no half-made cluster.
 * Text is compared by code point, so that an index means the same on every machine.
 * @throws EmbeddedPostgresError OtherVersion, StartFailed
 */
export const ensureCluster = async (
  folder: DataFolder,
  files: ServerFiles,
  password: string,
): Promise<boolean> => {
  const major = await majorOf(folder.cluster);
  if (major === files.major) return false;
  if (major !== undefined)
    throw new EmbeddedPostgresError(
      'OtherVersion',
      `${folder.cluster} holds data of PostgreSQL ${major}; this program runs PostgreSQL ${files.major}. ` +
        'Start the version of Alongside that wrote it, make a backup there, and restore it here; or choose another ALONGSIDE_HOME.',
    );
  await clearDrafts(folder);
  const draft = await mkdtemp(join(folder.home, 'cluster.new-'));
  await chmod(draft, 0o711);
  const data = join(draft, 'data');
  const secret = join(draft, 'password');
  await writeFile(secret, `${password}\n`, { mode: 0o600 });
  const { uid, gid } = folder.user;
  if (uid !== undefined) await Promise.all([chown(draft, uid, gid!), chown(secret, uid, gid!)]);
  try {
    await run(files.initdb, initdbOptions(data, secret), { ...folder.user, cwd: draft, env: environment() });
    await rename(data, folder.cluster);
  } catch (cause) {
    const said = (cause as { readonly stderr?: string }).stderr?.trim() || (cause as Error).message;
    throw new EmbeddedPostgresError(
      'StartFailed',
      `The PostgreSQL cluster could not be made in ${folder.home}: ${said}`,
      { cause },
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return true;
};

const initdbOptions = (data: string, secret: string): readonly string[] => [
  `--pgdata=${data}`,
  `--username=${ADMIN}`,
  `--pwfile=${secret}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/** What the server sees of this process's environment: messages in English, and no setting meant for clients. */
export const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  SYSTEMROOT: process.env['SYSTEMROOT'],
  TEMP: process.env['TEMP'],
  LC_ALL: 'C',
  TZ: 'UTC',
});

/**
 * Ends what a killed program left running on the folder, by its process id, and clears its mark. A mark whose process
 * id now belongs to something else is only cleared: PostgreSQL would take that process for a server and not start.
 * To be called by the folder's owner only.
 */
export const endLeftover = async (cluster: string, onLog: (line: string) => void): Promise<void> => {
  const file = join(cluster, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const pid = Math.abs(Number.parseInt(text, 10));
  const alive = Number.isInteger(pid) && pid > 1 && (await birthOf(pid)) !== undefined;
  if (alive && (await isServerOn(pid, cluster))) {
    onLog(`A server of an earlier start is still running (process ${pid}); it is stopped first.`);
    await stopServer(pid);
  }
  await rm(file, { force: true });
};

const isServerOn = async (pid: number, cluster: string): Promise<boolean> => {
  const command = await commandOf(pid);
  return command.includes('postgres') && command.includes(resolve(cluster));
};
