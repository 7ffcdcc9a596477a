// Everything a change must pass beside the tests: types (specs too), lint, format, fences, and the printed schema.
import { spawnSync } from 'node:child_process';
import { buildIfStale } from './build.mjs';

const steps = [
  ['types of specs', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.specs.json']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  [
    'fences',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'test',
    ],
  ],
];

await buildIfStale();
const failed = steps.filter(([name, args]) => {
  console.log(`— ${name}`);
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`Failed: ${failed.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
