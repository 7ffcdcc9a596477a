import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse/sync';
import type { RowFault } from './ods-rows.js';

/** A line of a file with its number, which counts from 1: its fields, or why it cannot be read. */
export type CsvLine =
  | { readonly line: number; readonly text: string; readonly fields: readonly string[] }
  | { readonly line: number; readonly fault: RowFault };

/** Longer lines are no rows of any file that this reads. */
const MAX_LINE = 10_000;

/** Lines that are parsed at once: a parser for each costs twenty times as much. */
const AT_ONCE = 500;

/** What decoding leaves of bytes that are not UTF-8. */
const NOT_UTF8 = '\u{FFFD}';

interface TextLine {
  readonly line: number;
  readonly text: string;
}

/**
 * The lines of a CSV file one after the other, blank ones left out, without holding the file in memory. Each line is a
 * row of its own, so that a quote that is never closed spoils no other one: no field goes on over the end of a line.
 * @throws what the file system says of a file that cannot be read
 */
export async function* csvLines(path: string, onBytes?: (read: number) => void): AsyncGenerator<CsvLine> {
  const input = createReadStream(path, { encoding: 'utf8' });
  const failed = new Promise<never>((_, reject) => input.once('error', reject));
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  let waiting: TextLine[] = [];
  try {
    for (let line = 1; ; line += 1) {
      const next = await Promise.race([lines.next(), failed]);
      if (next.done) break;
      const text = line === 1 ? next.value.replace(/^\u{FEFF}/u, '') : next.value;
      if (text.trim() !== '') waiting.push({ line, text });
      if (waiting.length < AT_ONCE) continue;
      onBytes?.(input.bytesRead);
      yield* rowsOf(waiting);
      waiting = [];
    }
    onBytes?.(input.bytesRead);
    yield* rowsOf(waiting);
  } finally {
    input.destroy();
    await lines.return?.();
  }
}

const rowsOf = (lines: readonly TextLine[]): readonly CsvLine[] => {
  const readable = lines.filter(({ text }) => !unreadable(text));
  const together = parsed(readable.map(({ text }) => text).join('\n'));
  // Where a quote is not closed on its line there are fewer rows than lines, or none.
  const aligned = together?.length === readable.length;
  const rows = readable.map(({ line, text }, index): CsvLine => {
    const fields = aligned ? together[index] : parsed(text)?.[0];
    return fields ? { line, text, fields } : { line, fault: 'QuotesWrong' };
  });
  return lines.map(({ line, text }) => {
    const fault = unreadable(text);
    return fault ? { line, fault } : rows.shift()!;
  });
};

const unreadable = (text: string): RowFault | undefined => {
  if (text.length > MAX_LINE) return 'LineTooLong';
  return text.includes(NOT_UTF8) ? 'NotUtf8' : undefined;
};

/** Undefined where it is no CSV. */
const parsed = (text: string): readonly (readonly string[])[] | undefined => {
  try {
    return parse(text, { relaxColumnCount: true, trim: true, recordDelimiter: '\n' }) as string[][];
  } catch {
    return undefined;
  }
};
