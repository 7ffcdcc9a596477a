import { projections } from '@alongside/deployment';
import { isSealed, type SealedValue } from '@alongside/kernel';
import type { AnyProjection } from '@alongside/projections';
import { maySee, type Row } from './access-oracle.js';
import type { Program } from './program.js';
import type { Reader } from './readers.js';
import { found } from './shared-records/index.js';

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const plantedWords = /zq[0-9a-f]{12}/gi;
/** Cursors are lists of text in base64url. */
const cursors = /WyJ[A-Za-z0-9_-]+|W10/g;

/** The ids and planted words of a text, also those in its cursors. */
export const wordsIn = (text: string): ReadonlySet<string> => {
  const opened = (text.match(cursors) ?? []).map((cursor) =>
    Buffer.from(cursor, 'base64url').toString('utf8'),
  );
  const words = [text, ...opened].flatMap((one) => [
    ...(one.match(uuids) ?? []),
    ...(one.match(plantedWords) ?? []),
  ]);
  return new Set(words.map((word) => word.toLowerCase()));
};

/** A value of a row, with its own class where it is sealed. */
interface Held {
  readonly words: ReadonlySet<string>;
  readonly sealed?: SealedValue;
}

interface Kept {
  readonly projection: AnyProjection;
  readonly row: Row;
  readonly held: readonly Held[];
}

export interface Where {
  readonly seenBy?: Reader;
  readonly without?: ReadonlySet<string>;
}

/** Everything in the read models, and what of it somebody may know. */
export interface KnownWords {
  /** The ids and words of the rows that the rules open to them; of sealed values, of the classes that they may read. */
  readonly of: (reader: Reader) => ReadonlySet<string>;
  /** The values of a column: in all rows, in those that a reader may see, or in those that hold none of some ids. */
  readonly ids: (table: string, column: string, where?: Where) => readonly string[];
}

/** Sealed values stand by themselves, or as fields of what was recorded. */
const valuesIn = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null && !isSealed(value) ? Object.values(value) : [value];

const heldIn =
  ({ foundation }: Program) =>
  async (value: unknown): Promise<Held> => {
    if (!isSealed(value)) return { words: wordsIn(JSON.stringify(value) ?? '') };
    return { words: wordsIn(JSON.stringify(await foundation.codec.openValue(value))), sealed: value };
  };

export const readKnownWords = async (program: Program): Promise<KnownWords> => {
  const held = heldIn(program);
  const kept: Kept[] = [];
  for (const projection of projections)
    for (const row of await found<Row>(program, `SELECT * FROM ${projection.table}`))
      kept.push({ projection, row, held: await Promise.all(Object.values(row).flatMap(valuesIn).map(held)) });

  const visible = (reader: Reader, { projection, row }: Kept): boolean =>
    maySee(reader.actor, projection, row);
  /** Operators know one another: that is read from the one stream that they share. */
  const appointments = ({ actor }: Reader): readonly string[] =>
    actor?.grants.some(({ role }) => role === 'operator')
      ? kept
          .filter(({ projection, row }) => projection.name === 'access-grants' && row['role'] === 'operator')
          .flatMap(({ held }) => held.flatMap(({ words }) => [...words]))
      : [];
  const known = new Map<Reader, ReadonlySet<string>>();
  const of = (reader: Reader): ReadonlySet<string> => {
    const before = known.get(reader);
    if (before) return before;
    const words = new Set(reader.actor ? [reader.actor.id] : []);
    for (const { projection, row, held } of kept.filter((one) => visible(reader, one)))
      for (const one of held)
        if (!one.sealed || maySee(reader.actor, projection, row, { class: one.sealed.class }))
          for (const word of one.words) words.add(word);
    for (const word of appointments(reader)) words.add(word);
    known.set(reader, words);
    return words;
  };
  const ids: KnownWords['ids'] = (table, column, { seenBy, without } = {}) =>
    kept.flatMap((one) => {
      const value = one.row[column];
      if (one.projection.table !== table || typeof value !== 'string') return [];
      if (seenBy && !visible(seenBy, one)) return [];
      if (
        without &&
        Object.values(one.row)
          .flat()
          .some((other) => without.has(other as string))
      )
        return [];
      return [value];
    });
  return { of, ids };
};
