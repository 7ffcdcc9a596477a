import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { once } from 'node:events';
import { developmentToken, demonstrationSubject } from '@alongside/identity/development-realm';
import type { Uuid } from '@alongside/kernel';
import { freePort } from '@alongside/postgres/testing';

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read as JSON
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly text: string;
}

export interface CommandAnswer {
  readonly id?: string;
  readonly position?: string;
  readonly eventIds?: readonly string[];
  readonly code?: string;
  readonly message?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its shape depends on the reason
  readonly details?: any;
}

/** Somebody at the other end of HTTP, with a token of their own. */
export interface Caller {
  readonly ask: (query: string, variables?: object) => Promise<Answer>;
  /** Gives one command; `name` as the mutation is called. */
  readonly command: (name: string, input: object) => Promise<CommandAnswer>;
}

export interface RunningProgram {
  readonly url: string;
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly process: ChildProcess;
  readonly as: (personId: Uuid) => Promise<Caller>;
  /** Runs another `alongside` command against the same folder. */
  readonly alongside: (
    ...args: readonly string[]
  ) => Promise<{ readonly code: number; readonly stdout: string }>;
  /** Stops as Ctrl-C does. */
  readonly stop: () => Promise<void>;
}

const program = join(process.cwd(), 'apps/cli/dist/main.js');

export const environmentFor = async (home: string): Promise<NodeJS.ProcessEnv> => ({
  ...process.env,
  NODE_OPTIONS: '',
  ALONGSIDE_HOME: home,
  PORT: String(await freePort()),
  ALONGSIDE_REALM_PORT: String(await freePort()),
  ALONGSIDE_POSTGRES_PORT: String(await freePort()),
  LOG_LEVEL: 'error',
});

/** Starts the real program as a process of its own, in its own folder and on free ports. */
export const startRunningProgram = async (
  args: readonly string[] = ['--demonstration', 'partners'],
  given?: { readonly home: string; readonly environment: NodeJS.ProcessEnv },
): Promise<RunningProgram> => {
  const home = given?.home ?? (await mkdtemp(join(tmpdir(), 'alongside-acceptance-')));
  const environment = given?.environment ?? (await environmentFor(home));
  const child = spawn(process.execPath, [program, 'start', '--json', ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await readUrl(child);
  const issuer = `http://127.0.0.1:${environment['ALONGSIDE_REALM_PORT']}/realms/alongside`;
  return {
    url,
    home,
    environment,
    process: child,
    as: async (personId) =>
      callerWith(
        url,
        await developmentToken({
          dataFolder: join(home, 'realm'),
          issuer,
          account: { sub: demonstrationSubject(personId) },
          lifetimeSeconds: 900,
        }),
      ),
    alongside: (...command: readonly string[]) => runAlongside(environment, command),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGINT');
        await once(child, 'exit');
      }
      await rm(home, { recursive: true, force: true });
    },
  };
};

const START_MS = 120_000;

const readUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    const timer = setTimeout(() => reject(new Error(`The program did not start: ${out}${err}`)), START_MS);
    child.stderr!.on('data', (chunk) => (err += String(chunk)));
    child.stdout!.on('data', (chunk) => {
      out += String(chunk);
      const line = out.split('\n').find((text) => text.startsWith('{"url"'));
      if (!line) return;
      clearTimeout(timer);
      resolve((JSON.parse(line) as { url: string }).url);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The program ended with ${code}: ${out}${err}`));
    });
  });

export const spawnAlongside = (environment: NodeJS.ProcessEnv, args: readonly string[]) =>
  spawn(process.execPath, [program, ...args], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });

const runAlongside = async (
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string }> => {
  const child = spawnAlongside(environment, args);
  let stdout = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, stdout };
};

export const callerWith = (url: string, token?: string): Caller => {
  const ask = async (query: string, variables: object = {}): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    return { status: response.status, text, ...(JSON.parse(text) as Omit<Answer, 'status' | 'text'>) };
  };
  return {
    ask,
    command: async (name, input) => {
      const type = name[0]!.toUpperCase() + name.slice(1);
      const answer = await ask(
        `mutation ($input: ${type}Input!) { ${name}(input: $input) {
          ... on ${type}Accepted { id position eventIds } ... on ${type}Refused { code message details } } }`,
        { input },
      );
      if (answer.errors) throw new Error(`${name}: ${answer.text}`);
      return answer.data[name] as CommandAnswer;
    },
  };
};
