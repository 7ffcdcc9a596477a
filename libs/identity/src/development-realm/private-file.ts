import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The JSON in a file; undefined where there is none that can be read. */
export const readPrivateJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Replaces the file as a whole, readable by its owner alone: a reader finds the old content or the new. */
export const writePrivateJson = (path: string, content: unknown): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}`;
  writeFileSync(beside, JSON.stringify(content), { mode: 0o600 });
  renameSync(beside, path);
};
