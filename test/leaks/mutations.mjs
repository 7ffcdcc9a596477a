// Breaks access on purpose, one thing at a time, in a copy of the last commit, and says which breaks no spec notices.
//   node test/leaks/mutations.mjs [pattern]     all takes about an hour; `rule`, `policy`, `table`, `field` and `graph` are its parts
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breaks } from './mutations/breaks.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pattern = new RegExp(process.argv[2] ?? '');

const must = (command, args, options = {}) => {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
};

/** The last commit in a folder of its own, whose workspaces are its own too. */
const copyOfTree = () => {
  const copy = mkdtempSync(join(tmpdir(), 'alongside-mutations-'));
  must('sh', ['-c', `git -C '${root}' archive HEAD | tar -x -C '${copy}'`]);
  const modules = join(root, 'node_modules');
  mkdirSync(join(copy, 'node_modules', '@alongside'), { recursive: true });
  for (const name of readdirSync(modules))
    if (name !== '@alongside') symlinkSync(join(modules, name), join(copy, 'node_modules', name));
  for (const name of readdirSync(join(modules, '@alongside')))
    symlinkSync(
      readlinkSync(join(modules, '@alongside', name)),
      join(copy, 'node_modules', '@alongside', name),
    );
  symlinkSync(join(root, 'apps/gateway/node_modules'), join(copy, 'apps/gateway/node_modules'));
  must('cp', ['-r', join(root, 'libs/read-models/src/generated'), join(copy, 'libs/read-models/src/')]);
  return copy;
};

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--bail'];

/** Whether the specs pass, fail, or could not even be run. */
const outcomeOf = (copy, { kind, paths, named }) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...jest, '--config', `jest.${kind}.config.mjs`, ...paths, ...(named ? ['-t', named] : [])],
    { cwd: copy, encoding: 'utf8', timeout: 300_000, maxBuffer: 1e8 },
  );
  if (status === 0) return 'passed';
  const said = stdout + stderr;
  return /Test suite failed to run|SyntaxError|No tests found/.test(said) || !/●/.test(said)
    ? `broken: ${said}`
    : 'failed';
};

const copy = copyOfTree();
try {
  const chosen = breaks(copy).filter(({ name }) => pattern.test(name));
  const suites = new Map(chosen.flatMap(({ specs }) => specs.map((spec) => [JSON.stringify(spec), spec])));
  for (const spec of suites.values()) {
    const outcome = outcomeOf(copy, spec);
    if (outcome !== 'passed') throw new Error(`Unbroken, ${JSON.stringify(spec)} is ${outcome.slice(-3000)}`);
  }
  const survivors = [];
  for (const { name, file, text, specs } of chosen) {
    const path = join(copy, file);
    const before = readFileSync(path, 'utf8');
    if (text === before) throw new Error(`${name} changes nothing.`);
    writeFileSync(path, text);
    let noticed;
    for (const spec of specs) {
      const outcome = outcomeOf(copy, spec);
      if (outcome.startsWith('broken')) console.log(`? ${name}: ${outcome.slice(-800)}`);
      if (outcome === 'failed') {
        noticed = spec;
        break;
      }
    }
    writeFileSync(path, before);
    if (!noticed) survivors.push(name);
    console.log(noticed ? `noticed   ${name} (${noticed.paths[0]})` : `SURVIVES  ${name}`);
  }
  console.log(
    `${chosen.length} breaks, ${chosen.length - survivors.length} noticed, ${survivors.length} survive.`,
  );
  process.exitCode = survivors.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
