import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { birthOf } from './processes.js';

const identity = async (): Promise<string> =>
  JSON.stringify({ pid: process.pid, birth: await birthOf(process.pid) });

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

const read = async (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  });

/** The id of the living process that an owner file names; undefined where it has ended. */
export const livingOwner = async (text: string): Promise<number | undefined> => {
  try {
    const { pid, birth } = JSON.parse(text) as { readonly pid: number; readonly birth: string };
    const found = await birthOf(pid);
    return found !== undefined && found === birth ? pid : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Makes this process the only one that runs a server on the folder, until the answered function is called or the
 * process ends in whatever way.
 * @throws EmbeddedPostgresError AlreadyRunning
 */
export const claimFolder = async (file: string): Promise<() => Promise<void>> => {
  const mine = await identity();
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (await placed(draft, file)) return async () => release(file, mine);
      await clearWhereEnded(file);
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw new EmbeddedPostgresError(
    'AlreadyRunning',
    `${file} is being claimed by other processes. Try again.`,
  );
};

const placed = async (draft: string, file: string): Promise<boolean> => {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
};

const clearWhereEnded = async (file: string): Promise<void> => {
  const text = await read(file);
  if (text === undefined) return;
  const pid = await livingOwner(text);
  if (pid !== undefined)
    throw new EmbeddedPostgresError(
      'AlreadyRunning',
      `Process ${pid} already runs a server on this data folder (${file}). Stop it, or choose another ALONGSIDE_HOME.`,
    );
  // Two processes may find the same ended owner: what was moved aside is deleted only if it is what was judged.
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await read(aside)) === text) await rm(aside, { force: true });
  else await rename(aside, file);
};

const release = async (file: string, mine: string): Promise<void> => {
  if ((await read(file)) === mine) await rm(file, { force: true });
};
