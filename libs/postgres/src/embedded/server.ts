import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { DataFolder } from './data-folder.js';
import { environment } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { stopServer } from './processes.js';
import type { ServerFiles } from './server-files.js';

export type ServerSettings = Readonly<Record<string, string>>;

/** Loopback only, no socket file, and times in UTC whatever the machine says. */
const fixedSettings: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  jit: 'off',
};

export interface RunningServer {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

const START_TIMEOUT_MS = 180_000;

export const portTaken = (port: number, cause?: unknown): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    'PortTaken',
    `Port ${port}, which the embedded PostgreSQL listens on, is taken by another program. ` +
      'Stop that program, or name another port in ALONGSIDE_POSTGRES_PORT.',
    { cause },
  );

/**
 * Starts the server and settles once it takes connections. The process is in a group of its own, so that Ctrl-C in a
 * terminal reaches the program alone, which then stops the server last.
 * @throws EmbeddedPostgresError PortTaken, StartFailed
 */
export const startServer = async (
  { cluster, user }: DataFolder,
  files: ServerFiles,
  port: number,
  settings: ServerSettings,
  onLog: (line: string) => void,
): Promise<RunningServer> => {
  const options = Object.entries({ ...fixedSettings, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(files.postgres, ['-D', cluster, '-p', String(port), ...options], {
    ...user,
    cwd: cluster,
    env: environment(),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  );
  await ready(child, port, onLog);
  // An open pipe would keep a program alive that has nothing else to do.
  child.unref();
  (child.stderr as unknown as { unref?: () => void }).unref?.();
  const pid = child.pid!;
  const stopOnExit = (): void => {
    child.kill('SIGINT');
  };
  process.once('exit', stopOnExit);
  void ended.then(() => process.off('exit', stopOnExit));
  return {
    pid,
    ended,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      await stopServer(pid);
      await ended;
    },
  };
};

const ready = (child: ChildProcess, port: number, onLog: (line: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (reason: string, cause?: unknown): void => {
      clearTimeout(timer);
      const inUse = said.some((line) => line.includes('could not bind') && line.includes('in use'));
      reject(
        inUse
          ? portTaken(port)
          : new EmbeddedPostgresError(
              'StartFailed',
              `PostgreSQL did not start: ${reason}\n${said.join('\n')}`.trim(),
              { cause },
            ),
      );
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`it was not ready after ${START_TIMEOUT_MS / 1000} s`);
    }, START_TIMEOUT_MS);
    createInterface({ input: child.stderr! }).on('line', (line) => {
      onLog(line);
      if (said.length < 40) said.push(line);
      if (!line.includes('ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('error', (cause) => fail(cause.message, cause));
    child.once('close', (code, signal) => fail(`it ended with ${signal ?? code}`));
  });
