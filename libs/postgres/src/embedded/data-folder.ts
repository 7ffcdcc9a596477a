import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { canEnter, serverUser, type ServerUser } from './server-user.js';

/** Where everything of one server is. */
export interface DataFolder {
  /** The folder that was asked for: holds the password and says who runs the server. */
  readonly folder: string;
  /** A folder that the server's user can enter; the folder itself wherever that is possible. */
  readonly home: string;
  readonly cluster: string;
  readonly owner: string;
  readonly password: string;
  readonly user: ServerUser;
}

const missing = (error: unknown): undefined => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
};

const textOf = async (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').then((text) => text.trim(), missing);

/** The folders that had to be made are left open for the server's user to pass through; others are left as they are. */
const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true });
  for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) {
    await chmod(made, 0o711);
    if (dirname(made) === made) break;
  }
};

const makeUsable = async (folder: string): Promise<void> => {
  try {
    await makeFolder(folder);
    const probe = join(folder, `.probe-${process.pid}`);
    await writeFile(probe, '', { mode: 0o600 });
    await rm(probe);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'FolderNotUsable',
      `The data folder ${folder} cannot be written: ${(cause as Error).message}. ` +
        'Make it writable for this user, or name another one in ALONGSIDE_HOME.',
      { cause },
    );
  }
};

/** Folders that outlive a restart first. */
const refuges = (): readonly string[] => ['/var/lib/alongside', '/var/tmp', tmpdir()];

const makeRefuge = async (folder: string, user: ServerUser): Promise<string> => {
  const label = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  for (const parent of refuges()) {
    try {
      if (parent === '/var/lib/alongside') await makeFolder(parent);
      if (!(await canEnter(parent, user))) await chmod(parent, 0o755);
      const place = await mkdtemp(join(parent, `alongside-postgres-${label}-`));
      await chmod(place, 0o711);
      if (await canPass(place, user)) return place;
      await rm(place, { recursive: true, force: true });
    } catch {
      continue;
    }
  }
  throw new EmbeddedPostgresError(
    'FolderNotUsable',
    `The user that runs PostgreSQL cannot enter ${folder}, nor any of ${refuges().join(', ')}. ` +
      'Name another folder in ALONGSIDE_HOME, or start Alongside as an ordinary user.',
  );
};

/** Whether the server's user can get at what lies in a folder of ours, by asking for something that lies there. */
const canPass = async (folder: string, user: ServerUser): Promise<boolean> => {
  if (user.uid === undefined) return true;
  const inner = await mkdtemp(join(folder, '.reach-'));
  try {
    await chown(inner, user.uid, user.gid!);
    return await canEnter(inner, user, true);
  } finally {
    await rm(inner, { recursive: true, force: true });
  }
};

/** Lets others pass through the folder to what lies below it and is open to them; they still cannot list it. */
const openForPassing = async (folder: string): Promise<void> => {
  const { mode } = await stat(folder);
  await chmod(folder, (mode & 0o777) | 0o011);
};

const homeOf = async (
  folder: string,
  pointer: string,
  user: ServerUser,
  around: string | undefined,
): Promise<string> => {
  const pointed = await textOf(pointer);
  if (pointed !== undefined) {
    if (await stat(pointed).then(() => true, missing)) return pointed;
    throw new EmbeddedPostgresError(
      'DataGone',
      `The data of ${folder} was kept in ${pointed}, which is not there any more. Restore that folder from a backup, ` +
        `or delete ${pointer} to start with an empty record.`,
    );
  }
  if (await canPass(folder, user)) return folder;
  if (around !== undefined) {
    await openForPassing(around);
    if (await canPass(folder, user)) return folder;
  }
  const refuge = await makeRefuge(folder, user);
  await writeFile(pointer, `${refuge}\n`, { mode: 0o600 });
  return refuge;
};

/**
 * Makes the folder ready. Where the user that the server must run as cannot enter it (it lies below /root, say) the
 * server's files are kept elsewhere, and `location` in the folder says where.
 * @throws EmbeddedPostgresError FolderNotUsable, DataGone, NoServerUser
 */
export const openDataFolder = async (folder: string, around?: string): Promise<DataFolder> => {
  await makeUsable(folder);
  const pointer = join(folder, 'location');
  const cluster = join((await textOf(pointer)) ?? folder, 'cluster');
  const user = await serverUser(cluster);
  const home = await homeOf(folder, pointer, user, around);
  return {
    folder,
    home,
    cluster: join(home, 'cluster'),
    owner: join(folder, 'owner'),
    password: join(folder, 'password'),
    user,
  };
};

/** The superuser's password: made once for a folder, readable by its owner only. */
export const passwordOf = async ({ password, cluster }: DataFolder): Promise<string> => {
  const known = await textOf(password);
  if (known) return known;
  if ((await majorOf(cluster)) !== undefined)
    throw new EmbeddedPostgresError(
      'DataGone',
      `${password} is gone, and without it nobody can sign in to the data beside it.`,
    );
  const made = randomBytes(24).toString('base64url');
  await writeFile(password, `${made}\n`, { mode: 0o600 });
  return made;
};

/** The PostgreSQL version whose data is there; undefined where there is none yet. */
export const majorOf = async (cluster: string): Promise<string | undefined> =>
  textOf(join(cluster, 'PG_VERSION')).catch((cause: unknown) => {
    throw new EmbeddedPostgresError(
      'FolderNotUsable',
      `The data in ${cluster} cannot be read: it belongs to another user. Start Alongside as that user.`,
      { cause },
    );
  });

/** What an interrupted first start left behind. */
export const clearDrafts = async ({ home }: DataFolder): Promise<void> => {
  const drafts = (await readdir(home).catch(() => [])).filter((name) => name.startsWith('cluster.new-'));
  await Promise.all(drafts.map((name) => rm(join(home, name), { recursive: true, force: true })));
};
