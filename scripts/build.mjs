// Builds what is stale: the Prisma client when a schema changed, then every package whose sources changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const generated = join(root, 'libs/read-models/src/generated');

const prismaFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'generated'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? prismaFiles(path) : entry.name.endsWith('.prisma') ? [path] : [];
  });

const run = (args, env = {}) => {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`The build failed at: node ${args.join(' ')}`);
};

const generatePrismaClient = () => {
  const hash = createHash('sha256');
  for (const file of prismaFiles(join(root, 'libs')).sort())
    hash.update(file.slice(root.length)).update(readFileSync(file));
  const fingerprint = hash.digest('hex');
  const stamp = join(generated, '.fingerprint');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  // Generation is WebAssembly; naming any program here keeps Prisma from downloading an engine it does not use.
  run(['node_modules/prisma/build/index.js', 'generate', '--config', 'libs/read-models/prisma.config.ts'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.platform === 'win32' ? process.execPath : '/bin/true',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  });
  mkdirSync(generated, { recursive: true });
  writeFileSync(stamp, fingerprint);
};

export const buildIfStale = async () => {
  if (existsSync(join(root, 'libs/read-models/prisma.config.ts'))) generatePrismaClient();
  run(['node_modules/typescript/bin/tsc', '-b']);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfStale();
