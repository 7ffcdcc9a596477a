import { ESLint } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from '@jest/globals';

const eslint = new ESLint({ cwd: process.cwd() });
const faults = async (filePath: string, text: string): Promise<readonly (string | null)[]> => {
  const [result] = await eslint.lintText(text, { filePath });
  return result!.messages.map(({ ruleId }) => ruleId);
};
const domainFile = 'libs/contexts/employment/src/domain/post/planted.ts';

describe('a domain', () => {
  it.each([
    ['the clock', 'export const now = (): number => Date.now();\n', 'no-restricted-globals'],
    ['chance', 'export const any = (): number => Math.random();\n', 'no-restricted-properties'],
    ['the environment', 'export const env = process.env;\n', 'no-restricted-globals'],
    [
      'a framework',
      `import { Injectable } from '@nestjs/common';\nexport const used = Injectable;\n`,
      'no-restricted-imports',
    ],
  ])('may not reach for %s', async (_, text, rule) => {
    expect(await faults(domainFile, text)).toContain(rule);
  });
  it('may decide from what it is told', async () => {
    expect(
      await faults(domainFile, 'export const later = (today: string): boolean => today > "2026-01-01";\n'),
    ).toEqual([]);
  });
});

describe('the log', () => {
  it('is reached through the event store alone', async () => {
    const text = `import { EventStoreDBClient } from '@eventstore/db-client';\nexport const client = EventStoreDBClient;\n`;
    expect(await faults('libs/projections/src/planted.ts', text)).toContain(
      '@typescript-eslint/no-restricted-imports',
    );
    expect(await faults('libs/event-store/src/eventstoredb/planted.ts', text)).toEqual([]);
  });
});

describe('what opens sensitive values', () => {
  const rule = '@typescript-eslint/no-restricted-imports';
  const reader = 'libs/contexts/recruitment/src/graphql/planted.reader.ts';

  it.each([
    [
      'by its name',
      `import { VALUE_OPENER } from '@alongside/application';\nexport const used = VALUE_OPENER;\n`,
    ],
    [
      'under another name',
      `import { VALUE_OPENER as opener, type Act } from '@alongside/application';\nexport const used = (_: Act) => opener;\n`,
    ],
    [
      'with all else',
      `import * as all from '@alongside/application';\nexport const used = all.VALUE_OPENER;\n`,
    ],
    ['in passing', `export { VALUE_OPENER } from '@alongside/application';\n`],
  ])('is not injected where nothing is logged: %s', async (_, text) => {
    expect(await faults(reader, text)).toContain(rule);
  });
  it('is injected by the opener that logs', async () => {
    const text = `import { VALUE_OPENER } from '@alongside/application';\nexport const used = VALUE_OPENER;\n`;
    expect(await faults('libs/access-log/src/logged-opener.ts', text)).toEqual([]);
    expect(
      await faults(
        reader,
        `import { LoggedOpener } from '@alongside/access-log';\nexport const used = LoggedOpener;\n`,
      ),
    ).toEqual([]);
  });
});

describe('a package', () => {
  const errorsOf = (text: string): readonly number[] => {
    const file = 'libs/privacy/src/planted.ts';
    const { options } = ts.convertCompilerOptionsFromJson(
      {
        ...ts.readConfigFile('tsconfig.base.json', (path) => ts.sys.readFile(path)).config.compilerOptions,
        composite: false,
        noEmit: true,
      },
      process.cwd(),
    );
    const host = ts.createCompilerHost(options);
    const { readFile, fileExists, getSourceFile } = host;
    host.fileExists = (path) => path === file || fileExists(path);
    host.readFile = (path) => (path === file ? text : readFile(path));
    host.getSourceFile = (path, target) =>
      path === file ? ts.createSourceFile(path, text, target) : getSourceFile.call(host, path, target);
    const program = ts.createProgram([file], options, host);
    return program.getSemanticDiagnostics(program.getSourceFile(file)).map(({ code }) => code);
  };
  const CANNOT_FIND_MODULE = 2307;

  it('does not let others import what it does not export', () => {
    expect(
      errorsOf(`import { fold } from '@alongside/kernel/src/fold.js';\nexport const used = fold;\n`),
    ).toEqual([CANNOT_FIND_MODULE]);
    expect(errorsOf(`import { fold } from '@alongside/kernel';\nexport const used = fold;\n`)).toEqual([]);
  });
});
