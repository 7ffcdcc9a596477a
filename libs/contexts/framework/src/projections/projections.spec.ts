import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { frameworkCatalogue } from '../domain/catalogue.js';
import { frameworkProjections } from './index.js';

const prisma = readFileSync(join(__dirname, 'framework.prisma'), 'utf8');

interface Model {
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
}

const columnTypes = (type: string, native: string): string => {
  const known: Readonly<Record<string, string>> = {
    'String uuid': 'uuid',
    'String ': 'text',
    'DateTime date': 'date',
    'DateTime timestamptz(3)': 'instant',
    'Json ': 'json',
    'Int ': 'integer',
    'Float ': 'number',
    'Boolean ': 'boolean',
  };
  return known[`${type} ${native}`] ?? `unknown: ${type} ${native}`;
};

/** The tables that the Prisma models make, by `schema.table`. */
const models = (text: string): Readonly<Record<string, Model>> =>
  Object.fromEntries(
    [...text.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].map(([, body = '']) => {
      const fields = [...body.matchAll(/^ {2}(\w+) +(\w+)\??(.*)$/gm)].map(
        ([, field = '', type = '', rest = '']) => ({
          field,
          column: /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field,
          type: columnTypes(type, (/@db\.(\S+)/.exec(rest)?.[1] ?? '').toLowerCase()),
          isKey: / @id( |$)/.test(rest),
        }),
      );
      const composite = /@@id\(\[(.*)\]\)/.exec(body)?.[1]?.split(', ');
      const keyed = fields.filter(({ field, isKey }) => isKey || composite?.includes(field));
      const name = `${/@@schema\("(\w+)"\)/.exec(body)?.[1]}.${/@@map\("(\w+)"\)/.exec(body)?.[1]}`;
      const columns = Object.fromEntries(fields.map(({ column, type }) => [column, type]));
      return [name, { columns, key: keyed.map(({ column }) => column).sort() }];
    }),
  );

describe('the read models of the framework', () => {
  it('have the columns and keys of the Prisma models, and no table is left over', () => {
    const tables = Object.fromEntries(
      frameworkProjections.map(({ table, columns, key }) => [table, { columns, key: [...key].sort() }]),
    );
    expect(tables).toEqual(models(prisma));
  });
  it('have a name and a table each', () => {
    expect(new Set(frameworkProjections.map(({ name }) => name)).size).toBe(frameworkProjections.length);
    expect(new Set(frameworkProjections.map(({ table }) => table)).size).toBe(frameworkProjections.length);
  });
  it('listen to events that exist, and never to a ballot', () => {
    const heard = frameworkProjections.flatMap(({ on }) => Object.keys(on));
    expect(heard.filter((type) => !Object.hasOwn(frameworkCatalogue, type))).toEqual([]);
    expect(heard).not.toContain('BallotCast');
    const unheard = Object.keys(frameworkCatalogue).filter((type) => !heard.includes(type));
    expect(unheard).toEqual(['BallotCast']);
  });
});
