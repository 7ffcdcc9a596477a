import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = process.cwd();
const run = promisify(execFile);

/** Each file breaks one rule; the rest of the tree gives it something to import. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domain-is-pure': {
    'libs/contexts/first/src/domain/post.decider.ts': `import { handler } from '../application/handler.js';\nexport const post = handler;\n`,
    'libs/contexts/first/src/application/handler.ts': 'export const handler = 1;\n',
  },
  'contexts-meet-at-contracts': {
    'libs/contexts/first/src/application/reach-over.ts': `import { post } from '../../../second/src/domain/post.js';\nexport const reached = post;\n`,
    'libs/contexts/second/src/domain/post.ts': 'export const post = 1;\n',
  },
  'contracts-stand-alone': {
    'libs/contexts/first/src/contracts.ts': `import { inner } from './domain/inner.js';\nexport const outer = inner;\n`,
    'libs/contexts/first/src/domain/inner.ts': 'export const inner = 1;\n',
  },
  'domain-comes-before-application': {
    'libs/contexts/first/src/application/answer.ts': `import { type } from '../graphql/post.type.js';\nexport const answer = type;\n`,
    'libs/contexts/first/src/graphql/post.type.ts': 'export const type = 1;\n',
  },
  'libs-never-import-apps': {
    'libs/some/src/index.ts': `import { app } from '../../../apps/gateway/src/index.js';\nexport const used = app;\n`,
    'apps/gateway/src/index.ts': 'export const app = 1;\n',
  },
  'kernel-depends-on-nothing': {
    'libs/kernel/src/index.ts': `import { other } from '../../other/src/index.js';\nexport const used = other;\n`,
    'libs/other/src/index.ts': 'export const other = 1;\n',
  },
  'no-cycles': {
    'libs/some/src/a.ts': `import { b } from './b.js';\nexport const a = (): unknown => b;\n`,
    'libs/some/src/b.ts': `import { a } from './a.js';\nexport const b = (): unknown => a;\n`,
  },
  'not-unresolvable': {
    'libs/some/src/index.ts': `import { gone } from './gone.js';\nexport const used = gone;\n`,
  },
};

const violationsIn = async (folder: string): Promise<readonly string[]> => {
  const { stdout } = await run(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      '.',
    ],
    { cwd: folder, maxBuffer: 32 * 1024 * 1024 },
  ).catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map(({ rule }) => rule.name);
};

describe('the fences between the parts', () => {
  let trees: string;
  beforeAll(async () => {
    trees = await mkdtemp(join(tmpdir(), 'alongside-fences-'));
  });
  afterAll(() => rm(trees, { recursive: true }));

  const grow = async (name: string, files: Readonly<Record<string, string>>): Promise<string> => {
    const folder = join(trees, name);
    await mkdir(folder);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json'])
      await cp(join(root, file), join(folder, file));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    return folder;
  };

  it.each(Object.keys(planted))('catch what breaks %s', async (rule) => {
    expect(await violationsIn(await grow(rule, planted[rule]!))).toContain(rule);
  });

  it('let through what keeps to them', async () => {
    const folder = await grow('sound', {
      'libs/kernel/src/index.ts': 'export const kernel = 1;\n',
      'libs/contexts/first/src/contracts.ts': `import { kernel } from '../../../kernel/src/index.js';\nexport const first = kernel;\n`,
      'libs/contexts/second/src/domain/post.ts': `import { first } from '../../../first/src/contracts.js';\nexport const post = first;\n`,
      'libs/contexts/second/src/application/place.ts': `import { post } from '../domain/post.js';\nexport const place = post;\n`,
    });
    expect(await violationsIn(folder)).toEqual([]);
  });
});
