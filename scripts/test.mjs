// Runs both kinds of specs and ends with one plain line. Arguments go to Jest: `npm test -- post.decider`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildIfStale } from './build.mjs';

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const jest = (kind, nodeOptions) =>
  new Promise((resolve) => {
    const output = `${results}/${kind}.json`;
    const child = spawn(
      process.execPath,
      [
        ...nodeOptions,
        'node_modules/jest/bin/jest.js',
        '--config',
        `jest.${kind}.config.mjs`,
        '--passWithNoTests',
        '--json',
        `--outputFile=${output}`,
        ...process.argv.slice(2),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    child.once('exit', (code) => {
      try {
        const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
          readFileSync(output, 'utf8'),
        );
        const crashed = numFailedTests === 0 && numFailedTestSuites > 0 ? numFailedTestSuites : 0;
        resolve({ passed: numPassedTests, failed: numFailedTests + crashed, skipped: numPendingTests, code });
      } catch {
        resolve({ passed: 0, failed: 1, skipped: 0, code: code ?? 1 });
      }
    });
  });

await buildIfStale();
const pure = await jest('pure', []);
const live = await jest('live', ['--experimental-vm-modules', '--no-warnings']);
const sum = (field) => pure[field] + live[field];
const failed = sum('failed') || (pure.code || live.code ? 1 : 0);
const skipped = sum('skipped');
console.log(`${sum('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed ? 1 : 0);
