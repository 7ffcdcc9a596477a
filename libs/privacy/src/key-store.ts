import type { DataClass, Instant, Uuid } from '@alongside/kernel';

/** Whose values one data key seals: everything of one class that one controller holds about one person. */
export interface KeyScope {
  /** The organisation or locality that answers for the value. */
  readonly controller: Uuid;
  /** The person concerned; the controller itself where a value is about nobody. */
  readonly subject: Uuid;
  readonly class: DataClass;
}

export interface DataKey {
  readonly id: Uuid;
  /** 32 bytes. */
  readonly key: Buffer;
}

export interface DestroyedKey {
  readonly id: Uuid;
  readonly destroyedAt: Instant;
}

/** Holds data keys, wrapped, outside the log's database and its backups: who destroys a key here erases the value. */
export interface KeyStore {
  /** The key of the scope, made and stored durably if there is none. A destroyed scope gets a new key. */
  keyFor(scope: KeyScope): Promise<DataKey>;
  /** The key with this id, what is left of it, or undefined where this store never held it. */
  find(id: Uuid): Promise<DataKey | DestroyedKey | undefined>;
  /** Destroys every key about the person, at this controller alone where one is named. Answers the ids destroyed. */
  destroy(subject: Uuid, controller?: Uuid): Promise<readonly Uuid[]>;
  /** What is wrong in words an operator can act on, or that all is well. */
  health(): Promise<{ readonly ok: boolean; readonly detail: string }>;
  close(): Promise<void>;
}

export const isDestroyed = (key: DataKey | DestroyedKey): key is DestroyedKey => 'destroyedAt' in key;
