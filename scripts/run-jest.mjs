import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const results = 'test-results';

/** Runs one kind of specs, `jest.<kind>.config.mjs`, and counts. */
export const runJest = (kind, nodeOptions, args) =>
  new Promise((resolve) => {
    mkdirSync(results, { recursive: true });
    const output = `${results}/${kind}.json`;
    rmSync(output, { force: true });
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
        ...args,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    child.once('exit', (code) => {
      try {
        const report = JSON.parse(readFileSync(output, 'utf8'));
        const crashed = report.testResults.filter(
          ({ status, assertionResults }) =>
            status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
        ).length;
        resolve({
          passed: report.numPassedTests,
          failed: report.numFailedTests + crashed,
          skipped: report.numPendingTests,
          code: code ?? 1,
        });
      } catch {
        resolve({ passed: 0, failed: 1, skipped: 0, code: code ?? 1 });
      }
    });
  });

export const ES_MODULES = ['--experimental-vm-modules', '--no-warnings'];

/** One plain line of all counts, and the exit code that goes with it. */
export const conclude = (reports) => {
  const sum = (field) => reports.reduce((total, report) => total + report[field], 0);
  const failed = sum('failed') || (reports.some(({ code }) => code !== 0) ? 1 : 0);
  const skipped = sum('skipped');
  console.log(`${sum('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  process.exit(failed ? 1 : 0);
};
