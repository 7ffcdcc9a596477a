import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseUrls } from '@alongside/postgres';

/** What a program that runs embedded parts tells the commands that want to use them meanwhile. */
export interface Running {
  readonly pid: number;
  readonly urls: DatabaseUrls;
}

const fileOf = (home: string): string => join(home, 'running.json');

/** Says that this process runs the embedded parts of the folder. The file holds passwords: its owner alone may read it. */
export const announceRunning = async (home: string, urls: DatabaseUrls): Promise<() => Promise<void>> => {
  const running: Running = { pid: process.pid, urls };
  await writeFile(fileOf(home), JSON.stringify(running), { mode: 0o600 });
  return () => rm(fileOf(home), { force: true });
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The program that runs the embedded parts of the folder, if one does. */
export const findRunning = async (home: string): Promise<Running | undefined> => {
  try {
    const running = JSON.parse(await readFile(fileOf(home), 'utf8')) as Running;
    return running.pid !== process.pid && isAlive(running.pid) ? running : undefined;
  } catch {
    return undefined;
  }
};
