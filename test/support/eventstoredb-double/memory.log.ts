/** Revision of a tombstone, and the `$tb` of a deleted stream: the largest 64-bit number with a sign. */
export const DELETED = 9_223_372_036_854_775_807n;
export const NONE = -1n;

/** Not the first byte: beyond what a double can count exactly, so that a position read as a number shows. */
const FIRST_POSITION = 9_007_199_254_740_993n;

export type Expected = bigint | 'any' | 'noStream' | 'streamExists';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LogRecord extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly createdMs: number;
}

export type Written =
  | { readonly kind: 'done'; readonly revision: bigint; readonly last?: LogRecord | undefined }
  | { readonly kind: 'wrongExpected'; readonly current: bigint }
  | { readonly kind: 'deleted' };

export type StreamSlice =
  | { readonly kind: 'found'; readonly records: readonly LogRecord[] }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'deleted' };

type Check = { readonly kind: 'go'; readonly revive: boolean } | Written;

const isMetadata = (stream: string): boolean => stream.startsWith('$$');
const originalOf = (stream: string): string => stream.slice(2);

const json = (text: string): Proposed => ({
  id: crypto.randomUUID(),
  type: '$metadata',
  contentType: 'application/json',
  data: Buffer.from(text, 'utf8'),
  metadata: new Uint8Array(),
});

/**
 * One log and the streams in it, by the server's rules for what a write may expect, what makes it the same write again,
 * and what metadata, deletion and a tombstone hide.
 */
export class MemoryLog {
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, LogRecord[]>();
  readonly #places = new Map<string, LogRecord>();
  readonly #listeners = new Set<() => void>();
  #end = FIRST_POSITION;

  constructor(private readonly nowMs: () => number) {}

  /** Where the next record will stand. */
  get end(): bigint {
    return this.#end;
  }

  onWrite(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  write(stream: string, expected: Expected, events: readonly Proposed[]): Written {
    const check = this.#check(
      stream,
      expected,
      events.map(({ id }) => id),
    );
    if (check.kind !== 'go') return check;
    const revived =
      isMetadata(stream) && this.#isDeleted(originalOf(stream)) ? originalOf(stream) : undefined;
    const from = this.lastRevision(stream) + 1n;
    const last = events.map((event, index) => this.#record(stream, from + BigInt(index), event)).at(-1);
    if (check.revive) this.#truncateBefore(stream, from);
    if (revived) this.#truncateBefore(revived, this.lastRevision(revived) + 1n);
    this.#tell();
    return { kind: 'done', revision: last?.revision ?? from - 1n, last };
  }

  /** A soft deletion is a truncation before everything that can ever be. */
  delete(stream: string, expected: Expected): Written {
    const check = this.#check(stream, expected, [crypto.randomUUID()]);
    if (check.kind !== 'go') return check;
    if (this.lastRevision(stream) === NONE && this.lastRevision(`$$${stream}`) === NONE)
      return { kind: 'wrongExpected', current: NONE };
    const last = this.#truncateBefore(stream, DELETED, true);
    this.#tell();
    return { kind: 'done', revision: last.revision, last };
  }

  tombstone(stream: string, expected: Expected): Written {
    const check = this.#check(stream, expected, [crypto.randomUUID()]);
    if (check.kind !== 'go') return check;
    const last = this.#record(stream, DELETED, { ...json(''), type: '$streamDeleted' });
    this.#tell();
    return { kind: 'done', revision: DELETED, last };
  }

  read(stream: string): StreamSlice {
    const records = this.#streams.get(stream) ?? [];
    const last = this.lastRevision(stream);
    if (last === DELETED) return { kind: 'deleted' };
    if (last === NONE || this.#isDeleted(stream)) return { kind: 'notFound' };
    const { before, maxCount } = this.#metadata(stream);
    const first = maxCount === undefined || last + 1n - maxCount < before ? before : last + 1n - maxCount;
    return { kind: 'found', records: records.filter(({ revision }) => revision >= first) };
  }

  lastRevision(stream: string): bigint {
    return this.#streams.get(stream)?.at(-1)?.revision ?? NONE;
  }

  /** Index of the first record at or after a position. */
  indexFrom(position: bigint): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a record begins or the log ends there: the server reads from nowhere else. */
  isBoundary(position: bigint): boolean {
    return position === this.#end || this.records[this.indexFrom(position)]?.position === position;
  }

  #check(stream: string, expected: Expected, ids: readonly string[]): Check {
    const current = this.lastRevision(stream);
    const wrong: Written = { kind: 'wrongExpected', current };
    const go: Check = { kind: 'go', revive: this.#isDeleted(stream) };
    if (current === DELETED) return { kind: 'deleted' };
    if (expected === 'streamExists') {
      if (this.#isDeleted(stream)) return { kind: 'deleted' };
      if (current === NONE && this.lastRevision(`$$${stream}`) === NONE) return wrong;
    }
    if (expected === 'any' || expected === 'streamExists') {
      const places = ids
        .map((id) => this.#places.get(id))
        .map((place) => (place?.stream === stream ? place : undefined));
      if (!places[0]) return go;
      const last = places.at(-1);
      return last && places.every(Boolean) ? { kind: 'done', revision: last.revision, last } : wrong;
    }
    const claimed = expected === 'noStream' ? NONE : expected;
    if (claimed > current) return wrong;
    if (claimed === current) return go;
    const stored = ids.map((_, index) => this.#streams.get(stream)?.[Number(claimed) + 1 + index]);
    const last = stored.at(-1);
    if (last && stored.every((record, index) => record?.id === ids[index]))
      return { kind: 'done', revision: last.revision, last };
    const differsAtOnce = stored[0]?.id !== ids[0];
    return differsAtOnce && expected === 'noStream' && this.#isDeleted(stream) ? go : wrong;
  }

  #record(stream: string, revision: bigint, event: Proposed): LogRecord {
    const record = { ...event, stream, revision, position: this.#end, createdMs: this.nowMs() };
    const content = event.data.length + event.metadata.length + event.type.length * 2;
    this.#end += BigInt(57 + stream.length * 2 + content);
    this.records.push(record);
    const records = this.#streams.get(stream) ?? [];
    if (records.length === 0) this.#streams.set(stream, records);
    records.push(record);
    this.#places.set(record.id, record);
    return record;
  }

  #metadata(stream: string): { readonly before: bigint; readonly maxCount?: bigint } {
    const text = Buffer.from(this.#streams.get(`$$${stream}`)?.at(-1)?.data ?? []).toString('utf8');
    const number = (key: string): bigint | undefined => {
      const found = new RegExp(`"\\${key}"\\s*:\\s*(\\d+)`).exec(text)?.[1];
      return found === undefined ? undefined : BigInt(found);
    };
    const maxCount = number('$maxCount');
    return { before: number('$tb') ?? 0n, ...(maxCount === undefined ? {} : { maxCount }) };
  }

  #isDeleted(stream: string): boolean {
    return this.#metadata(stream).before === DELETED;
  }

  /** Deleting forgets all other metadata; coming back from it keeps them. */
  #truncateBefore(stream: string, before: bigint, forget = false): LogRecord {
    const metadata = `$$${stream}`;
    const kept = forget ? '' : Buffer.from(this.#streams.get(metadata)?.at(-1)?.data ?? []).toString('utf8');
    const text = kept.includes('"$tb"')
      ? kept.replace(/("\$tb"\s*:\s*)\d+/, `$1${before}`)
      : `{"$tb":${before}}`;
    return this.#record(metadata, this.lastRevision(metadata) + 1n, json(text));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
