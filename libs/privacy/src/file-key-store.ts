import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Instant, Uuid } from '@alongside/kernel';
import type { DataKey, DestroyedKey, KeyScope, KeyStore } from './key-store.js';
import type { MasterKey } from './master-key.js';

interface KeyLine extends KeyScope {
  readonly id: Uuid;
  readonly wrapped: string;
}
interface DestroyedLine {
  readonly id: Uuid;
  readonly destroyedAt: Instant;
}
type Line = KeyLine | DestroyedLine;

const scopeOf = ({ controller, subject, class: dataClass }: KeyScope): string =>
  `${controller}:${subject}:${dataClass}`;

/**
 * Keys as lines of one file, for a single machine. Several processes may use the file at once: a line is appended
 * whole, and a key that is not known yet is looked for again in the file. Two processes that make a key for one scope
 * at the same time leave two, and both open what they sealed.
 */
export const openFileKeyStore = async (file: string, master: MasterKey): Promise<KeyStore> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const lines = new Map<Uuid, Line>();
  const current = new Map<string, Uuid>();
  const opened = new Map<Uuid, DataKey>();
  let readTo = 0;
  let inode = 0;
  let damaged = 0;

  const take = (line: Line): void => {
    lines.set(line.id, line);
    if ('wrapped' in line) {
      current.set(scopeOf(line), line.id);
      return;
    }
    opened.delete(line.id);
    for (const [scope, id] of current) if (id === line.id) current.delete(scope);
  };

  const refresh = async (): Promise<void> => {
    const found = await stat(file).catch(() => undefined);
    if (!found || (found.ino === inode && found.size === readTo)) return;
    if (found.ino !== inode) readTo = 0;
    inode = found.ino;
    const text = (await readFile(file)).subarray(readTo).toString('utf8');
    readTo += Buffer.byteLength(text);
    for (const json of text.split('\n')) {
      if (json === '') continue;
      try {
        take(JSON.parse(json) as Line);
      } catch {
        damaged += 1;
      }
    }
  };

  const append = async (batch: readonly Line[]): Promise<void> => {
    const handle = await open(file, 'a', 0o600);
    try {
      // Begins on a new line: a line that a crash cut short spoils itself alone.
      await handle.appendFile(`\n${batch.map((line) => JSON.stringify(line)).join('\n')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  };

  let waiting: { line: Line; done: (error?: unknown) => void }[] = [];
  let writing = Promise.resolve();
  const store = (line: Line): Promise<void> =>
    new Promise((resolve, refuse) => {
      waiting.push({ line, done: (error) => (error === undefined ? resolve() : refuse(error as Error)) });
      if (waiting.length > 1) return;
      writing = writing.then(async () => {
        const batch = waiting;
        waiting = [];
        try {
          await append(batch.map((entry) => entry.line));
          batch.forEach((entry) => entry.done());
        } catch (error) {
          batch.forEach((entry) => entry.done(error));
        }
      });
    });

  const unwrapped = (line: KeyLine): DataKey => {
    const known = opened.get(line.id);
    if (known) return known;
    const key = { id: line.id, key: master.unwrap(Buffer.from(line.wrapped, 'base64')) };
    opened.set(line.id, key);
    return key;
  };

  const making = new Map<string, Promise<DataKey>>();
  const make = async (scope: KeyScope): Promise<DataKey> => {
    await refresh();
    const existing = lines.get(current.get(scopeOf(scope)) ?? '');
    if (existing && 'wrapped' in existing) return unwrapped(existing);
    const key = { id: randomUUID(), key: randomBytes(32) };
    const line: KeyLine = { ...scope, id: key.id, wrapped: master.wrap(key.key).toString('base64') };
    await store(line);
    take(line);
    opened.set(key.id, key);
    return key;
  };

  /** Leaves no wrapped key of a destroyed one behind in the file. */
  const rewrite = async (): Promise<void> => {
    const temporary = `${file}.new`;
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile([...lines.values()].map((line) => `${JSON.stringify(line)}\n`).join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    const { ino, size } = await stat(file);
    inode = ino;
    readTo = size;
  };

  await refresh();
  return {
    keyFor: async (scope) => {
      const name = scopeOf(scope);
      const known = lines.get(current.get(name) ?? '');
      if (known && 'wrapped' in known) return unwrapped(known);
      const pending = making.get(name) ?? make(scope).finally(() => making.delete(name));
      making.set(name, pending);
      return pending;
    },
    find: async (id): Promise<DataKey | DestroyedKey | undefined> => {
      if (!lines.has(id)) await refresh();
      const line = lines.get(id);
      if (!line) return undefined;
      return 'wrapped' in line ? unwrapped(line) : line;
    },
    destroy: async (subject, controller) => {
      await refresh();
      const destroyedAt = new Date().toISOString();
      const doomed = [...lines.values()].filter(
        (line): line is KeyLine =>
          'wrapped' in line &&
          line.subject === subject &&
          (controller === undefined || line.controller === controller),
      );
      for (const { id } of doomed) take({ id, destroyedAt });
      writing = writing.then(rewrite);
      await writing;
      return doomed.map(({ id }) => id);
    },
    health: async () =>
      damaged === 0
        ? { ok: true, detail: `${lines.size} keys` }
        : {
            ok: false,
            detail: `${damaged} lines of ${file} cannot be read. Restore the file from its own backup.`,
          },
    close: () => writing,
  };
};
