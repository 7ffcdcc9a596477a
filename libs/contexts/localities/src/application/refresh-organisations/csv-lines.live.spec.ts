import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { csvLines, type CsvLine } from './csv-lines.js';

describe('the lines of a CSV file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-csv-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const linesOf = async (
    content: string | Uint8Array,
  ): Promise<readonly (readonly [number, readonly string[] | string])[]> => {
    const file = join(folder, 'lines.csv');
    await writeFile(file, content);
    const found: CsvLine[] = [];
    for await (const line of csvLines(file)) found.push(line);
    return found.map((line) => [line.line, 'fault' in line ? line.fault : line.fields]);
  };

  it('come with their numbers, whichever ends they have, and without blank ones', async () => {
    expect(await linesOf('\u{FEFF}"A","B, C"\r\n\r\nD, E \n"F ""G""",\r\n')).toEqual([
      [1, ['A', 'B, C']],
      [3, ['D', 'E']],
      [4, ['F "G"', '']],
    ]);
    expect(await linesOf('')).toEqual([]);
  });

  it('are each a row of its own: a quote that is never closed spoils no other', async () => {
    expect(await linesOf('"A","B"\n"C,D\n"E","F"\n"G"H","I"\n"J","K')).toEqual([
      [1, ['A', 'B']],
      [2, 'QuotesWrong'],
      [3, ['E', 'F']],
      [4, 'QuotesWrong'],
      [5, 'QuotesWrong'],
    ]);
  });

  it('are in UTF-8 and not endless', async () => {
    const latin = Uint8Array.from([...Buffer.from('"A","Caf'), 0xe9, ...Buffer.from('"\n"B","C"\n')]);
    expect(await linesOf(latin)).toEqual([
      [1, 'NotUtf8'],
      [2, ['B', 'C']],
    ]);
    expect(await linesOf(`A\n${'x'.repeat(10_001)}\nB`)).toEqual([
      [1, ['A']],
      [2, 'LineTooLong'],
      [3, ['B']],
    ]);
  });

  it('are as many as there are, however many are read at once', async () => {
    const content = Array.from({ length: 1_201 }, (_, index) => (index === 700 ? '"bad' : `"${index}"`));
    const found = await linesOf(content.join('\n'));
    expect(found).toHaveLength(1_201);
    expect([found[700], found[701], found.at(-1)]).toEqual([
      [701, 'QuotesWrong'],
      [702, ['701']],
      [1_201, ['1200']],
    ]);
  });

  it('cannot be read from what is no file', async () => {
    await expect(linesOf('').then(() => csvLines(join(folder, 'none.csv')).next())).rejects.toThrow('ENOENT');
  });
});
