import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const fromPs = async (pid: number, field: string): Promise<string> =>
  process.platform === 'win32'
    ? ''
    : (await run('ps', ['-ww', '-o', `${field}=`, '-p', String(pid)])).stdout.trim();

/**
 * Text that no other process has had or will have while this machine is up: the id alone is given out again. Empty
 * where the system does not tell; undefined where there is no such process.
 */
export const birthOf = async (pid: number): Promise<string | undefined> => {
  if (!isAlive(pid)) return undefined;
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : rest[18];
  } catch {
    return fromPs(pid, 'lstart').catch(() => '');
  }
};

/** The command line of a process; empty where the system does not tell. */
export const commandOf = async (pid: number): Promise<string> => {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\u0000', ' ').trim();
  } catch {
    return fromPs(pid, 'command').catch(() => '');
  }
};

/** Whether the process has gone within the time. */
export const hasGone = async (pid: number, timeoutMs: number): Promise<boolean> => {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await pause(20))
    if ((await birthOf(pid)) === undefined) return true;
  return false;
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/**
 * Ends a PostgreSQL server: first so that it writes everything down, then so that it stops at once, then by force.
 * When this settles there is no such process. A server stopped by force recovers at its next start.
 * @see https://www.postgresql.org/docs/18/server-shutdown.html
 */
export const stopServer = async (pid: number): Promise<void> => {
  const steps: readonly [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 8_000],
    ['SIGKILL', 5_000],
  ];
  for (const [name, timeoutMs] of steps) {
    signal(pid, name);
    if (await hasGone(pid, timeoutMs)) return;
  }
  throw new Error(`The PostgreSQL server (process ${pid}) could not be stopped`);
};
