import { join } from 'node:path';
import { readPrivateJson, writePrivateJson } from './private-file.js';

type Payload = Record<string, unknown>;
type Entry = readonly [key: string, { readonly payload: Payload; readonly expiresAt: number | null }];

/** Where oidc-provider keeps one kind of thing. */
export interface SessionAdapter {
  upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
  find(id: string): Promise<Payload | undefined>;
  findByUid(uid: string): Promise<Payload | undefined>;
  findByUserCode(): Promise<undefined>;
  consume(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(grantId: string): Promise<void>;
}

export interface SessionStore {
  readonly adapter: (model: string) => SessionAdapter;
  /** Writes what has not been written yet. */
  readonly flush: () => void;
}

/** What a restart must not end. Anything else is done with in minutes. */
const lasting = ['Session', 'Grant', 'RefreshToken'];
const WRITE_AFTER_MS = 200;

/** Sessions in memory, and in a file of the folder where there is one. */
export const createSessionStore = (folder: string | undefined): SessionStore => {
  const file = folder === undefined ? undefined : join(folder, 'realm-sessions.json');
  const entries = new Map<string, Entry[1]>(file === undefined ? [] : entriesOf(readPrivateJson(file)));
  let waiting: NodeJS.Timeout | undefined;

  const flush = (): void => {
    if (waiting === undefined || file === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    const kept = [...entries].filter(([key, entry]) => lasts(key) && isAlive(entry));
    writePrivateJson(file, kept);
  };

  const changed = (key: string): void => {
    if (file !== undefined && lasts(key)) waiting ??= setTimeout(flush, WRITE_AFTER_MS).unref();
  };

  const remove = (key: string): void => {
    if (entries.delete(key)) changed(key);
  };

  const alive = (key: string): Payload | undefined => {
    const entry = entries.get(key);
    if (entry && !isAlive(entry)) remove(key);
    return entry && isAlive(entry) ? entry.payload : undefined;
  };

  const adapter = (model: string): SessionAdapter => ({
    upsert: async (id, payload, expiresIn) => {
      const key = `${model}:${id}`;
      entries.set(key, {
        payload,
        expiresAt: expiresIn === undefined ? null : Date.now() + expiresIn * 1000,
      });
      changed(key);
    },
    find: async (id) => alive(`${model}:${id}`),
    findByUid: async (uid) => {
      const found = [...entries].find(
        ([key, { payload }]) => key.startsWith(`${model}:`) && payload['uid'] === uid,
      );
      return found && alive(found[0]);
    },
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const key = `${model}:${id}`;
      const payload = alive(key);
      if (payload) payload['consumed'] = Math.floor(Date.now() / 1000);
      changed(key);
    },
    destroy: async (id) => remove(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) if (payload['grantId'] === grantId) remove(key);
    },
  });

  return { adapter, flush };
};

const lasts = (key: string): boolean => lasting.includes(key.slice(0, key.indexOf(':')));

const isAlive = ({ expiresAt }: Entry[1]): boolean => expiresAt === null || expiresAt > Date.now();

const entriesOf = (read: unknown): readonly Entry[] =>
  Array.isArray(read) ? (read as Entry[]).filter((entry) => Array.isArray(entry) && entry.length === 2) : [];
