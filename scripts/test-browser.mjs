// Runs the specs that need a Chromium, in it. CHROMIUM names one that is not in a usual place.
import { existsSync } from 'node:fs';
import { buildIfStale } from './build.mjs';
import { conclude, ES_MODULES, runJest } from './run-jest.mjs';

const chromium = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));
if (!chromium) {
  console.error(
    'There is no Chromium. Install one (Debian: apt-get install chromium), or name it in CHROMIUM.',
  );
  process.exit(2);
}
process.env.CHROMIUM = chromium;
await buildIfStale();
conclude([await runJest('browser', ES_MODULES, process.argv.slice(2))]);
