import type { AnyProjection, Change, Published } from './projection.js';

/** A row of a read model by column name, as it goes into PostgreSQL and comes out of it. */
export type Row = Readonly<Record<string, unknown>>;

/** What an event made of a row; `row` is undefined where it shall not exist. */
export interface Touched {
  readonly key: readonly string[];
  readonly row: Row | undefined;
}

/** One text for a key of any number of columns. No text in PostgreSQL can hold the separator. */
export const keyText = (key: readonly string[]): string => (key.length === 1 ? key[0]! : key.join('\u0000'));

/** Whether the projection wants to hear of events of this type. */
export const listensTo = (projection: AnyProjection, type: string): boolean =>
  projection.onAny !== undefined || Object.hasOwn(projection.on, type);

/** The rows that an event touches, and how: what the projection answers to it. @throws what the projection throws */
export const changesOf = (projection: AnyProjection, event: Published): readonly Change<Row>[] => {
  const handler = Object.hasOwn(projection.on, event.type) ? projection.on[event.type] : projection.onAny;
  const answer = handler?.(event) as Change<Row> | readonly Change<Row>[] | undefined;
  if (answer === undefined) return [];
  return Array.isArray(answer) ? (answer as readonly Change<Row>[]) : [answer as Change<Row>];
};

/**
 * The rows that the changes of one event make, as they shall be after it. Nothing is written: either the whole event
 * is taken over by the caller or nothing of it.
 * @throws what the projection throws, and an error where a row does not stand under the key it was found by
 */
export const foldChanges = (
  projection: AnyProjection,
  changes: readonly Change<Row>[],
  read: (text: string) => Row | undefined,
): ReadonlyMap<string, Touched> => {
  const touched = new Map<string, Touched>();
  for (const { key, fold } of changes) {
    const text = keyText(key);
    const before = touched.get(text);
    const row = fold(before ? before.row : read(text));
    if (row !== undefined) assertKey(projection, key, row);
    touched.set(text, { key, row });
  }
  return touched;
};

const assertKey = (projection: AnyProjection, key: readonly string[], row: Row): void => {
  if (key.length !== projection.key.length)
    throw new Error(
      `${projection.name}: a key of ${projection.key.join(', ')} was expected, not ${key.join(', ')}`,
    );
  projection.key.forEach((column, index) => {
    if (String(row[column]) !== key[index])
      throw new Error(
        `${projection.name}: a row found by ${column} = ${key[index]} came back with ${String(row[column])}`,
      );
  });
};
